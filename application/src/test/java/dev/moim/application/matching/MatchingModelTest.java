package dev.moim.application.matching;

import dev.moim.application.matching.service.MatchingSettings;
import dev.moim.application.matching.service.PoolSettings;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.Relaxation;
import dev.moim.testkit.condition.CategoryBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories against a small model that says what is allowed: members submit, cancel, answer,
 * block each other and cannot come; they open rooms, join them, leave them and give them up; time
 * passes; the one who runs the pools is killed between what it decided and what it stores; events
 * are lost for a while, come twice and late, and hints are lost for good. {@link MatchingWorld}
 * does all that and checks it.
 *
 * <p>{@code -Dmoim.tests.percent} makes more or fewer histories.
 */
class MatchingModelTest {
  private static final int SEEDS = 1_000;
  private static final int STEPS = 60;

  private static final Categories CATEGORIES =
      new Categories(
          List.of(
              CategoryBuilder.aCategory()
                  .key("meal")
                  .options("place", "x", "y", "z")
                  .options("way", "a", "b")
                  .sizes(2, 4)
                  .patience(Duration.ofMinutes(30))
                  .build(),
              CategoryBuilder.aCategory()
                  .key("asked")
                  .options("place", "x", "y")
                  .sizes(2, 4)
                  .patience(Duration.ofMinutes(30))
                  .build()));

  private static final MatchingSettings SETTINGS =
      new MatchingSettings(
          Map.of(
              new CategoryKey("meal"),
              PoolSettings.DEFAULT
                  .withRelaxations(
                      List.of(
                          new Relaxation.AnyValue(new FacetKey("way"), Duration.ofMinutes(10)),
                          new Relaxation.SmallerGroup(2, Duration.ofMinutes(15))))
                  .withAvoidPartners(Duration.ofHours(1)),
              new CategoryKey("asked"),
              PoolSettings.DEFAULT.withAcceptance(Duration.ofMinutes(2))));

  private static LongStream seeds() {
    int percent = Integer.getInteger("moim.tests.percent", 100);
    return LongStream.rangeClosed(1, SEEDS * (long) percent / 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_request_ends_in_exactly_one_state_nobody_twice_nobody_stranded(long seed) {
    MatchingWorld world = new MatchingWorld(CATEGORIES, SETTINGS, seed);
    for (int i = 0; i < STEPS; i++) {
      world.step();
    }
    world.end();
  }
}
