package dev.moim.benchmarks;

import dev.moim.domain.matching.Decision;
import dev.moim.domain.matching.WaitingRequest;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * What the online engine takes for one arrival where 10,000 people wait ({@link BusyPool}), and for
 * all that becomes due between two of them. Each thread has a pool of its own, as each category
 * has.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(2)
public class OnlineBenchmark {
  /** A pool as it is after its first half hour. */
  @State(Scope.Thread)
  public static class Busy {
    @Param({"meal", "large"})
    private String crowd = "meal";

    @Param({"0", "5", "20"})
    private int avoided;

    BusyPool pool = new BusyPool(Crowd.named(crowd), avoided, 0);

    @Setup(Level.Trial)
    public void fill(ThreadParams thread) {
      pool = new BusyPool(Crowd.named(crowd), avoided, thread.getThreadIndex());
      pool.fill();
    }
  }

  // One object for each thread, not one that another is given: JMH would make two of the latter.

  /** As many as ever wait, and somebody arrives. */
  @State(Scope.Thread)
  public static class BeforeArrival extends Busy {
    final Queue<WaitingRequest<Long>> arriving = new ArrayDeque<>();

    @Setup(Level.Invocation)
    public void goOn() {
      pool.goOn();
      pool.advance();
      pool.refill();
      arriving.add(pool.next());
    }
  }

  /** The last arrival has been decided about, and time has gone on. */
  @State(Scope.Thread)
  public static class AfterArrival extends Busy {
    @Setup(Level.Invocation)
    public void goOn() {
      pool.decide(pool.next());
      pool.refill();
      pool.goOn();
    }
  }

  /** One decision. */
  @Benchmark
  public List<Decision<Long>> decide(BeforeArrival before) {
    return before.pool.decide(before.arriving.remove());
  }

  /** What is due in the time until the next one: rescues, expiries, groups that are closed. */
  @Benchmark
  public List<Decision<Long>> advance(AfterArrival after) {
    return after.pool.advance();
  }

  /** One decision, what is due until then, and taking in as many as were matched. */
  @Benchmark
  public List<Decision<Long>> everything(Busy busy) {
    busy.pool.goOn();
    busy.pool.advance();
    List<Decision<Long>> decisions = busy.pool.decide(busy.pool.next());
    busy.pool.refill();
    return decisions;
  }
}
