package dev.moim.application.room.port.in;

import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.util.List;
import java.util.Map;

/** Takes seats for members who have agreed to that, in the transaction of another context. */
@FunctionalInterface
public interface TakeSeats {
  /**
   * All of them or none; returns the number of each member's seat.
   *
   * @throws dev.moim.domain.shared.DomainException as {@link JoinRoom}; of them TOO_MANY_ROOMS is
   *     about the members, and no other room takes them in either
   */
  Map<MemberId, Integer> take(RoomId room, List<MemberId> members);
}
