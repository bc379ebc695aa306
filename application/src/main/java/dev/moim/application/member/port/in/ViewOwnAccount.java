package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;

/** Shows a member their own account. */
@FunctionalInterface
public interface ViewOwnAccount {
  /**
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND
   */
  MemberView view(Caller caller);
}
