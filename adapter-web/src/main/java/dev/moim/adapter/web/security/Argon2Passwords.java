package dev.moim.adapter.web.security;

import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.domain.member.Password;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.shared.SharedError;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords with Argon2id (RFC 9106): 19 MiB, 2 iterations, 1 lane, as OWASP's password
 * storage cheat sheet advises. Each hashing takes its memory, so only some run at once; who waits
 * too long for a turn is refused with TOO_BUSY.
 */
final class Argon2Passwords implements PasswordHasher {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIBIBYTES = 19 * 1024;
  private static final int ITERATIONS = 2;

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIBIBYTES, ITERATIONS);
  private final Semaphore turns;
  private final Duration patience;

  Argon2Passwords(int atOnce, Duration patience) {
    this.turns = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  @Override
  public PasswordHash hash(Password password) {
    return inTurn(() -> new PasswordHash(Objects.requireNonNull(encoder.encode(password.value()))));
  }

  @Override
  public boolean matches(Password password, PasswordHash hash) {
    return inTurn(() -> encoder.matches(password.value(), hash.encoded()));
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw SharedError.TOO_BUSY.exception();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SharedError.TOO_BUSY.exception();
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
