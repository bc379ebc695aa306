package dev.moim.adapter.web.matching;

import dev.moim.application.matching.port.in.DryRun;
import dev.moim.application.matching.port.in.Simulation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** How policies would have served the people of a day, for admins. */
@Schema(name = "DryRun")
record DryRunResponse(
    @Schema(example = "meal") String category,
    LocalDate date,
    Happened happened,
    List<Report> policies) {
  /** What really became of the people of the day. */
  @Schema(name = "DryRunHappened")
  record Happened(int people, int matched, int expired, int cancelled) {}

  /** What would have become of them. */
  @Schema(name = "DryRunPolicy")
  record Report(
      @Schema(example = "oldest-first") String policy,
      int people,
      int matched,
      @Schema(
              description = "The share of the people who were matched",
              minimum = "0",
              maximum = "1")
          double rate,
      @Schema(description = "People per group; 0 if there were none") double meanSize,
      Waits timeToMatchSeconds,
      @Schema(description = "How many of the matched asked for less by then") int relaxed) {
    static Report of(Simulation simulation) {
      Simulation.Quantiles waits = simulation.timeToMatch();
      return new Report(
          simulation.policy(),
          simulation.people(),
          simulation.matched(),
          simulation.rate(),
          simulation.meanSize(),
          new Waits(seconds(waits.p50()), seconds(waits.p95())),
          simulation.relaxed());
    }

    private static long seconds(Duration wait) {
      return wait.toSeconds();
    }
  }

  /** Half, and 19 of 20 people, wait no longer; who is not matched, for all of their patience. */
  @Schema(name = "DryRunWaits")
  record Waits(long p50, long p95) {}

  static DryRunResponse of(DryRun run) {
    DryRun.Happened happened = run.happened();
    return new DryRunResponse(
        run.category().value(),
        run.date(),
        new Happened(
            happened.people(), happened.matched(), happened.expired(), happened.cancelled()),
        run.policies().stream().map(Report::of).toList());
  }
}
