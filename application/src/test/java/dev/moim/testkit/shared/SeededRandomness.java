package dev.moim.testkit.shared;

import dev.moim.application.shared.Randomness;
import java.util.Random;

/** Numbers that look random and are the same for each seed, if one thread asks. */
public final class SeededRandomness implements Randomness {
  private final Random random;

  public SeededRandomness(long seed) {
    random = new Random(seed);
  }

  @Override
  public long below(long bound) {
    return random.nextLong(bound);
  }

  @Override
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
