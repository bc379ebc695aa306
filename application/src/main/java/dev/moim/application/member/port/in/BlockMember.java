package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;

/**
 * Blocks another member for oneself, who never learns of it: the two are not matched together any
 * more, and neither gets into a room where the other one is. What they are in together already
 * stays as it is.
 */
@FunctionalInterface
public interface BlockMember {
  record Command(Caller caller, MemberId member) {}

  /**
   * Changes nothing if the member is blocked already.
   *
   * @throws dev.moim.domain.shared.DomainException CANNOT_BLOCK_ONESELF, MEMBER_NOT_FOUND if there
   *     is none or they have left, TOO_MANY_BLOCKS
   */
  void block(Command command);
}
