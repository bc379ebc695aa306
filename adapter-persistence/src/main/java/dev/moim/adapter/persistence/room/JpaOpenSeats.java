package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.Among;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.room.port.out.OpenSeats;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Counts seats behind a lock on a row of the member's own: the statement that takes it waits for
 * who holds it, and what counts then sees what that one stored. A member's first row is inserted;
 * of two who insert it one loses the race.
 */
final class JpaOpenSeats implements OpenSeats {
  private final CurrentSession current;

  JpaOpenSeats(CurrentSession current) {
    this.current = current;
  }

  @Override
  public Map<MemberId, Integer> count(Collection<MemberId> members, Instant now) {
    Set<UUID> ids = members.stream().map(MemberId::value).collect(Collectors.toSet());
    lock(ids);
    Map<MemberId, Integer> counts = new HashMap<>();
    ids.forEach(id -> counts.put(new MemberId(id), 0));
    Among those = Among.of(ids);
    those
        .set(
            current
                .writing()
                .createSelectionQuery(
                    "select s.memberId, count(*) from RoomRow r join r.seats s where s.memberId"
                        + those.as("members")
                        + " and r.status = :open and r.meetsAt > :now group by s.memberId",
                    Object[].class),
            "members")
        .setParameter("open", RoomStatus.OPEN.name())
        .setParameter("now", now)
        .getResultList()
        .forEach(row -> counts.put(new MemberId((UUID) row[0]), Math.toIntExact((Long) row[1])));
    return counts;
  }

  private void lock(Set<UUID> members) {
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
