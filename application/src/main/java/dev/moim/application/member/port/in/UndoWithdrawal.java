package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;

/** Comes back in time, as a plain member. */
@FunctionalInterface
public interface UndoWithdrawal {
  /**
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND if the data was erased
   */
  MemberView undo(Caller caller);
}
