package dev.moim.benchmarks;

import dev.moim.application.shared.Page;
import org.openjdk.jmh.annotations.Benchmark;

/** What a validated record costs. */
public class PageBenchmark {
  @Benchmark
  public Page page() {
    return new Page(0, 10);
  }
}
