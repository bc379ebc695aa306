package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.domain.member.Password;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.member.PasswordHasherContract;
import dev.moim.testkit.shared.Race;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class Argon2PasswordsTest extends PasswordHasherContract {
  private final PasswordHasher passwords = new Argon2Passwords(2, Duration.ofSeconds(60));

  @Override
  protected PasswordHasher hasher() {
    return passwords;
  }

  @Test
  void the_parameters_stand_in_the_hash() {
    assertThat(passwords.hash(new Password("correct horse")).encoded())
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void who_can_not_be_served_in_time_is_told_to_come_back() {
    PasswordHasher impatient = new Argon2Passwords(1, Duration.ZERO);

    var outcomes = Race.of(8, i -> impatient.hash(new Password("password " + i)));

    assertThat(outcomes).anyMatch(Race.Outcome::succeeded);
    assertThat(outcomes)
        .flatExtracting(outcome -> outcome.failure().stream().toList())
        .isNotEmpty()
        .allSatisfy(failure ->
            assertThat(((DomainException) failure).code()).isEqualTo(SharedError.TOO_BUSY));
  }
}
