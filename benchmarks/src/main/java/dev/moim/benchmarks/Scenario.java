package dev.moim.benchmarks;

import dev.moim.application.matching.port.in.GenerateArrivals;
import dev.moim.application.matching.port.in.SimulateMatching.Arrival;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.Relaxation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way in which people come for a meal: as a stream, or 100 at once.
 *
 * @param sizes what they want: {@code 2-2}, {@code 2-4}, {@code 4-4} or {@code mixed}
 * @param perMinute {@code 0.1}, {@code 0.3} or {@code 1}; empty for a burst
 * @param consent what they agree to ask for no longer after a while
 */
record Scenario(String sizes, String perMinute, Consent consent) {
  static final List<String> ALL_SIZES = List.of("2-2", "2-4", "4-4", "mixed");
  static final List<String> ALL_RATES = List.of("0.1", "0.3", "1");
  private static final int BURST = 100;

  /** What people agree to. */
  enum Consent {
    NOTHING(""),
    SETS("way@10m time@20m"),
    SETS_AND_SIZE("way@10m time@20m size-2@15m");

    private final String steps;

    Consent(String steps) {
      this.steps = steps;
    }

    List<Relaxation> relaxations() {
      return steps.isEmpty()
          ? List.of()
          : Stream.of(steps.split(" ", -1)).map(ArrivalFile::relaxation).toList();
    }
  }

  static Scenario burst(String sizes) {
    return new Scenario(sizes, "", Consent.NOTHING);
  }

  static Scenario stream(String sizes, String perMinute) {
    return new Scenario(sizes, perMinute, Consent.NOTHING);
  }

  Scenario with(Consent agreed) {
    return new Scenario(sizes, perMinute, agreed);
  }

  boolean isBurst() {
    return perMinute.isEmpty();
  }

  /** The name of a file of this kind. */
  String fileName(int number) {
    return isBurst()
        ? "burst-%s-%d-%d.csv".formatted(sizes, BURST, number)
        : "stream-%s%s-%spm-%d.csv"
            .formatted(consent == Consent.NOTHING ? "" : "relax-", sizes, perMinute, number);
  }

  /** A day of them, or a third of one at the highest rate, as the files have. */
  List<Arrival> generate(GenerateArrivals generator, int seed) {
    GenerateArrivals.Crowd crowd =
        isBurst()
            ? new GenerateArrivals.Crowd(
                Instant.EPOCH, Optional.empty(), Optional.of(BURST), Duration.ZERO)
            : new GenerateArrivals.Crowd(
                Instant.parse("2026-03-02T00:00:00Z"),
                Optional.of(Double.valueOf(perMinute)),
                Optional.empty(),
                Duration.ofHours(perMinute.equals("1") ? 8 : 24));
    return generator.generate(
        new GenerateArrivals.Command(
            Crowd.MEAL.category().key().value(),
            Crowd.MEAL.habits(),
            crowd,
            groupSizes(),
            Crowd.MEAL.category().patience(),
            consent.relaxations(),
            seed));
  }

  /** The same people with this scenario's consent, where they agreed to more. */
  List<Arrival> restricted(List<Arrival> arrivals) {
    List<Relaxation> agreed = consent.relaxations();
    return arrivals.stream()
        .map(arrival ->
            new Arrival(
                arrival.person(),
                arrival.expiresAt(),
                arrival.relaxations().stream().filter(agreed::contains).toList()))
        .toList();
  }

  private List<GroupSize> groupSizes() {
    return sizes.equals("mixed") ? Crowd.MEAL.sizes() : Crowd.sizes(sizes);
  }

  @Override
  public String toString() {
    String agreed =
        switch (consent) {
          case NOTHING -> "";
          case SETS -> ", consent: sets";
          case SETS_AND_SIZE -> ", consent: sets and size";
        };
    return (isBurst() ? "100 at once, " : "")
        + sizes
        + (isBurst() ? "" : ", " + perMinute + "/min")
        + agreed;
  }
}
