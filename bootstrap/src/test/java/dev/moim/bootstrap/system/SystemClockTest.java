package dev.moim.bootstrap.system;

import dev.moim.domain.shared.Clock;
import dev.moim.testkit.shared.ClockContract;

class SystemClockTest extends ClockContract {
  @Override
  protected Clock clock() {
    return new SystemClock();
  }
}
