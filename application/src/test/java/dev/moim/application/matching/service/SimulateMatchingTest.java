package dev.moim.application.matching.service;

import static dev.moim.application.matching.service.Arrivals.MEAL;
import static dev.moim.application.matching.service.Arrivals.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.application.matching.port.in.CheckArrivals;
import dev.moim.application.matching.port.in.GenerateArrivals;
import dev.moim.application.matching.port.in.SimulateMatching;
import dev.moim.application.matching.port.in.SimulateMatching.Arrival;
import dev.moim.application.matching.port.in.SimulateMatching.Command;
import dev.moim.application.matching.port.in.SimulateMatching.Contender;
import dev.moim.application.matching.port.in.SimulateMatching.Progress;
import dev.moim.application.matching.port.in.Simulation;
import dev.moim.application.matching.port.in.Simulation.Forecast;
import dev.moim.application.matching.port.in.Simulation.Narrowness.Part;
import dev.moim.application.matching.port.in.Simulation.Quantiles;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.ConditionError;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.MatchingPolicy;
import dev.moim.domain.matching.MatchingPolicy.Partners;
import dev.moim.domain.matching.MatchingPolicy.Timing;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.matching.Relaxation.AnyValue;
import dev.moim.domain.matching.Relaxation.SmallerGroup;
import dev.moim.domain.shared.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulateMatchingTest {
  private static final Contender DEFAULT = new Contender("default", MatchingPolicy.DEFAULT);
  private static final Contender PLAIN =
      new Contender(
          "plain",
          new MatchingPolicy(
              Timing.atArrival(), Partners.OLDEST, false, false, Duration.ZERO, false));

  private final BatchMatchingUseCases useCases =
      BatchMatchingUseCases.of(new Categories(List.of(MEAL)));
  private final SimulateMatching simulateMatching = useCases.simulateMatching();
  private final CheckArrivals checkArrivals = useCases.checkArrivals();

  @Test
  void two_who_suit_are_matched_when_the_second_arrives() {
    Simulation report = simulate(someone("a", "gaepo", 0), someone("b", "gaepo|out", 5));

    assertThat(report.matched()).isEqualTo(2);
    assertThat(report.rate()).isEqualTo(1);
    assertThat(report.groups()).isEqualTo(Map.of(2, 1));
    assertThat(report.meanSize()).isEqualTo(2);
    assertThat(report.waits()).containsExactly(Duration.ZERO, minutes(5));
    assertThat(report.timeToMatch())
        .isEqualTo(new Quantiles(Duration.ZERO, minutes(5), minutes(5)));
    assertThat(report.bound()).contains(2);
    assertThat(report.ratioToBound()).contains(1.0);
  }

  @Test
  void who_gives_up_has_waited_for_all_of_their_patience() {
    Simulation report =
        simulate(
            someone("a", "gaepo", 0),
            someone("b", "gaepo", 30),
            someone("c", "seocho", 31).until(32));

    assertThat(report.matched()).isZero();
    assertThat(report.waits()).isEmpty();
    assertThat(report.timeToMatch())
        .isEqualTo(new Quantiles(minutes(30), minutes(30), minutes(30)));
    assertThat(report.groups()).isEmpty();
    assertThat(report.meanSize()).isZero();
    assertThat(report.bound()).as("nobody was ever there together").contains(0);
    assertThat(report.ratioToBound()).contains(1.0);
  }

  @Test
  void who_joins_a_group_moves_nobody() {
    Arrivals[] arrivals = {
      someone("a", "gaepo", 0), someone("b", "gaepo", 1), someone("c", "gaepo", 2)
    };

    Simulation open = simulate(arrivals);
    Simulation closed = simulate(PLAIN, arrivals);

    assertThat(open.groups()).isEqualTo(Map.of(3, 1));
    assertThat(open.moved()).as("nobody lost a partner").isZero();
    assertThat(closed.groups()).isEqualTo(Map.of(2, 1));
    assertThat(closed.matched()).isEqualTo(2);
  }

  @Test
  void a_party_counts_in_full() {
    Simulation report =
        simulate(
            someone("a", "gaepo", 0).sized(3, 3).in("p"),
            someone("b", "gaepo", 10).in("p"),
            someone("c", "gaepo", 4).sized(3, 3));

    assertThat(report.people()).isEqualTo(3);
    assertThat(report.groups()).isEqualTo(Map.of(3, 1));
    assertThat(report.waits()).containsExactly(Duration.ZERO, Duration.ZERO, minutes(6));
  }

  @Test
  void who_was_relaxed_before_they_were_matched_is_counted() {
    Arrivals[] arrivals = {
      someone("a", "seocho", 0).relaxing(new AnyValue(new FacetKey("place"), minutes(10))),
      someone("b", "gaepo", 12).relaxing(new AnyValue(new FacetKey("place"), minutes(10)))
    };

    assertThat(simulate(arrivals).relaxed()).isEqualTo(1);
    assertThat(simulate(arrivals).matched()).isEqualTo(2);
    assertThat(simulate(PLAIN, arrivals).matched()).isZero();
    assertThat(simulate(PLAIN, arrivals).bound()).as("whoever might relax has relaxed").contains(2);
  }

  @Test
  void the_narrowest_are_those_whom_the_fewest_suit() {
    var arrivals = new ArrayList<Arrivals>();
    for (int i = 0; i < 18; i++) {
      arrivals.add(someone("p" + i, "gaepo", i / 2));
    }
    arrivals.add(someone("x", "out", 9));
    arrivals.add(someone("y", "seocho", 9));

    Simulation report = simulate(arrivals.toArray(Arrivals[]::new));

    assertThat(report.narrowness().tenths()).hasSize(10);
    assertThat(report.narrowness().tenths().getFirst()).isEqualTo(new Part(2, 0, minutes(30)));
    assertThat(report.narrowness().tenths().getLast().rate()).isEqualTo(1);
    assertThat(report.narrowness().median().people()).isEqualTo(2);
  }

  @Test
  void those_who_wait_are_told_chances_and_it_is_seen_what_comes_of_them() {
    Simulation report =
        simulate(
            someone("a", "gaepo", 0), someone("b", "gaepo", 10), someone("lonely", "seocho", 20));

    assertThat(report.forecasts())
        .extracting(Forecast::within)
        .containsExactly(minutes(5), minutes(15), minutes(30));
    assertThat(report.forecasts())
        .allSatisfy(forecast -> {
          assertThat(forecast.told()).as("a and the lonely one").isEqualTo(2);
          assertThat(forecast.brier()).isBetween(0.0, 1.0);
          assertThat(forecast.coverage()).isBetween(0.0, 1.0);
          assertThat(forecast.bins())
              .allSatisfy(bin -> {
                assertThat(bin.chance()).isBetween(bin.from(), bin.from() + 0.1 + 1e-9);
                assertThat(bin.observed()).isBetween(bin.low(), bin.high());
              });
        });
  }

  @Test
  void the_same_arrivals_give_the_same_report_again() {
    List<Arrival> arrivals = generated(2_000);

    assertThat(simulate(arrivals, 7)).isEqualTo(simulate(arrivals, 7));
  }

  @Test
  void the_numbers_of_a_report_agree() {
    List<Simulation> reports = simulate(generated(500), 1);
    Simulation report = reports.getFirst();

    assertThat(report.people()).isEqualTo(500);
    assertThat(report.waits()).hasSize(report.matched()).isSorted();
    assertThat(report.groups().entrySet().stream().mapToInt(e -> e.getKey() * e.getValue()).sum())
        .isEqualTo(report.matched());
    assertThat(report.narrowness().tenths().stream().mapToInt(Part::people).sum()).isEqualTo(500);
    assertThat(report.narrowness().tenths().stream().mapToInt(Part::matched).sum())
        .isEqualTo(report.matched());
    Simulation plain = reports.getLast();
    assertThat(plain.bound()).isEqualTo(report.bound());
    assertThat(plain.bound().orElseThrow()).isBetween(plain.matched(), 500);
    assertThat(report.relaxed()).isBetween(1, report.matched());
  }

  @Test
  void nobody_at_all_is_a_report_as_well() {
    Simulation report = simulate();

    assertThat(report.people()).isZero();
    assertThat(report.rate()).isZero();
    assertThat(report.timeToMatch().p99()).isZero();
    assertThat(report.narrowness().ratio()).isEmpty();
    assertThat(report.forecasts()).isEmpty();
  }

  @Test
  void policies_stand_side_by_side_and_progress_is_told() {
    var told = new ArrayList<Progress>();

    List<Simulation> reports =
        simulateMatching.simulate(
            new Command(
                "meal",
                List.of(someone("a", "gaepo", 0).arrival()),
                List.of(DEFAULT, PLAIN),
                1,
                false),
            told::add);

    assertThat(reports).extracting(Simulation::policy).containsExactly("default", "plain");
    assertThat(reports).extracting(Simulation::bound).containsOnly(Optional.empty());
    assertThat(reports).extracting(Simulation::ratioToBound).containsOnly(Optional.empty());
    assertThat(told).contains(new Progress("default", 1, 1), new Progress("plain", 1, 1));
  }

  @Test
  void a_wrong_list_is_refused_before_anything_is_simulated() {
    DomainException refusal =
        catchThrowableOfType(
            DomainException.class, () -> simulate(someone("a", "gaepo", 0).atNoTime()));

    assertThat(refusal.fieldErrors())
        .isEqualTo(
            checkArrivals.check("meal", List.of(someone("a", "gaepo", 0).atNoTime().arrival())))
        .hasSize(1);
    assertThat(checkArrivals.check("meal", List.of(someone("a", "gaepo", 0).arrival()))).isEmpty();
  }

  @Test
  void an_unknown_category_is_refused() {
    assertThat(
            catchThrowableOfType(
                    DomainException.class, () -> checkArrivals.check("golf", List.of()))
                .code())
        .isEqualTo(ConditionError.UNKNOWN_CATEGORY);
  }

  private List<Arrival> generated(int people) {
    List<Relaxation> relaxations =
        List.of(new AnyValue(new FacetKey("place"), minutes(10)), new SmallerGroup(2, minutes(15)));
    return useCases
        .generateArrivals()
        .generate(
            new GenerateArrivals.Command(
                "meal",
                Map.of(),
                new GenerateArrivals.Crowd(
                    Instant.EPOCH, Optional.of(0.5), Optional.of(people), Duration.ofDays(366)),
                List.of(new GroupSize(2, 4), new GroupSize(4, 4)),
                minutes(30),
                relaxations,
                3));
  }

  private Simulation simulate(Arrivals... arrivals) {
    return simulate(DEFAULT, arrivals);
  }

  private Simulation simulate(Contender policy, Arrivals... arrivals) {
    return simulateMatching
        .simulate(
            new Command(
                "meal",
                Stream.of(arrivals).map(Arrivals::arrival).toList(),
                List.of(policy),
                1,
                true),
            step -> {})
        .getFirst();
  }

  private List<Simulation> simulate(List<Arrival> arrivals, long seed) {
    return simulateMatching.simulate(
        new Command("meal", arrivals, List.of(DEFAULT, PLAIN), seed, true), step -> {});
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
