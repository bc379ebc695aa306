package dev.moim.adapter.web.matching;

import dev.moim.application.matching.port.in.NamedPolicy;
import dev.moim.application.matching.port.in.PoolInspection;
import dev.moim.domain.matching.Cause;
import dev.moim.domain.matching.EndReason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a pool works, for admins. */
@Schema(name = "PoolInspection")
record PoolInspectionResponse(
    @Schema(example = "meal") String category,
    @Schema(description = "How many requests wait") long waiting,
    @Schema(description = "For how long the oldest of them has waited; absent if nobody waits")
        @Nullable Long oldestSeconds,
    @Schema(description = "Groups that may still change") int openGroups,
    LastHour lastHour,
    @Schema(
            description =
                "How long half of those waited at most who got a group within the last hour")
        @Nullable Long timeToMatchSeconds,
    @Schema(description = "The last 50 decisions since the start of the server, the latest first")
        List<Decided> decisions) {
  /** All of them: as many as there are categories. */
  @Schema(name = "PoolInspections")
  record Listed(
      List<PoolInspectionResponse> items,
      @Schema(description = "What can be tried with a dry run") List<Policy> policies) {}

  /** A policy that can be tried. */
  @Schema(name = "MatchingPolicy")
  record Policy(String name, @Schema(description = "What it does, in English") String description) {
    static List<Policy> all() {
      return NamedPolicy.ALL.stream()
          .map(policy -> new Policy(policy.name(), policy.description()))
          .toList();
    }
  }

  /** What happened within the last hour, to the minute. */
  @Schema(name = "PoolLastHour")
  record LastHour(
      @Schema(description = "People who began to wait") int arrived,
      @Schema(description = "People who got a group or a seat, or were asked about a group")
          int matched,
      @Schema(description = "People who waited in vain") int expired,
      @Schema(description = "Decisions given up because somebody had changed meanwhile")
          int lost) {}

  /** Something that was decided, never about whom. */
  @Schema(name = "PoolDecision")
  record Decided(
      Instant at,
      @Schema(allowableValues = {"FORMED", "CHANGED", "CLOSED", "DISSOLVED", "EXPIRED"})
          String kind,
      @Schema(description = "How many it is about") int people,
      @Schema(
              description = "Why: about a group one of the first seven, else one of the others",
              allowableValues = {
                "ARRIVAL",
                "RELAXATION",
                "RESCUE",
                "RECOMPUTATION",
                "WITHDRAWAL",
                "TIME",
                "RESTORED",
                "NOBODY_SUITED",
                "NO_GROUP_POSSIBLE",
                "GROUP_FELL_APART"
              })
          @Nullable String reason) {
    static Decided of(PoolInspection.Decided decided) {
      return new Decided(
          decided.at(),
          decided.kind().name(),
          decided.people(),
          decided
              .cause()
              .map(Cause::name)
              .or(() -> decided.ended().map(EndReason::name))
              .orElse(null));
    }
  }

  static PoolInspectionResponse of(PoolInspection pool) {
    PoolInspection.LastHour hour = pool.lastHour();
    return new PoolInspectionResponse(
        pool.category().value(),
        pool.waiting(),
        pool.oldest().map(Duration::toSeconds).orElse(null),
        pool.openGroups(),
        new LastHour(hour.arrived(), hour.matched(), hour.expired(), hour.lost()),
        pool.timeToMatch().map(Duration::toSeconds).orElse(null),
        pool.decisions().stream().map(Decided::of).toList());
  }
}
