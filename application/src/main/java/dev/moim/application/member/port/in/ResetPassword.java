package dev.moim.application.member.port.in;

import dev.moim.domain.shared.MemberId;

/**
 * Chooses a new password with a mailed link, and ends all sessions. If the address had never been
 * verified before, accounts elsewhere are unlinked too: whoever linked them need not be the one who
 * reads the mail.
 */
@FunctionalInterface
public interface ResetPassword {
  record Command(String token, String password) {
    @Override
    public String toString() {
      return "ResetPassword.Command[…]";
    }
  }

  /**
   * Returns whose account it is: whoever reads the account's mails may count as known on this
   * device, so that strangers who guess at the account do not keep the owner out.
   *
   * @throws dev.moim.domain.shared.DomainException LINK_NOT_GOOD, INVALID_INPUT
   */
  MemberId reset(Command command);
}
