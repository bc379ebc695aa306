package dev.moim.benchmarks;

import dev.moim.application.matching.port.in.GenerateArrivals;
import dev.moim.application.matching.port.in.MatchPeople;
import dev.moim.application.matching.port.in.SimulateMatching.Arrival;
import dev.moim.application.matching.service.BatchMatchingUseCases;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.matching.Matching;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Measures how long it takes to match everybody at once, and how many of the possible are. */
public final class WholeFileReport {
  private static final int[] PEOPLE = {1_000, 10_000, 100_000};

  private WholeFileReport() {}

  /** Measures each thing three times; once if the only argument is {@code --quick}. */
  public static void main(String[] arguments) {
    int times = List.of(arguments).contains("--quick") ? 1 : 3;
    var rows = new ArrayList<List<String>>();
    for (Crowd crowd : List.of(Crowd.MEAL, Crowd.LARGE)) {
      var useCases = BatchMatchingUseCases.of(new Categories(List.of(crowd.category())));
      for (int i = 0; i < 3; i++) {
        useCases.matchPeople().match(command(crowd, useCases.generateArrivals(), PEOPLE[0]));
      }
      for (int people : PEOPLE) {
        System.err.printf("everybody at once: %s, %,d people%n", crowd.title(), people);
        rows.add(row(crowd, useCases, people, times));
      }
    }
    Markdown.print(
        "Everybody at once",
        List.of("category", "people", "matched", "upper bound", "matched ÷ bound", "seconds"),
        rows);
  }

  private static MatchPeople.Command command(Crowd crowd, GenerateArrivals generator, int people) {
    var burst =
        new GenerateArrivals.Crowd(
            Instant.EPOCH, Optional.empty(), Optional.of(people), Duration.ZERO);
    String category = crowd.category().key().value();
    List<Arrival> arrivals =
        generator.generate(
            new GenerateArrivals.Command(
                category,
                crowd.habits(),
                burst,
                crowd.sizes(),
                crowd.category().patience(),
                List.of(),
                0));
    return new MatchPeople.Command(category, arrivals.stream().map(Arrival::person).toList(), 1);
  }

  private static List<String> row(
      Crowd crowd, BatchMatchingUseCases useCases, int people, int times) {
    MatchPeople.Command command = command(crowd, useCases.generateArrivals(), people);
    double[] seconds = new double[times];
    int matched = 0;
    int bound = 0;
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      Matching<String> matching = useCases.matchPeople().match(command);
      seconds[i] = (System.nanoTime() - start) / 1e9;
      matched = matching.matched();
      bound = matching.upperBound();
    }
    Arrays.sort(seconds);
    return Markdown.row(
        crowd.title(),
        "%,d".formatted(people),
        "%,d".formatted(matched),
        "%,d".formatted(bound),
        "%.2f %%".formatted(100.0 * matched / bound),
        "%.2f".formatted(seconds[times / 2]));
  }
}
