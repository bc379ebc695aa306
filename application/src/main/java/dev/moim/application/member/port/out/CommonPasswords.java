package dev.moim.application.member.port.out;

/** Knows the 10,000 passwords that people choose most. Thread-safe. */
@FunctionalInterface
public interface CommonPasswords {
  /** Whether a password is one of them; case does not count. */
  boolean contains(String password);
}
