package dev.moim.benchmarks;

import dev.moim.domain.matching.MatchingPolicy;
import dev.moim.domain.matching.OnlineMatcher;
import dev.moim.domain.matching.WaitingRequest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures what somebody who waits takes of the heap: the engine's own, and the request that the
 * caller made (identifier, condition, instants, who is avoided), which the engine holds on to.
 *
 * <p>Each arrives and waits, under a policy that decides about nobody before they are about to give
 * up; so the engine has all that it keeps of those who wait, what it foretold included. No two
 * share a condition.
 */
public final class MemoryReport {
  private static final MatchingPolicy NO_DECISIONS =
      new MatchingPolicy(
          new MatchingPolicy.Timing.BeforeExpiry(),
          MatchingPolicy.Partners.SCARCEST,
          true,
          true,
          Duration.ofMinutes(1),
          true);

  private MemoryReport() {}

  /** Measures; without arguments. */
  public static void main(String[] arguments) {
    var rows = new ArrayList<List<String>>();
    measure(Crowd.MEAL, 1_000, 0);
    for (Crowd crowd : List.of(Crowd.MEAL, Crowd.LARGE)) {
      for (int people : List.of(10_000, 100_000)) {
        rows.add(measure(crowd, people, 0));
      }
      rows.add(measure(crowd, 10_000, 20));
    }
    Markdown.print(
        "Bytes of the heap for each who waits",
        List.of("category", "waiting", "avoided", "engine", "the caller's request", "together"),
        rows);
  }

  private static List<String> measure(Crowd crowd, int people, int avoided) {
    System.err.printf("memory: %s, %,d people%n", crowd.title(), people);
    var now = Instant.parse("2026-03-02T00:00:00Z");
    long before = used();
    List<WaitingRequest<Long>> requests = requests(crowd, people, avoided, now);
    long withRequests = used();
    var pool = new OnlineMatcher<Long>(crowd.category(), NO_DECISIONS, 0);
    requests.forEach(request -> pool.add(request, now));
    long withPool = used();
    if (pool.waiting() != requests.size()) {
      throw new IllegalStateException("not all wait: " + pool.waiting());
    }
    return Markdown.row(
        crowd.title(),
        "%,d".formatted(people),
        avoided,
        "%,d".formatted((withPool - withRequests) / people),
        "%,d".formatted((withRequests - before) / people),
        "%,d".formatted((withPool - before) / people));
  }

  private static List<WaitingRequest<Long>> requests(
      Crowd crowd, int people, int avoided, Instant now) {
    var arrivals = new Arrivals(crowd, people, avoided, 0);
    return Stream.generate(() -> arrivals.next(now)).limit(people).toList();
  }

  /** After all that can be has been collected. */
  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
