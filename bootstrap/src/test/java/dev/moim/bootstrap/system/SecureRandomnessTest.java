package dev.moim.bootstrap.system;

import dev.moim.application.shared.Randomness;
import dev.moim.testkit.shared.RandomnessContract;

class SecureRandomnessTest extends RandomnessContract {
  private final Randomness randomness = new SecureRandomness();

  @Override
  protected Randomness randomness() {
    return randomness;
  }
}
