package dev.moim.bootstrap.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.application.matching.service.MatchingSettings;
import dev.moim.application.matching.service.PoolSettings;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.LocalHours;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.condition.OptionsFacet;
import dev.moim.domain.matching.MatchingPolicy;
import dev.moim.domain.matching.MatchingPolicy.Partners;
import dev.moim.domain.matching.MatchingPolicy.Timing;
import dev.moim.domain.matching.Relaxation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CategoryFilesTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void moim_comes_with_three_categories() {
    Categories shipped = CategoryFiles.read(Optional.empty());

    assertThat(shipped.all())
        .extracting(category -> category.key().value())
        .containsExactly("meal", "study", "exercise");
    Category exercise = shipped.named("exercise");
    assertThat(exercise.facets())
        .extracting(facet -> facet.key().value())
        .containsExactly("place", "sport", "level", "when");
    assertThat(exercise.sizes()).isEqualTo(new GroupSize(2, 12));
    assertThat(shipped.named("meal").patience()).isEqualTo(Duration.ofMinutes(30));
    assertThat(shipped.named("study").facets()).extracting(Facet::name).doesNotContainNull();
  }

  @Test
  void an_operator_changes_one_property_and_disables_a_category_without_repeating_the_rest() {
    Categories own = read("moim: {categories: {study: {patience: 3h}, meal: {enabled: false}}}");

    assertThat(own.all())
        .extracting(category -> category.key().value())
        .containsExactlyInAnyOrder("study", "exercise");
    assertThat(own.named("study").patience()).isEqualTo(Duration.ofHours(3));
    assertThat(own.named("study").facets()).hasSize(3);
  }

  @Test
  void meals_have_hours_and_members_may_be_asked_for_less_in_every_category_that_moim_comes_with() {
    CategorySetup shipped = CategoryFiles.setup(Optional.empty());

    Category meal = shipped.categories().named("meal");
    assertThat(
            meal.startsAt(
                new AllOf(Map.of(new FacetKey("time"), new OneOf(List.of("lunch")))),
                Instant.parse("2026-11-29T00:00:00Z"),
                ZoneId.of("Asia/Seoul")))
        .isEqualTo(Instant.parse("2026-11-29T02:30:00Z"));
    assertThat(shipped.matching().of(meal.key()).relaxations())
        .containsExactly(
            new Relaxation.AnyValue(new FacetKey("way"), Duration.ofMinutes(10)),
            new Relaxation.SmallerGroup(2, Duration.ofMinutes(15)),
            new Relaxation.AnyValue(new FacetKey("time"), Duration.ofMinutes(20)));
    assertThat(shipped.categories().all())
        .allSatisfy(category -> {
          PoolSettings pool = shipped.matching().of(category.key());
          assertThat(pool.relaxations()).hasSize(3);
          assertThat(pool.withRelaxations(List.of())).isEqualTo(PoolSettings.DEFAULT);
        });
  }

  @Test
  void an_operator_adds_a_category_and_how_it_is_matched() {
    CategorySetup own =
        setup(
            """
            moim:
              categories:
                carpool:
                  name: {ko: 카풀, en: Carpool}
                  facets:
                    - key: direction
                      name: {ko: 방향, en: Direction}
                      kind: options
                      options:
                        - {key: home, name: {ko: 집, en: Home}, hours: 17:00-20:00}
                        - {key: campus, name: {ko: 캠퍼스, en: Campus}}
                  sizes: {min: 2, max: 5, usual: 4}
                  patience: 1h
                  matching:
                    timing: every 5m
                    partners: oldest
                    joiners: false
                    relaxation: false
                    rescue-lead: 2m
                    rearranging: false
                    acceptance: 3m
                    avoid-partners: 0d
                    relaxations:
                      - {facet: direction, after: 20m}
                      - {size: 3, after: 30m}
                    lead: 10m
            """);

    Category carpool = own.categories().named("carpool");
    assertThat(((OptionsFacet) carpool.facets().getFirst()).options())
        .extracting(OptionsFacet.Option::hours)
        .containsExactly(Optional.of(LocalHours.parse("17:00-20:00")), Optional.empty());
    assertThat(own.matching().of(carpool.key()))
        .isEqualTo(
            new PoolSettings(
                new MatchingPolicy(
                    new Timing.Every(Duration.ofMinutes(5)),
                    Partners.OLDEST,
                    false,
                    false,
                    Duration.ofMinutes(2),
                    false),
                Optional.of(Duration.ofMinutes(3)),
                Duration.ZERO,
                List.of(
                    new Relaxation.AnyValue(new FacetKey("direction"), Duration.ofMinutes(20)),
                    new Relaxation.SmallerGroup(3, Duration.ofMinutes(30))),
                Duration.ofMinutes(10)));
  }

  @Test
  void an_operator_changes_one_property_of_the_matching_without_repeating_the_rest() {
    PoolSettings study = matching("study: {matching: {timing: before-expiry, lead: 1h}}", "study");

    assertThat(study.policy().timing()).isEqualTo(new Timing.BeforeExpiry());
    assertThat(study.policy().partners()).isEqualTo(MatchingPolicy.DEFAULT.partners());
    assertThat(study.lead()).isEqualTo(Duration.ofHours(1));
    assertThat(study.relaxations()).extracting(Relaxation::name).contains("place", "level", "size");
    assertThat(matching("study: {matching: {timing: at-arrival}}", "study").policy())
        .isEqualTo(MatchingPolicy.DEFAULT);
  }

  @Test
  void an_operator_replaces_the_steps_or_offers_none() {
    assertThat(
            matching("meal: {matching: {relaxations: [{facet: place, after: 5m}]}}", "meal")
                .relaxations())
        .containsExactly(new Relaxation.AnyValue(new FacetKey("place"), Duration.ofMinutes(5)));
    assertThat(matching("meal: {matching: {relaxations: []}}", "meal").relaxations()).isEmpty();
  }

  @Test
  void a_category_of_which_no_matching_is_configured_is_matched_as_usual() {
    String golf = "golf: {name: {ko: 골프, en: Golf}, sizes: {min: 2, max: 4}, patience: 1h}";

    assertThat(matching(golf, "golf")).isEqualTo(PoolSettings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "timing: sometimes => .timing: one of at-arrival, before-expiry, every and an interval",
        "timing: every day => .timing: one of at-arrival, before-expiry, every and an interval",
        "timing: every => .timing: one of at-arrival, before-expiry, every and an interval",
        "timing: every 10ms => .timing: the interval is a second to 24 h",
        "timing: every 25h => .timing: the interval is a second to 24 h",
        "partners: nicest => .partners: not understood: nicest",
        "joiners: maybe => .joiners: not understood: maybe",
        "relaxation: maybe => .relaxation: not understood: maybe",
        "rearranging: maybe => .rearranging: not understood: maybe",
        "rescue-lead: soon => .rescue-lead: not understood: soon",
        "rescue-lead: -1s => .rescue-lead: the lead of a rescue is 0 to 24 h",
        "rescue-lead: 25h => .rescue-lead: the lead of a rescue is 0 to 24 h",
        "'timing: before-expiry, rescue-lead: 0s' => .rescue-lead: who decides before expiry needs",
        "acceptance: 10s => .acceptance: from 30 s to 1 h",
        "acceptance: 2h => .acceptance: from 30 s to 1 h",
        "acceptance: yes please => .acceptance: not understood: yes please",
        "avoid-partners: -1d => .avoid-partners: from 0 to 366 days",
        "avoid-partners: 367d => .avoid-partners: from 0 to 366 days",
        "lead: -1m => .lead: from 0 to 24 h",
        "lead: 25h => .lead: from 0 to 24 h",
        "lead: soon => .lead: not understood: soon",
        "leed: 1h => .leed is not a setting of Moim",
        "relaxations: [{facet: colour, after: 5m}] =>"
            + " .relaxations[0].facet: the category has no such facet: colour",
        "relaxations: [{facet: way}] => .relaxations[0].after is missing",
        "relaxations: [{facet: way, after: 0s}] => .relaxations[0].after: the age of a relaxation",
        "relaxations: [{size: 2, after: -1s}] => .relaxations[0].after: the age of a relaxation",
        "relaxations: [{facet: way, after: 24h}] => .relaxations: the step way comes before 24 h",
        "'relaxations: [{facet: way, after: 5m}, {facet: way, after: 6m}]' =>"
            + " .relaxations: a step is named twice",
        "'relaxations: [{size: 3, after: 5m}, {size: 2, after: 6m}]' =>"
            + " .relaxations: a step is named twice",
        "'relaxations: [{facet: way, after: 5m}, {size: 5, after: 5m}]' =>"
            + " .relaxations[1].size: from 2 to 4",
        "relaxations: [{size: few, after: 5m}] => .relaxations[0].size: not understood: few",
        "relaxations: [{after: 5m}] => .relaxations[0]: one of facet and size is needed",
        "'relaxations: [{facet: way, size: 2, after: 5m}]' =>"
            + " .relaxations[0]: one of facet and size is needed",
        "relaxations: [{facet: way, affter: 5m}] => .relaxations[0].affter is not a setting",
      })
  void a_mistake_in_the_matching_names_the_key_in_one_line(String matching, String expected) {
    assertThat(mistake("moim: {categories: {meal: {matching: {" + matching + "}}}}"))
        .startsWith("moim.categories.meal.matching" + expected)
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "noon, 'hours such as 11:30-13:30 are expected: noon'",
    "11:30-11:30, hours end at another time than they begin: 11:30",
    "11:30-25:00, 'hours such as 11:30-13:30 are expected: 11:30-25:00'",
  })
  void a_mistake_in_hours_names_the_key_in_one_line(String hours, String expected) {
    String meal =
        "meal: {facets: [{key: a, kind: options, name: {ko: a, en: a}, options: [{key: b, name:"
            + " {ko: b, en: b}, hours: '"
            + hours
            + "'}]}]}";

    assertThat(mistake("moim: {categories: {" + meal + "}}"))
        .isEqualTo("moim.categories.meal.facets[0].options[0].hours: " + expected);
  }

  @Test
  void who_replaces_the_facets_is_told_that_a_step_has_lost_its_own() {
    String facets = "[{key: a, kind: levels, min: 1, max: 2, name: {ko: a, en: a}}]";

    assertThat(mistake("moim: {categories: {meal: {facets: " + facets + "}}}"))
        .isEqualTo(
            "moim.categories.meal.matching.relaxations[0].facet: the category has no such facet:"
                + " way");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "meal: {sizes: {min: x}} => moim.categories.meal.sizes.min: not understood: x",
        "meal: {sizes: {min: 1}} => moim.categories.meal.sizes.min: from 2 to 20",
        "meal: {sizes: {min: 5, max: 3}} => moim.categories.meal.sizes.max: less than min",
        "meal: {sizes: {usual: 9}} => moim.categories.meal: ",
        "meal: {patience: 1s} => moim.categories.meal: ",
        "meal: {sises: {min: 3}} => moim.categories.meal.sises.min is not a setting",
        "meal: {name: {ko: ''}} => moim.categories.meal.name: ",
        "meal: {facets: [{key: a, kind: odd, name: {ko: a, en: a}}]} =>"
            + " moim.categories.meal.facets[0].kind: one of options, levels, window",
        "meal: {facets: [{key: id, kind: options, name: {ko: a, en: a}}]} =>"
            + " moim.categories.meal.facets[0].key: the name is taken",
        "meal: {facets: [{key: sort, kind: options, name: {ko: a, en: a}}]} =>"
            + " moim.categories.meal.facets[0].key: the name is taken",
        "meal: {facets: [{key: a, kind: levels, min: 1, name: {ko: a, en: a}}]} =>"
            + " moim.categories.meal.facets[0].max is missing",
        "meal: {facets: [{key: a, kind: options, name: {ko: a, en: a}}]} =>"
            + " moim.categories.meal.facets[0]: facet a needs at least one option",
        "meal: {facets: [{key: a, kind: options, name: {ko: a, en: a}, options: [{key: B}]}]} =>"
            + " moim.categories.meal.facets[0].options[0].name is missing",
        "golf: {sizes: {min: 2, max: 4}} => moim.categories.golf.name is missing",
        "golf: {enabled: true} => moim.categories.golf.sizes is missing",
        "'meal: {enabled: false}, study: {enabled: false}, exercise: {enabled: false}' =>"
            + " moim.categories: at least one category is needed",
      })
  void a_mistake_names_the_key_in_one_line(String categories, String expected) {
    assertThat(mistake("moim: {categories: {" + categories + "}}"))
        .startsWith(expected)
        .hasLineCount(1);
  }

  @Test
  void what_is_no_yaml_is_named_with_its_line() {
    assertThat(mistake("moim:\n  categories: [\n")).matches(".*moim\\.yaml:\\d+:\\d+: .*");
  }

  @Test
  void a_file_that_does_not_exist_is_named() {
    Path missing = directory.resolve("missing.yaml");

    assertThat(
            catchThrowableOfType(
                CategoryConfigurationException.class,
                () -> CategoryFiles.read(Optional.of(missing))))
        .hasMessage(missing + ": cannot be read");
  }

  @Test
  void the_server_reads_them_from_its_environment() {
    new ApplicationContextRunner()
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withUserConfiguration(CategoryConfiguration.class)
        .withPropertyValues(
            "moim.categories.chess.name.ko=체스",
            "moim.categories.chess.name.en=Chess",
            "moim.categories.chess.sizes.min=2",
            "moim.categories.chess.sizes.max=2",
            "moim.categories.chess.patience=1h",
            "moim.categories.chess.matching.lead=5m",
            "moim.cache=redis")
        .run(context -> {
          assertThat(context.getBean(Categories.class).all())
              .extracting(category -> category.key().value())
              .containsExactlyInAnyOrder("chess", "meal", "study", "exercise");
          assertThat(context.getBean(MatchingSettings.class).of(new CategoryKey("chess")))
              .isEqualTo(PoolSettings.DEFAULT.withLead(Duration.ofMinutes(5)));
        });
  }

  private PoolSettings matching(String categories, String key) {
    return setup("moim: {categories: {" + categories + "}}").matching().of(new CategoryKey(key));
  }

  private Categories read(String yaml) {
    return setup(yaml).categories();
  }

  private CategorySetup setup(String yaml) {
    try {
      return CategoryFiles.setup(
          Optional.of(Files.writeString(directory.resolve("moim.yaml"), yaml)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String mistake(String yaml) {
    return String.valueOf(
        catchThrowableOfType(CategoryConfigurationException.class, () -> read(yaml)).getMessage());
  }
}
