package dev.moim.application.room.port.in;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.member.Caller;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MemberId;
import java.util.Optional;

/** Lists rooms. */
@FunctionalInterface
public interface ListRooms {
  /** In which order rooms are listed. */
  enum Sort {
    /** By meeting time, the next one first. */
    SOONEST,
    /** By time of opening, the latest first. */
    NEWEST
  }

  /**
   * Which rooms are wanted; every filter that is present must hold. Hidden rooms are left out,
   * except of a member's own.
   *
   * @param member only rooms with this member
   * @param withFreeSeats only rooms with a free seat; otherwise full ones as well
   */
  record Query(
      Optional<CategoryKey> category,
      Optional<RoomStatus> status,
      Optional<MemberId> member,
      boolean withFreeSeats,
      Sort sort,
      PageRequest page) {}

  /**
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED if the rooms of another member are
   *     asked for: that would tell who is in an anonymous room
   */
  Page<RoomView> list(Caller caller, Query query);
}
