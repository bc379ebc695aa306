package dev.moim.application.shared;

/** Random numbers that nobody can foresee. Implementations are thread-safe. */
public interface Randomness {
  /** Uniform in 0 … bound-1; bound is positive. */
  long below(long bound);

  /** That many random bytes, fit for keys and tokens. */
  byte[] bytes(int count);
}
