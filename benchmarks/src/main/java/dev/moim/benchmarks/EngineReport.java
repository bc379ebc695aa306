package dev.moim.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs the benchmarks of the online engine, and prints what came of it. */
public final class EngineReport {
  private final boolean quick;

  private EngineReport(boolean quick) {
    this.quick = quick;
  }

  /** Runs all, shortly if the only argument is {@code --quick}. */
  public static void main(String[] arguments) throws RunnerException {
    new EngineReport(List.of(arguments).contains("--quick")).run();
  }

  private void run() throws RunnerException {
    String[] avoided = quick ? new String[] {"0", "20"} : new String[] {"0", "5", "20"};
    Collection<RunResult> decisions = run(OnlineBenchmark.class, "decide", avoided);
    Collection<RunResult> scans = run(ScanBenchmark.class, "decide");
    Collection<RunResult> others = run(OnlineBenchmark.class, "(advance|everything)", "0");
    Map<String, Double> medianOfScan = new HashMap<>();
    scans.forEach(result -> medianOfScan.put(crowdOf(result), median(result)));
    var rows = new ArrayList<List<String>>();
    decisions.forEach(result -> {
      double faster = medianOfScan.getOrDefault(crowdOf(result), Double.NaN) / median(result);
      rows.add(row("decision", result, "%,.0f".formatted(faster)));
    });
    scans.forEach(result -> rows.add(row("the same by a scan of all", result, "1")));
    others.forEach(result -> rows.add(row(nameOf(result), result, "")));
    Markdown.print(
        "One arrival, %,d people waiting, 2 threads; times in µs".formatted(BusyPool.WAITING),
        List.of(
            "what",
            "category",
            "avoided",
            "per second",
            "mean",
            "p50",
            "p99",
            "p99.9",
            "max",
            "times as fast as the scan (p50)"),
        rows);
  }

  private static String crowdOf(RunResult result) {
    return result.getParams().getParam("crowd");
  }

  private static double median(RunResult result) {
    return result.getPrimaryResult().getStatistics().getPercentile(50);
  }

  private Collection<RunResult> run(Class<?> benchmark, String method, String... avoided)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + benchmark.getName() + "\\." + method + "$")
            .forks(1)
            .warmupIterations(2)
            .warmupTime(quick ? TimeValue.milliseconds(500) : TimeValue.seconds(2))
            .measurementIterations(quick ? 2 : 5)
            .measurementTime(quick ? TimeValue.milliseconds(500) : TimeValue.seconds(3))
            .shouldDoGC(false);
    if (avoided.length > 0) {
      options.param("avoided", avoided);
    }
    OutputFormat progress =
        OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
    return new Runner(options.build(), progress).run();
  }

  private static String nameOf(RunResult result) {
    return result.getPrimaryResult().getLabel().equals("advance")
        ? "what is due until the next"
        : "all of it, and taking others in";
  }

  private static List<String> row(String what, RunResult result, String faster) {
    Result<?> primary = result.getPrimaryResult();
    Statistics statistics = primary.getStatistics();
    double micros = TimeUnit.SECONDS.toMicros(1);
    String avoided = result.getParams().getParam("avoided");
    return Markdown.row(
        what,
        Crowd.named(crowdOf(result)).title(),
        avoided == null ? "0" : avoided,
        "%,.0f".formatted(result.getParams().getThreads() * micros / statistics.getMean()),
        "%,.1f".formatted(statistics.getMean()),
        "%,.1f".formatted(statistics.getPercentile(50)),
        "%,.1f".formatted(statistics.getPercentile(99)),
        "%,.1f".formatted(statistics.getPercentile(99.9)),
        "%,.0f".formatted(statistics.getMax()),
        faster);
  }
}
