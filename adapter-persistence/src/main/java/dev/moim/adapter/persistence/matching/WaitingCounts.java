package dev.moim.adapter.persistence.matching;

import dev.moim.domain.condition.CategoryKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How many wait in each category: exactly while there are few, and as of at most a second ago when
 * there are many. Counting takes as long as there are people, and each who comes asks for it.
 */
final class WaitingCounts {
  private static final long MANY = 200;
  private static final Duration KEPT = Duration.ofSeconds(1);

  private final Map<CategoryKey, Counted> kept = new ConcurrentHashMap<>();

  private record Counted(long count, Instant at) {
    boolean holds(Instant now) {
      return count >= MANY && !now.isBefore(at) && now.isBefore(at.plus(KEPT));
    }
  }

  long of(CategoryKey category, Instant now, LongSupplier counting) {
    Counted known = kept.get(category);
    if (known != null && known.holds(now)) {
      return known.count();
    }
    long count = counting.getAsLong();
    kept.put(category, new Counted(count, now));
    return count;
  }
}
