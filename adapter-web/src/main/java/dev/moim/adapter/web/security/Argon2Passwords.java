package dev.moim.adapter.web.security;

import dev.moim.adapter.web.shared.FewThreads;
import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.domain.member.Password;
import dev.moim.domain.member.PasswordHash;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords with Argon2id (RFC 9106): 19 MiB, 2 iterations, 1 lane, as OWASP's password
 * storage cheat sheet advises. Each hashing takes its memory, so only some run at once; who waits
 * too long for a turn is refused with TOO_BUSY.
 *
 * <p>A comparison takes what the stored hash says. One that asks for far more than any hash of ours
 * matches nothing, so that nothing in the database can exhaust memory or time.
 */
final class Argon2Passwords implements PasswordHasher {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIBIBYTES = 19 * 1024;
  private static final int ITERATIONS = 2;

  private static final int MOST_KIBIBYTES = 64 * 1024;
  private static final int MOST_ITERATIONS = 8;
  private static final int MOST_LANES = 4;

  /** In the PHC string format; Spring's encoder leaves nothing out and adds nothing. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9]\\d{0,5}),t=([1-9]\\d?),p=([1-9]\\d?)"
              + "\\$[A-Za-z0-9+/]{11,64}\\$[A-Za-z0-9+/]{22,86}");

  private final PasswordEncoder encoder;
  private final FewThreads threads;

  Argon2Passwords(int atOnce, Duration patience) {
    this(
        atOnce,
        patience,
        new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIBIBYTES, ITERATIONS));
  }

  /** With an encoder that may look on. */
  Argon2Passwords(int atOnce, Duration patience, PasswordEncoder encoder) {
    this.encoder = encoder;
    this.threads = new FewThreads("passwords", atOnce, patience);
  }

  @Override
  public PasswordHash hash(Password password) {
    return threads.run(
        () -> new PasswordHash(Objects.requireNonNull(encoder.encode(password.value()))));
  }

  @Override
  public boolean matches(Password password, PasswordHash hash) {
    return threads.run(
        () -> isAffordable(hash) && encoder.matches(password.value(), hash.encoded()));
  }

  @Override
  public boolean isOutdated(PasswordHash hash) {
    return !isAffordable(hash) || encoder.upgradeEncoding(hash.encoded());
  }

  private static boolean isAffordable(PasswordHash hash) {
    Matcher form = FORM.matcher(hash.encoded());
    return form.matches()
        && Integer.parseInt(form.group(1)) <= MOST_KIBIBYTES
        && Integer.parseInt(form.group(2)) <= MOST_ITERATIONS
        && Integer.parseInt(form.group(3)) <= MOST_LANES;
  }
}
