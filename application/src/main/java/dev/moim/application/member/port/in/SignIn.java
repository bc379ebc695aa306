package dev.moim.application.member.port.in;

import dev.moim.domain.shared.Origin;
import java.util.Optional;

/** Opens a session for somebody who knows the account's password. */
@FunctionalInterface
public interface SignIn {
  record Command(String email, String password, Origin origin, Optional<KnownDevice> device) {
    @Override
    public String toString() {
      return "SignIn.Command[…]";
    }
  }

  /**
   * Says the same and takes the same time whether or not the address is known. Members who are
   * blocked or have left get a session with which little can be done; see {@link CheckAccess}.
   *
   * @throws dev.moim.domain.shared.DomainException WRONG_CREDENTIALS, TOO_MANY_REQUESTS after too
   *     many attempts
   */
  SessionView signIn(Command command);
}
