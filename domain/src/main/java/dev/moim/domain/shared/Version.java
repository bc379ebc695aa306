package dev.moim.domain.shared;

/**
 * How often an aggregate has been stored: 0 before the first time, then one more with each save. A
 * repository refuses to save an aggregate whose version is no longer the stored one.
 */
public record Version(long value) {
  /** The version of an aggregate that was never stored. */
  public static final Version NEW = new Version(0);

  public Version {
    if (value < 0) {
      throw new IllegalArgumentException("a version is never negative: " + value);
    }
  }

  public Version next() {
    return new Version(Math.incrementExact(value));
  }

  public boolean isNew() {
    return value == 0;
  }
}
