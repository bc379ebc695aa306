package dev.moim.application.member.port.in;

/** Follows a mailed link that proves an address, the account's present or its new one. */
@FunctionalInterface
public interface ConfirmEmail {
  /**
   * @throws dev.moim.domain.shared.DomainException LINK_NOT_GOOD, EMAIL_TAKEN
   */
  void confirm(String token);
}
