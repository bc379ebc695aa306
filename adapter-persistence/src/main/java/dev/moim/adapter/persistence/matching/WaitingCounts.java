package dev.moim.adapter.persistence.matching;

import dev.moim.domain.condition.CategoryKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How many wait in each category: exactly while there are few, and as of about a second ago when
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
    if (known != null && known.count >= MANY) {
      // One counts; whoever comes meanwhile is told what was known.
      Counted renewed = new Counted(known.count, now);
      if (!kept.replace(category, known, renewed)) {
        return known.count;
      }
    }
    long count = counting.getAsLong();
    kept.put(category, new Counted(count, now));
    return count;
  }
}
