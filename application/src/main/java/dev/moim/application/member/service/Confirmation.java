package dev.moim.application.member.service;

import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Person;
import dev.moim.domain.shared.Origin;
import java.util.Optional;

/**
 * Asks for the password once more before something grave. Guessing it in somebody's open session is
 * slowed down like guessing at the sign-in.
 */
final class Confirmation {
  private final Passwords passwords;
  private final SignInThrottle throttle;

  Confirmation(Passwords passwords, SignInThrottle throttle) {
    this.passwords = passwords;
    this.throttle = throttle;
  }

  /**
   * @throws dev.moim.domain.shared.DomainException WRONG_PASSWORD, TOO_MANY_REQUESTS
   */
  void require(Caller caller, Origin origin, String password, Person person) {
    SignInThrottle.Pass pass = throttle.enter("confirm:" + caller.id(), Optional.empty(), origin);
    if (!throttle.judge(pass, () -> passwords.confirms(password, person))) {
      throw MemberError.WRONG_PASSWORD.exception();
    }
  }
}
