package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.Among;
import dev.moim.adapter.persistence.shared.CurrentSession;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Locks a row of each member's own, for whoever counts what members have and adds to it: the
 * statement that takes the lock waits for who holds it, and what counts then sees what that one
 * stored. A member's first row is inserted; of two who insert it one loses the race.
 */
final class MemberClaims {
  private final CurrentSession current;

  MemberClaims(CurrentSession current) {
    this.current = current;
  }

  void lock(Set<UUID> members) {
    Session session = current.writing();
    Among those = Among.of(members);
    // In SQL: what changes rows by their entity's name, Hibernate translates anew each time.
    int locked =
        those
            .set(
                session.createNativeMutationQuery(
                    "update seat_claims set claims = claims + 1 where member_id"
                        + those.as("members")),
                "members")
            .executeUpdate();
    if (locked < members.size()) {
      Set<UUID> missing = new HashSet<>(members);
      missing.removeAll(locked == 0 ? Set.of() : locked(session, members));
      missing.forEach(member -> insert(session, member));
    }
  }

  private static Set<UUID> locked(Session session, Set<UUID> members) {
    return Set.copyOf(
        session
            .createSelectionQuery(
                "select c.memberId from SeatClaimRow c where c.memberId in :members", UUID.class)
            .setParameterList("members", members)
            .getResultList());
  }

  private static void insert(Session session, UUID member) {
    session
        .createMutationQuery("insert into SeatClaimRow (memberId, claims) values (:member, 1)")
        .setParameter("member", member)
        .executeUpdate();
  }
}
