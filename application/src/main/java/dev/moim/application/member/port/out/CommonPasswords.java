package dev.moim.application.member.port.out;

/**
 * Knows the 10,000 passwords that people choose most, of those that are long enough to be chosen
 * here. Thread-safe.
 */
@FunctionalInterface
public interface CommonPasswords {
  /** Whether a password is one of them; case and width (Unicode's NFKC) do not count. */
  boolean contains(String password);
}
