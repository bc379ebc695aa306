package dev.moim.application.member.service;

import dev.moim.application.member.port.in.KnownDevice;
import dev.moim.application.member.port.out.SignInAttempts;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SharedError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Slows down those who guess passwords. Attempts count against the account and against the address
 * they come from, before the password is looked at, so that many at once gain nothing. A device on
 * which the member has signed in before has a count of its own: strangers, from however many
 * addresses, keep the true owner out on no known device, and on a new one never for longer than the
 * longest delay at a time.
 */
final class SignInThrottle {
  private final SignInAttempts attempts;
  private final MemberSettings settings;
  private final Clock clock;

  SignInThrottle(SignInAttempts attempts, MemberSettings settings, Clock clock) {
    this.attempts = attempts;
    this.settings = settings;
    this.clock = clock;
  }

  /** An attempt that was let through: the names it counts under. */
  record Pass(String account, Optional<String> address) {}

  /**
   * Lets an attempt through, or not.
   *
   * @param account names the account, whether or not there is one
   * @throws DomainException TOO_MANY_REQUESTS
   */
  Pass enter(String account, Optional<KnownDevice> device, Origin origin) {
    if (device.isPresent()) {
      String own = "device:" + device.get().member() + ":" + device.get().nonce();
      refuseIf(attempts.count(own, settings.guessesAtAccount(), clock.now()));
      return new Pass(own, Optional.empty());
    }
    String address = "address:" + origin.network();
    refuseIf(attempts.count(address, settings.guessesFromAddress(), clock.now()));
    Duration wait = attempts.count("account:" + account, settings.guessesAtAccount(), clock.now());
    if (wait.isPositive()) {
      attempts.takeBack(address);
    }
    refuseIf(wait);
    return new Pass("account:" + account, Optional.of(address));
  }

  /**
   * Looks at a password under a pass. Right ones are no guesses, nor is what there was no time for.
   */
  boolean judge(Pass pass, BooleanSupplier look) {
    try {
      boolean right = look.getAsBoolean();
      if (right) {
        attempts.forget(pass.account);
        pass.address.ifPresent(attempts::takeBack);
      }
      return right;
    } catch (DomainException tooBusy) {
      attempts.takeBack(pass.account);
      pass.address.ifPresent(attempts::takeBack);
      throw tooBusy;
    }
  }

  private static void refuseIf(Duration wait) {
    if (wait.isPositive()) {
      throw new DomainException(
          SharedError.TOO_MANY_REQUESTS,
          Map.of(DomainException.RETRY_AFTER, wait.plusNanos(999_999_999).toSeconds()),
          List.of());
    }
  }
}
