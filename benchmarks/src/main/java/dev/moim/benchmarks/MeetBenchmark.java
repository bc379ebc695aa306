package dev.moim.benchmarks;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.OneOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What one meet of two conditions with three facets costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MeetBenchmark {
  private final AllOf lunch = meal(List.of("gaepo", "seocho"), List.of("lunch"));
  private final AllOf anytime = meal(List.of("gaepo"), List.of("lunch", "dinner"));

  private static AllOf meal(List<String> places, List<String> times) {
    return new AllOf(
        Map.of(
            new FacetKey("place"), new OneOf(places),
            new FacetKey("time"), new OneOf(times),
            new FacetKey("way"), new OneOf(List.of("delivery"))));
  }

  @Benchmark
  public Optional<AllOf> meet() {
    return lunch.meet(anytime);
  }
}
