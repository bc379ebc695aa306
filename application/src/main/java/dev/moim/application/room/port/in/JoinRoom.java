package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.RoomId;

/**
 * Takes a seat in a room: a free one, or the one that is kept for who waited. In a confirmed room
 * only the latter are taken, and whoever does joins its meeting.
 *
 * <p>Who blocks somebody in the room, or is blocked by one of them, is refused without being told
 * why. What holds when that happens at the same time: a block that was committed before the join
 * looks at the blocks, which it does once it has seen the room, is heeded. So who begins to join
 * after a block is committed never ends up in a room with the other one; and of two who are kept
 * apart and join at once, only one gets in, since the second to commit is tried again and finds the
 * first in the room. Where a block is committed after that look and before the join's commit, the
 * join counts as having come first: the two are in the room together, as those are who had joined
 * before the block.
 */
@FunctionalInterface
public interface JoinRoom {
  record Command(Caller caller, RoomId room) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, ROOM_NOT_OPEN, ALREADY_A_MEMBER,
   *     REMOVED_FROM_ROOM, ROOM_FULL, ROOM_NOT_AVAILABLE, TOO_MANY_ROOMS, MEETING_ENDED
   */
  RoomView join(Command command);
}
