package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.Origin;

/** Mails a link to a new address that makes it the account's; until then nothing changes. */
@FunctionalInterface
public interface RequestEmailChange {
  /**
   * @param password the present one; ignored if the account has none
   */
  record Command(Caller caller, Origin origin, String email, String password) {
    @Override
    public String toString() {
      return "RequestEmailChange.Command[" + caller + "]";
    }
  }

  /**
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND, INVALID_INPUT, EMAIL_TAKEN,
   *     WRONG_PASSWORD, TOO_MANY_REQUESTS, TOO_MANY_MAILS
   */
  void request(Command command);
}
