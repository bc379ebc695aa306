package dev.moim.benchmarks;

import dev.moim.domain.matching.WaitingRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * People who come one after the other, numbered from 0 and without end. What they ask for was drawn
 * beforehand, and is asked for again from the beginning when all of it has been: to draw it takes
 * longer than to decide about it.
 */
final class Arrivals {
  static final Duration PATIENCE = Duration.ofMinutes(30);

  /** Who is avoided came not longer ago than so many others. */
  private static final int REMEMBERED = 10_000;

  private final SplittableRandom random;
  private final List<Crowd.Wish> wishes;
  private final int avoided;
  private long count;

  /**
   * @param different how many of them differ in what they ask for
   * @param avoided how many of those who came before them each of them avoids
   */
  Arrivals(Crowd crowd, int different, int avoided, long seed) {
    random = new SplittableRandom(seed);
    wishes = Stream.generate(() -> crowd.wish(random)).limit(different).toList();
    this.avoided = avoided;
  }

  WaitingRequest<Long> next(Instant submittedAt) {
    Crowd.Wish wish = wishes.get((int) (count % wishes.size()));
    return new WaitingRequest<>(
        count++,
        1,
        wish.condition(),
        wish.size(),
        submittedAt,
        submittedAt.plus(PATIENCE),
        List.of(),
        others(),
        Set.of());
  }

  private Set<Long> others() {
    if (avoided == 0 || count <= avoided) {
      return Set.of();
    }
    long known = Math.min(count - 1, REMEMBERED);
    Set<Long> others = HashSet.newHashSet(avoided);
    while (others.size() < avoided) {
      others.add(count - 2 - random.nextLong(known));
    }
    return others;
  }
}
