package dev.moim.application.member.port.in;

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
   * @throws dev.moim.domain.shared.DomainException LINK_NOT_GOOD, INVALID_INPUT
   */
  void reset(Command command);
}
