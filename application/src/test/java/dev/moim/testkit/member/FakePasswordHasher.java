package dev.moim.testkit.member;

import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.domain.member.Password;
import dev.moim.domain.member.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A hasher that hides nothing, at once; each hash is another one, as with a salt. */
public final class FakePasswordHasher implements PasswordHasher {
  private final AtomicLong salt = new AtomicLong();
  private final AtomicInteger comparisons = new AtomicInteger();

  @Override
  public PasswordHash hash(Password password) {
    return new PasswordHash("fake$" + salt.incrementAndGet() + "$" + hex(password));
  }

  @Override
  public boolean matches(Password password, PasswordHash hash) {
    comparisons.incrementAndGet();
    return hash.encoded().endsWith("$" + hex(password));
  }

  @Override
  public boolean isOutdated(PasswordHash hash) {
    return !hash.encoded().startsWith("fake$");
  }

  /** A hash that matches the password, and that is of former times. */
  public static PasswordHash outdated(Password password) {
    return new PasswordHash("old$1$" + hex(password));
  }

  /** How often a password was compared with a hash. */
  public int comparisons() {
    return comparisons.get();
  }

  private static String hex(Password password) {
    return HexFormat.of().formatHex(password.value().getBytes(StandardCharsets.UTF_8));
  }
}
