package dev.moim.bootstrap.system;

import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Randomness;
import dev.moim.domain.shared.Clock;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDs of version 7 (RFC 9562, 5.7), each greater than the one before in this process. The twelve
 * bits after the milliseconds are a counter (6.2, method 1); when it is used up, or the clock goes
 * back, the identifiers run ahead of the clock until it catches up. The other 62 bits are random.
 */
final class TimeOrderedIds implements Ids {
  private static final int COUNTER_BITS = 12;
  private static final long COUNTER = (1L << COUNTER_BITS) - 1;
  private static final long VERSION_7 = 0x7000L;
  private static final long RANDOM = (1L << 62) - 1;
  private static final long VARIANT = 1L << 63;

  private final Clock clock;
  private final Randomness randomness;

  /** The last identifier's milliseconds, then its counter. */
  private final AtomicLong last = new AtomicLong();

  TimeOrderedIds(Clock clock, Randomness randomness) {
    this.clock = clock;
    this.randomness = randomness;
  }

  @Override
  public UUID next() {
    long now = clock.now().toEpochMilli() << COUNTER_BITS;
    long stamp = last.updateAndGet(previous -> Math.max(previous + 1, now));
    long millis = stamp >>> COUNTER_BITS;
    long random = ByteBuffer.wrap(randomness.bytes(Long.BYTES)).getLong();
    return new UUID(millis << 16 | VERSION_7 | (stamp & COUNTER), VARIANT | (random & RANDOM));
  }
}
