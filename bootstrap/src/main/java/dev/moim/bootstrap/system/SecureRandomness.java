package dev.moim.bootstrap.system;

import dev.moim.application.shared.Randomness;
import java.security.SecureRandom;

/** The machine's source of unforeseeable numbers. */
final class SecureRandomness implements Randomness {
  private final SecureRandom random = new SecureRandom();

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
