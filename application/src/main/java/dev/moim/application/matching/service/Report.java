package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.Simulation;
import dev.moim.application.matching.port.in.Simulation.Bin;
import dev.moim.application.matching.port.in.Simulation.Forecast;
import dev.moim.application.matching.port.in.Simulation.Narrowness;
import dev.moim.application.matching.port.in.Simulation.Quantiles;
import dev.moim.application.matching.service.Replay.Told;
import dev.moim.domain.matching.WaitingRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sums up a replay. */
final class Report {
  private static final int BINS = 10;

  private final Replay replay;
  private final List<WaitingRequest<Integer>> narrowestFirst;

  /**
   * @param narrowestFirst the requests of the replay
   */
  Report(Replay replay, List<WaitingRequest<Integer>> narrowestFirst) {
    this.replay = replay;
    this.narrowestFirst = narrowestFirst;
  }

  Simulation of(String policy, Optional<Integer> bound) {
    Collection<WaitingRequest<Integer>> all = narrowestFirst;
    var groups = new TreeMap<Integer, Integer>();
    replay.sizes().forEach(size -> groups.merge(size, 1, Integer::sum));
    return new Simulation(
        policy,
        people(all, request -> true),
        people(all, replay::isMatched),
        groups,
        quantiles(all),
        perPerson(all.stream().filter(replay::isMatched).toList()),
        people(all, request -> replay.isMatched(request) && replay.isRelaxed(request)),
        replay.moved(),
        bound,
        narrowness(),
        forecasts());
  }

  private static int people(
      Collection<WaitingRequest<Integer>> requests, Predicate<WaitingRequest<Integer>> which) {
    return requests.stream().filter(which).mapToInt(WaitingRequest::people).sum();
  }

  private Quantiles quantiles(Collection<WaitingRequest<Integer>> requests) {
    List<Duration> waits = perPerson(requests);
    return new Quantiles(quantile(waits, 50), quantile(waits, 95), quantile(waits, 99));
  }

  /** How long each person waited, ascending; those in no group until their patience ended. */
  private List<Duration> perPerson(Collection<WaitingRequest<Integer>> requests) {
    return requests.stream()
        .flatMap(request -> Collections.nCopies(request.people(), wait(request)).stream())
        .sorted()
        .toList();
  }

  private Duration wait(WaitingRequest<Integer> request) {
    return Optional.of(request)
        .filter(replay::isMatched)
        .flatMap(matched -> replay.wait(matched.id()))
        .orElse(Duration.between(request.submittedAt(), request.expiresAt()));
  }

  /** By nearest rank; zero if there is nothing. */
  private static Duration quantile(List<Duration> ascending, int percent) {
    int rank = (ascending.size() * percent + 99) / 100;
    return ascending.isEmpty() ? Duration.ZERO : ascending.get(rank - 1);
  }

  private Narrowness narrowness() {
    return new Narrowness(
        IntStream.range(0, 10).mapToObj(tenth -> part(10 * tenth, 10 * tenth + 10)).toList(),
        part(45, 55));
  }

  private Narrowness.Part part(int fromPercent, int toPercent) {
    long size = narrowestFirst.size();
    List<WaitingRequest<Integer>> requests =
        narrowestFirst.subList((int) (size * fromPercent / 100), (int) (size * toPercent / 100));
    return new Narrowness.Part(
        people(requests, request -> true),
        people(requests, replay::isMatched),
        quantile(perPerson(requests), 95));
  }

  private List<Forecast> forecasts() {
    return replay.told().stream()
        .collect(Collectors.groupingBy(Told::within, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> forecast(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Forecast forecast(Duration within, List<Told> told) {
    double squares =
        told.stream()
            .mapToDouble(each -> {
              double difference = each.chance() - (isInTime(each) ? 1 : 0);
              return difference * difference;
            })
            .sum();
    Map<Integer, List<Told>> byBin =
        told.stream()
            .collect(
                Collectors.groupingBy(
                    each -> Math.clamp((int) (each.chance() * BINS), 0, BINS - 1),
                    TreeMap::new,
                    Collectors.toList()));
    var bins = new ArrayList<Bin>();
    byBin.forEach((bin, those) -> bins.add(bin((double) bin / BINS, those)));
    int covered = bins.stream().filter(Bin::isCovered).mapToInt(Bin::told).sum();
    return new Forecast(
        within, told.size(), squares / told.size(), (double) covered / told.size(), bins);
  }

  private boolean isInTime(Told told) {
    return replay
        .wait(told.request())
        .filter(wait -> wait.compareTo(told.within()) <= 0)
        .isPresent();
  }

  private Bin bin(double from, List<Told> told) {
    int n = told.size();
    double chance = told.stream().mapToDouble(Told::chance).average().orElseThrow();
    double observed = (double) told.stream().filter(this::isInTime).count() / n;
    // Wilson's score interval, with the normal distribution's 97.5 % quantile.
    double z = 1.96;
    double middle = (observed + z * z / (2 * n)) / (1 + z * z / n);
    double half =
        z * Math.sqrt(observed * (1 - observed) / n + z * z / (4.0 * n * n)) / (1 + z * z / n);
    return new Bin(
        from, n, chance, observed, Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
