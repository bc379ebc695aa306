package dev.moim.benchmarks;

import dev.moim.application.matching.port.in.MatchPeople;
import dev.moim.application.matching.port.in.SimulateMatching;
import dev.moim.application.matching.port.in.SimulateMatching.Arrival;
import dev.moim.application.matching.port.in.SimulateMatching.Contender;
import dev.moim.application.matching.port.in.Simulation;
import dev.moim.application.matching.service.BatchMatchingUseCases;
import dev.moim.benchmarks.Scenario.Consent;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.matching.Matching;
import dev.moim.domain.matching.MatchingPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How well people are matched: by generated files with the seeds 0 to 9, and by files of a
 * directory if one is given, which are named as {@link Scenario#fileName} says. No clock is
 * involved: every machine prints the same.
 */
public final class GoalsReport {
  private static final int SEEDS = 10;
  private static final int FILES = 10;
  private static final int SEED_OF_DECISIONS = 1;

  /** Short of a goal by no more than this it counts as reached; it is lost in writing it down. */
  private static final double ROUNDING = 1e-9;

  private static final List<Contender> POLICIES =
      List.of(
          new Contender("default", MatchingPolicy.DEFAULT),
          new Contender("no-joiners", policy(MatchingPolicy.Partners.SCARCEST, false, 1, true)),
          new Contender("no-rearranging", policy(MatchingPolicy.Partners.SCARCEST, true, 1, false)),
          new Contender("no-rescue", policy(MatchingPolicy.Partners.SCARCEST, true, 0, true)),
          new Contender("oldest-first", policy(MatchingPolicy.Partners.OLDEST, true, 1, true)));

  private final BatchMatchingUseCases useCases =
      BatchMatchingUseCases.of(new Categories(List.of(Crowd.MEAL.category())));
  private final Optional<Path> directory;
  private final Map<String, Integer> bounds;
  private final Map<Scenario, Outcomes> outcomes = new LinkedHashMap<>();

  private GoalsReport(Optional<Path> directory) throws IOException {
    this.directory = directory;
    bounds = directory.isPresent() ? bounds(directory.get().resolve("bounds.json")) : Map.of();
  }

  /** What came of one file, for each of the policies. */
  private record Outcome(List<Simulation> policies) {
    Simulation usual() {
      return policies.getFirst();
    }
  }

  /** What came of a scenario's files: the generated ones, and those of the directory. */
  private record Outcomes(List<Outcome> generated, List<Outcome> files) {}

  /**
   * A line of the table.
   *
   * @param value what is to be reached in one file
   * @param goal the least that is to be reached; the greatest if it is negative
   */
  private record Goal(
      String name,
      List<Scenario> scenarios,
      String form,
      ToDoubleFunction<Simulation> value,
      double goal) {
    boolean isReachedBy(double reached) {
      return goal < 0 ? reached <= -goal + ROUNDING : reached >= goal - ROUNDING;
    }

    String write(double number) {
      return form.formatted(number);
    }
  }

  /** Measures; a directory of files is the only argument, and may be left out. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Optional<Path> directory =
        arguments.length == 0 ? Optional.empty() : Optional.of(Path.of(arguments[0]));
    var report = new GoalsReport(directory);
    report.simulateAll();
    report.printGoals();
    report.printPolicies();
    report.printChances();
  }

  private static MatchingPolicy policy(
      MatchingPolicy.Partners partners, boolean joiners, int rescueMinutes, boolean rearranging) {
    return new MatchingPolicy(
        MatchingPolicy.Timing.atArrival(),
        partners,
        joiners,
        true,
        Duration.ofMinutes(rescueMinutes),
        rearranging);
  }

  // --- What is to be reached ---------------------------------------------------------------------

  private static List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    Map<String, Double> bursts = Map.of("2-2", 0.99, "2-4", 0.99, "4-4", 0.98, "mixed", 0.97);
    for (String sizes : Scenario.ALL_SIZES) {
      goals.add(
          ratio(
              "matched ÷ optimum",
              List.of(Scenario.burst(sizes)),
              bursts.getOrDefault(sizes, 1.0)));
    }
    Scenario usual = Scenario.stream("2-4", "0.3");
    goals.add(new Goal("matched", List.of(usual), "%.3f", Simulation::rate, 0.87));
    goals.add(new Goal("mean size", List.of(usual), "%.2f", Simulation::meanSize, 2.6));
    goals.add(
        new Goal(
            "median wait, s",
            List.of(usual),
            "%.0f",
            report -> report.timeToMatch().p50().toSeconds(),
            -ROUNDING));
    Scenario pairs = Scenario.stream("2-2", "0.1").with(Consent.SETS);
    goals.add(new Goal("matched", List.of(pairs), "%.3f", Simulation::rate, 0.88));
    Scenario fours = Scenario.stream("4-4", "0.3");
    goals.add(
        new Goal("matched", List.of(fours.with(Consent.SETS)), "%.3f", Simulation::rate, 0.80));
    goals.add(
        new Goal(
            "matched", List.of(fours.with(Consent.SETS_AND_SIZE)), "%.3f", Simulation::rate, 0.90));
    Map<String, Double> streams = Map.of("2-2", 0.92, "2-4", 0.92, "4-4", 0.88, "mixed", 0.88);
    for (String sizes : Scenario.ALL_SIZES) {
      for (String rate : Scenario.ALL_RATES) {
        goals.add(
            ratio(
                "matched ÷ hindsight bound",
                List.of(Scenario.stream(sizes, rate)),
                streams.getOrDefault(sizes, 1.0)));
      }
    }
    for (String sizes : Scenario.ALL_SIZES) {
      goals.add(
          new Goal(
              "p95 wait, narrowest ÷ median tenth",
              Scenario.ALL_RATES.stream().map(rate -> Scenario.stream(sizes, rate)).toList(),
              "%.2f",
              GoalsReport::narrowness,
              -2));
    }
    return goals;
  }

  private static Goal ratio(String name, List<Scenario> scenarios, double goal) {
    return new Goal(name, scenarios, "%.3f", report -> report.ratioToBound().orElseThrow(), goal);
  }

  /** Where the median tenth does not wait, any wait of the narrowest is infinitely longer. */
  private static double narrowness(Simulation report) {
    boolean waits = report.narrowness().tenths().getFirst().p95().isPositive();
    return report.narrowness().ratio().orElse(waits ? Double.POSITIVE_INFINITY : 1);
  }

  // --- Simulating --------------------------------------------------------------------------------

  private void simulateAll() throws IOException, InterruptedException, ExecutionException {
    Set<Scenario> scenarios = new LinkedHashSet<>();
    goals().forEach(goal -> scenarios.addAll(goal.scenarios));
    Map<Scenario, List<Future<Outcome>>> generated = new LinkedHashMap<>();
    Map<Scenario, List<Future<Outcome>>> files = new LinkedHashMap<>();
    try (ExecutorService executor =
        Executors.newFixedThreadPool(Math.min(2, Runtime.getRuntime().availableProcessors()))) {
      for (Scenario scenario : scenarios) {
        generated.put(
            scenario,
            IntStream.range(0, SEEDS)
                .mapToObj(seed ->
                    executor.submit(() ->
                        outcome(
                            scenario,
                            scenario.generate(useCases.generateArrivals(), seed),
                            Optional.empty())))
                .toList());
        var those = new ArrayList<Future<Outcome>>();
        for (Path file : filesOf(scenario)) {
          List<Arrival> arrivals = scenario.restricted(ArrivalFile.read(file));
          Optional<Integer> bound = knownBound(scenario, file);
          those.add(executor.submit(() -> outcome(scenario, arrivals, bound)));
        }
        files.put(scenario, those);
      }
      for (Scenario scenario : scenarios) {
        outcomes.put(
            scenario,
            new Outcomes(
                all(generated.getOrDefault(scenario, List.of())),
                all(files.getOrDefault(scenario, List.of()))));
        System.err.printf("%d of %d: %s%n", outcomes.size(), scenarios.size(), scenario);
      }
    }
  }

  private static List<Outcome> all(List<Future<Outcome>> futures)
      throws InterruptedException, ExecutionException {
    var outcomes = new ArrayList<Outcome>();
    for (Future<Outcome> future : futures) {
      outcomes.add(future.get());
    }
    return outcomes;
  }

  private List<Path> filesOf(Scenario scenario) {
    return directory.stream()
        .flatMap(dir ->
            IntStream.range(0, FILES).mapToObj(number -> dir.resolve(scenario.fileName(number))))
        .filter(Files::exists)
        .toList();
  }

  /** What {@code bounds.json} says of a file holds for those only who agreed to nothing. */
  private Optional<Integer> knownBound(Scenario scenario, Path file) {
    return scenario.consent() == Consent.NOTHING
        ? Optional.ofNullable(bounds.get(String.valueOf(file.getFileName())))
        : Optional.empty();
  }

  private Outcome outcome(Scenario scenario, List<Arrival> arrivals, Optional<Integer> bound) {
    List<Simulation> reports =
        scenario.isBurst() ? List.of(matched(arrivals)) : simulated(arrivals);
    return new Outcome(reports.stream().map(report -> withBound(report, bound)).toList());
  }

  private List<Simulation> simulated(List<Arrival> arrivals) {
    var command =
        new SimulateMatching.Command(
            Crowd.MEAL.category().key().value(), arrivals, POLICIES, SEED_OF_DECISIONS, true);
    return useCases.simulateMatching().simulate(command, progress -> {});
  }

  /** Everybody matched at once, in the form of a simulation without any time. */
  private Simulation matched(List<Arrival> arrivals) {
    Matching<String> matching =
        useCases
            .matchPeople()
            .match(
                new MatchPeople.Command(
                    Crowd.MEAL.category().key().value(),
                    arrivals.stream().map(Arrival::person).toList(),
                    SEED_OF_DECISIONS));
    var nobody = new Simulation.Narrowness.Part(0, 0, Duration.ZERO);
    return new Simulation(
        "everybody at once",
        matching.people(),
        matching.matched(),
        new TreeMap<>(),
        new Simulation.Quantiles(Duration.ZERO, Duration.ZERO, Duration.ZERO),
        List.of(),
        0,
        0,
        Optional.of(matching.upperBound()),
        new Simulation.Narrowness(List.of(nobody), nobody),
        List.of());
  }

  /** The lower of two bounds holds. */
  private static Simulation withBound(Simulation report, Optional<Integer> known) {
    Optional<Integer> bound =
        report.bound().map(own -> known.map(other -> Math.min(own, other)).orElse(own));
    return new Simulation(
        report.policy(),
        report.people(),
        report.matched(),
        report.groups(),
        report.timeToMatch(),
        report.waits(),
        report.relaxed(),
        report.moved(),
        bound,
        report.narrowness(),
        report.forecasts());
  }

  private static Map<String, Integer> bounds(Path file) throws IOException {
    Map<String, Integer> bounds = new HashMap<>();
    if (Files.exists(file)) {
      Matcher entry =
          Pattern.compile("\"([^\"]+)\":\\s*\\{[^}]*\"upper_bound\":\\s*([0-9.]+)")
              .matcher(Files.readString(file));
      while (entry.find()) {
        bounds.put(entry.group(1), (int) (Double.parseDouble(entry.group(2)) + ROUNDING));
      }
    }
    return bounds;
  }

  // --- Printing ----------------------------------------------------------------------------------

  private void printGoals() {
    var rows = new ArrayList<List<String>>();
    for (Goal goal : goals()) {
      for (Scenario scenario : goal.scenarios) {
        rows.add(row(goal, scenario));
      }
    }
    Markdown.print(
        "What is to be reached",
        List.of(
            "who comes",
            "what",
            "to reach",
            "seeds 0–9: mean",
            "worst",
            "files: mean",
            "worst",
            "reached"),
        rows);
    List<Simulation> all =
        outcomes.values().stream()
            .flatMap(those -> Stream.concat(those.generated.stream(), those.files.stream()))
            .map(Outcome::usual)
            .toList();
    System.out.printf(
        "More were matched than the bound says in %d of %d files.%n%n",
        all.stream().filter(GoalsReport::isAboveBound).count(), all.size());
  }

  private static boolean isAboveBound(Simulation report) {
    return report.bound().filter(most -> report.matched() > most).isPresent();
  }

  private List<String> row(Goal goal, Scenario scenario) {
    Outcomes those = outcomesOf(scenario);
    double[] generated = values(goal, those.generated);
    double[] files = values(goal, those.files);
    return Markdown.row(
        scenario,
        goal.name,
        (goal.goal < 0 ? "≤ " : "≥ ") + goal.write(Math.abs(goal.goal)),
        goal.write(mean(generated)),
        goal.write(worst(goal, generated)),
        files.length == 0 ? "–" : goal.write(mean(files)),
        files.length == 0 ? "–" : goal.write(worst(goal, files)),
        verdict(goal, generated, files));
  }

  private Outcomes outcomesOf(Scenario scenario) {
    return outcomes.getOrDefault(scenario, new Outcomes(List.of(), List.of()));
  }

  private static double[] values(Goal goal, List<Outcome> outcomes) {
    return outcomes.stream().map(Outcome::usual).mapToDouble(goal.value).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static double worst(Goal goal, double[] values) {
    var sorted = Arrays.stream(values).sorted().toArray();
    return goal.goal < 0 ? sorted[sorted.length - 1] : sorted[0];
  }

  private static String verdict(Goal goal, double[] generated, double[] files) {
    boolean onAverage =
        goal.isReachedBy(mean(generated)) && (files.length == 0 || goal.isReachedBy(mean(files)));
    long missed =
        IntStream.range(0, generated.length).filter(i -> !goal.isReachedBy(generated[i])).count()
            + IntStream.range(0, files.length).filter(i -> !goal.isReachedBy(files[i])).count();
    int all = generated.length + files.length;
    return missed == 0
        ? "yes"
        : (onAverage ? "on average; not in %d of %d" : "no; not in %d of %d")
            .formatted(missed, all);
  }

  private void printPolicies() {
    var rows = new ArrayList<List<String>>();
    List<Scenario> scenarios =
        List.of(
            Scenario.stream("2-4", "0.3"),
            Scenario.stream("2-2", "0.1").with(Consent.SETS),
            Scenario.stream("4-4", "0.3").with(Consent.SETS_AND_SIZE));
    for (Scenario scenario : scenarios) {
      for (int i = 0; i < POLICIES.size(); i++) {
        int policy = i;
        Function<ToDoubleFunction<Simulation>, Double> mean =
            value ->
                outcomesOf(scenario).generated.stream()
                    .mapToDouble(outcome -> value.applyAsDouble(outcome.policies.get(policy)))
                    .average()
                    .orElse(Double.NaN);
        rows.add(
            Markdown.row(
                scenario,
                POLICIES.get(i).name(),
                "%.3f".formatted(mean.apply(Simulation::rate)),
                "%.2f".formatted(mean.apply(Simulation::meanSize)),
                "%.0f".formatted(mean.apply(report -> report.timeToMatch().p50().toSeconds())),
                "%.0f".formatted(mean.apply(report -> report.timeToMatch().p95().toSeconds())),
                "%.0f".formatted(mean.apply(Simulation::moved)),
                "%.3f".formatted(mean.apply(report -> report.ratioToBound().orElseThrow()))));
      }
    }
    Markdown.print(
        "Policies, mean over seeds 0–9",
        List.of(
            "who comes",
            "policy",
            "matched",
            "mean size",
            "median wait, s",
            "p95, s",
            "moved",
            "÷ hindsight bound"),
        rows);
  }

  private void printChances() {
    var rows = new ArrayList<List<String>>();
    outcomes.forEach((scenario, those) -> {
      if (!scenario.isBurst()) {
        var row = new ArrayList<String>(List.of(scenario.toString()));
        for (int minutes : List.of(5, 15, 30)) {
          List<Simulation.Forecast> forecasts =
              those.generated.stream()
                  .flatMap(outcome -> outcome.usual().forecasts().stream())
                  .filter(forecast -> forecast.within().toMinutes() == minutes)
                  .toList();
          row.add(
              "%.3f / %.2f"
                  .formatted(
                      weighted(forecasts, Simulation.Forecast::brier),
                      weighted(forecasts, Simulation.Forecast::coverage)));
        }
        rows.add(row);
      }
    });
    Markdown.print(
        "Chances that people are told: Brier score / coverage, seeds 0–9",
        List.of("who comes", "within 5 min", "15 min", "30 min"),
        rows);
  }

  private static double weighted(
      List<Simulation.Forecast> forecasts, ToDoubleFunction<Simulation.Forecast> value) {
    return forecasts.stream().mapToDouble(each -> each.told() * value.applyAsDouble(each)).sum()
        / forecasts.stream().mapToInt(Simulation.Forecast::told).sum();
  }
}
