package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;

/** Mails a link once more that proves that the account's address is one's own. */
@FunctionalInterface
public interface RequestEmailVerification {
  /**
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND, ALREADY_VERIFIED,
   *     TOO_MANY_MAILS
   */
  void request(Caller caller);
}
