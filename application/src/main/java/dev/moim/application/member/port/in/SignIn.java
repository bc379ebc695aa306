package dev.moim.application.member.port.in;

/** Opens a session for somebody who knows the account's password. */
@FunctionalInterface
public interface SignIn {
  record Command(String email, String password) {
    @Override
    public String toString() {
      return "SignIn.Command[…]";
    }
  }

  /**
   * Takes the same time whether or not the address is known.
   *
   * @throws dev.moim.domain.shared.DomainException WRONG_CREDENTIALS
   */
  SessionView signIn(Command command);
}
