package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.domain.member.Password;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.member.PasswordHasherContract;
import dev.moim.testkit.shared.Race;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class Argon2PasswordsTest extends PasswordHasherContract {
  private final PasswordHasher passwords = new Argon2Passwords(2, Duration.ofSeconds(60));

  @Override
  protected PasswordHasher hasher() {
    return passwords;
  }

  @Override
  protected PasswordHash weakerHashOf(Password password) {
    return encoded(new Argon2PasswordEncoder(16, 32, 1, 12 * 1024, 2), password);
  }

  @ParameterizedTest
  @CsvSource({"19456, 1, true", "19455, 2, true", "19456, 2, false", "65536, 8, false"})
  void a_hash_is_outdated_if_it_took_less_memory_or_time(
      int kibibytes, int iterations, boolean outdated) {
    PasswordHash hash =
        encoded(
            new Argon2PasswordEncoder(16, 32, 1, kibibytes, iterations),
            new Password("correct horse"));

    assertThat(passwords.isOutdated(hash)).isEqualTo(outdated);
    assertThat(passwords.matches(new Password("correct horse"), hash)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m=1048576,t=2,p=1",
        "m=2147483647,t=2,p=1",
        "m=99999999999,t=2,p=1",
        "m=-1,t=2,p=1",
        "m=0,t=0,p=0",
        "m=19456,t=0,p=1",
        "m=19456,t=2147483647,p=1",
        "m=19456,t=2,p=0",
        "m=19456,t=2,p=16777215",
        "m=19456,t=2",
        "m=19456,t=2,p=1,keyid=x"
      })
  void a_stored_hash_that_asks_for_too_much_or_nonsense_matches_nothing_at_once(String asks) {
    String hash = passwords.hash(new Password("correct horse")).encoded();
    PasswordHash tampered = new PasswordHash(hash.replace("m=19456,t=2,p=1", asks));
    var untouched = new Argon2Passwords(1, Duration.ZERO, new Untouched());

    assertThat(untouched.matches(new Password("correct horse"), tampered)).isFalse();
    assertThat(untouched.isOutdated(tampered)).isTrue();
  }

  @Test
  void a_flood_takes_no_more_memory_than_its_turns_and_late_comers_are_refused() {
    var watched = new Watched(new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2), () -> {});
    PasswordHasher hasher = new Argon2Passwords(4, Duration.ofMillis(500), watched);

    var outcomes = Race.of(200, i -> hasher.hash(new Password("password " + i)));

    assertThat(watched.mostAtOnce()).isBetween(1, 4);
    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome.succeeded() || isTooBusy(outcome)).isTrue());
    assertThat(outcomes).anyMatch(Race.Outcome::succeeded);
    assertThat(hasher.hash(new Password("afterwards"))).isNotNull();
  }

  @Test
  @Timeout(60)
  void while_all_turns_are_taken_everybody_else_is_refused() {
    CountDownLatch refused = new CountDownLatch(196);
    var watched =
        new Watched(
            new Argon2PasswordEncoder(16, 32, 1, 64, 1),
            () -> {
              try {
                refused.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    PasswordHasher hasher = new Argon2Passwords(4, Duration.ofMillis(20), watched);

    var outcomes =
        Race.of(
            200,
            i -> {
              try {
                return hasher.hash(new Password("password " + i));
              } catch (DomainException e) {
                refused.countDown();
                throw e;
              }
            });

    assertThat(watched.mostAtOnce()).isEqualTo(4);
    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(4);
    assertThat(outcomes).filteredOn(Argon2PasswordsTest::isTooBusy).hasSize(196);
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

  private static boolean isTooBusy(Race.Outcome<?> outcome) {
    return outcome
        .failure()
        .filter(failure ->
            failure instanceof DomainException refusal && refusal.code() == SharedError.TOO_BUSY)
        .isPresent();
  }

  private static PasswordHash encoded(PasswordEncoder encoder, Password password) {
    return new PasswordHash(Objects.requireNonNull(encoder.encode(password.value())));
  }

  /** An encoder that must not be asked. */
  private static final class Untouched implements PasswordEncoder {
    @Override
    public String encode(@Nullable CharSequence password) {
      throw new AssertionError("asked to hash");
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
      throw new AssertionError("asked to compare");
    }
  }

  /** An encoder that counts how many hash at once, and does something before each hashing. */
  private static final class Watched implements PasswordEncoder {
    private final PasswordEncoder encoder;
    private final Runnable before;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private Watched(PasswordEncoder encoder, Runnable before) {
      this.encoder = encoder;
      this.before = before;
    }

    int mostAtOnce() {
      return most.get();
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
      most.accumulateAndGet(running.incrementAndGet(), Math::max);
      try {
        before.run();
        return encoder.encode(password);
      } finally {
        running.decrementAndGet();
      }
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
      return encoder.matches(password, encoded);
    }
  }
}
