package dev.moim.benchmarks;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.WaitingRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/**
 * The same decision as in {@link OnlineBenchmark} without an index, to compare with on the same
 * machine at the same moment: the conditions of all 10,000 who wait are met with that of the one
 * who arrives, and those who suit are taken in as long as a group can become valid.
 *
 * <p>It decides less well than the engine, for it takes the first who suit and undoes nothing; and
 * it has no rescues, avoided people or chances to keep up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(2)
public class ScanBenchmark {
  @Param({"meal", "large"})
  private String crowd = "meal";

  private Arrivals arrivals = new Arrivals(Crowd.named(crowd), 2 * BusyPool.WAITING, 0, 0);
  private final List<WaitingRequest<Long>> waiting = new ArrayList<>();

  @Setup
  public void fill() {
    arrivals = new Arrivals(Crowd.named(crowd), 2 * BusyPool.WAITING, 0, 1);
    waiting.clear();
    for (int i = 0; i < BusyPool.WAITING; i++) {
      waiting.add(arrivals.next(Instant.EPOCH));
    }
  }

  /** Whoever is matched is replaced at once. */
  @Benchmark
  public List<Integer> decide() {
    WaitingRequest<Long> arriving = arrivals.next(Instant.EPOCH);
    List<Integer> members = partners(arriving);
    members.forEach(member -> waiting.set(member, arrivals.next(Instant.EPOCH)));
    return members;
  }

  private List<Integer> partners(WaitingRequest<Long> arriving) {
    List<Integer> suitable = new ArrayList<>();
    for (int i = 0; i < waiting.size(); i++) {
      WaitingRequest<Long> other = waiting.get(i);
      if (arriving.size().meet(other.size()).isPresent()
          && arriving.condition().meet(other.condition()).isPresent()) {
        suitable.add(i);
      }
    }
    List<Integer> members = new ArrayList<>();
    AllOf common = arriving.condition();
    GroupSize size = arriving.size();
    for (int i = 0; i < suitable.size() && members.size() + 1 < size.max(); i++) {
      WaitingRequest<Long> other = waiting.get(suitable.get(i));
      Optional<AllOf> met = common.meet(other.condition());
      Optional<GroupSize> both = size.meet(other.size());
      if (met.isPresent() && both.isPresent() && members.size() + 2 <= both.get().max()) {
        common = met.get();
        size = both.get();
        members.add(suitable.get(i));
      }
    }
    return members.size() + 1 >= size.min() ? members : List.of();
  }
}
