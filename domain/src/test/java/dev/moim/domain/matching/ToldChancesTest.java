package dev.moim.domain.matching;

import static dev.moim.domain.matching.Waiting.minute;
import static dev.moim.domain.matching.Waiting.who;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people are told of their chances, and what comes of it, where the rates are known. */
class ToldChancesTest {
  private static final int PATIENCE = 30;

  /** How many people who suit come in an hour. */
  private static final double[] RATES = {0.25, 0.5, 1, 2, 4, 8, 16};

  /**
   * What somebody was told who waits.
   *
   * @param minute how old the pool was
   * @param cameTrue whether they were matched within the time
   */
  private record Told(double minute, Duration within, double chance, boolean cameTrue) {
    boolean isWithin(int minutes) {
      return within.toMinutes() == minutes;
    }
  }

  /**
   * Rates as the prior supposes them: the square of a normal variable, in people an hour. What is
   * told rather stays behind what comes of it, by up to 15 of 100, than to promise more.
   */
  @Test
  void in_the_first_minutes_of_a_new_pool_no_more_is_promised_than_comes_of_it() {
    var random = new Random(1);
    List<Told> told =
        told(2_000, 61, () -> Math.pow(random.nextGaussian(), 2)).stream()
            .filter(each -> each.minute <= 30)
            .toList();

    for (int minutes : ChanceModel.MINUTES) {
      List<Told> those = told.stream().filter(each -> each.isWithin(minutes)).toList();
      Map<Integer, List<Told>> byTenth =
          those.stream().collect(Collectors.groupingBy(each -> (int) (each.chance * 10)));
      byTenth.values().stream()
          .filter(alike -> alike.size() >= 150)
          .forEach(alike ->
              assertThat(mean(alike))
                  .as(
                      "%d within %d min, of whom %s were matched",
                      alike.size(), minutes, share(alike))
                  .isLessThan(share(alike) + 0.05));
      assertThat(byTenth.values()).filteredOn(alike -> alike.size() >= 150).hasSizeGreaterThan(2);
      assertThat(mean(those)).isBetween(share(those) - 0.15, share(those));
    }
  }

  @Test
  void in_a_pool_that_was_watched_for_hours_what_is_told_comes_true_as_often() {
    for (double perHour : RATES) {
      List<Told> told =
          told(100, 330, () -> perHour).stream()
              .filter(each -> each.minute >= 180 && each.minute < 300)
              .toList();

      for (int minutes : ChanceModel.MINUTES) {
        List<Told> those = told.stream().filter(each -> each.isWithin(minutes)).toList();
        assertThat(mean(those))
            .as("%d min at %s/h", minutes, perHour)
            .isCloseTo(share(those), within(0.12));
      }
    }
  }

  @Test
  void in_a_quiet_pool_nobody_is_promised_much() {
    for (double perHour : new double[] {0.25, 0.5}) {
      assertThat(told(200, 330, () -> perHour))
          .hasSizeGreaterThan(500)
          .allMatch(each -> each.chance < 0.75);
    }
  }

  private static double mean(List<Told> told) {
    return told.stream().mapToDouble(Told::chance).average().orElseThrow();
  }

  private static double share(List<Told> told) {
    return told.stream().mapToDouble(each -> each.cameTrue ? 1 : 0).average().orElseThrow();
  }

  /** What was told in some pools, each of which begins with the first who comes. */
  private static List<Told> told(int pools, int minutes, DoubleSupplier perHour) {
    var told = new ArrayList<Told>();
    for (int seed = 0; seed < pools; seed++) {
      told.addAll(told(seed, minutes, perHour.getAsDouble()));
    }
    return told;
  }

  /** Pairs of people who come at random, one in three places, so that a third of them suit. */
  private static List<Told> told(long seed, int minutes, double suitablePerHour) {
    var random = new SplittableRandom(seed);
    var matcher = new OnlineMatcher<String>(Waiting.CATEGORY, MatchingPolicy.DEFAULT, seed);
    var asked = new HashMap<String, Instant>();
    var chances = new HashMap<String, List<Outlook.Chance>>();
    var matched = new HashMap<String, Instant>();
    Instant end = minute(minutes);
    Instant now = minute(0);
    for (int i = 0; now.isBefore(end); i++) {
      String id = "p" + i;
      note(
          matcher.add(
              who(id)
                  .at(String.valueOf(1 + random.nextInt(3)))
                  .size(2, 2)
                  .since(now)
                  .until(now.plus(Duration.ofMinutes(PATIENCE)))
                  .request(),
              now),
          matched);
      if (!matched.containsKey(id)) {
        asked.put(id, now);
        chances.put(id, matcher.outlook(id, now).chances());
      }
      double gap = -Math.log(1 - random.nextDouble()) * 3_600_000 / (3 * suitablePerHour);
      now = now.plusMillis((long) Math.min(gap, 1e9));
    }
    note(matcher.advance(end.plus(Duration.ofHours(1))), matched);
    var told = new ArrayList<Told>();
    chances.forEach((id, those) -> {
      Instant at = Objects.requireNonNull(asked.get(id));
      for (Outlook.Chance chance : those) {
        Instant met = matched.getOrDefault(id, Instant.MAX);
        told.add(
            new Told(
                Duration.between(minute(0), at).toMillis() / 60_000.0,
                chance.within(),
                chance.probability(),
                !met.isAfter(at.plus(chance.within()))));
      }
    });
    return told;
  }

  private static void note(List<Decision<String>> decisions, Map<String, Instant> matched) {
    for (Decision<String> decision : decisions) {
      if (decision instanceof Decision.Formed<String> formed) {
        formed.members().forEach(id -> matched.putIfAbsent(id, formed.at()));
      }
    }
  }
}
