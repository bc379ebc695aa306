package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.Among;
import dev.moim.adapter.persistence.shared.CurrentSession;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/**
 * One lock for each member, for whoever counts what members have and adds to it: seats, places in
 * wait lists, comments. Who takes it waits for who holds it, until the end of that transaction, and
 * then counts what that one stored.
 */
final class MemberLocks {
  private final CurrentSession current;

  MemberLocks(CurrentSession current) {
    this.current = current;
  }

  /**
   * The lock is the member's row in {@code seat_claims}, a table that is called after the seats for
   * which it was made, before it served the others; it means nothing else, nor does its number. A
   * member's first row is inserted; of two who insert it one loses the race.
   */
  void take(Set<UUID> members) {
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
                "select c.memberId from MemberLockRow c where c.memberId in :members", UUID.class)
            .setParameterList("members", members)
            .getResultList());
  }

  private static void insert(Session session, UUID member) {
    session
        .createMutationQuery("insert into MemberLockRow (memberId, claims) values (:member, 1)")
        .setParameter("member", member)
        .executeUpdate();
  }
}
