package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.Among;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.room.port.out.OpenSeats;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts seats, and places in wait lists, behind {@link MemberLocks}. */
final class JpaOpenSeats implements OpenSeats {
  private static final List<String> WAITED_FOR =
      List.of(RoomStatus.OPEN.name(), RoomStatus.CONFIRMED.name());

  private final CurrentSession current;
  private final MemberLocks locks;

  JpaOpenSeats(CurrentSession current) {
    this.current = current;
    locks = new MemberLocks(current);
  }

  @Override
  public Map<MemberId, Integer> count(Collection<MemberId> members, Instant now) {
    Set<UUID> ids = members.stream().map(MemberId::value).collect(Collectors.toSet());
    locks.take(ids);
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

  @Override
  public int countWaiting(MemberId member, Instant now) {
    locks.take(Set.of(member.value()));
    return Math.toIntExact(
        current
            .writing()
            .createSelectionQuery(
                "select count(*) from RoomRow r join r.waiting w where key(w) = :member"
                    + " and r.status in :statuses and r.meetsAt > :now",
                Long.class)
            .setParameter("member", member.value())
            .setParameterList("statuses", WAITED_FOR)
            .setParameter("now", now)
            .getSingleResult());
  }
}
