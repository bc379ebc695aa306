package dev.moim.testkit.shared;

import dev.moim.application.shared.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Identifiers in the shape of time-ordered UUIDs (version 7), the same in each run. */
public final class SequentialIds implements Ids {
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final AtomicLong count;

  public SequentialIds() {
    this(0);
  }

  /** Starts after that many identifiers, so that two sources need not share any. */
  public SequentialIds(long given) {
    count = new AtomicLong(given);
  }

  @Override
  public UUID next() {
    long number = count.incrementAndGet();
    long millis = SettableClock.START.toEpochMilli() + (number >>> 12);
    return new UUID(millis << 16 | VERSION | (number & 0xfff), VARIANT | number);
  }
}
