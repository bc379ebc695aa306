package dev.moim.bootstrap.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.GroupSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
            "moim.cache=redis")
        .run(context ->
            assertThat(context.getBean(Categories.class).all())
                .extracting(category -> category.key().value())
                .containsExactlyInAnyOrder("chess", "meal", "study", "exercise"));
  }

  private Categories read(String yaml) {
    try {
      return CategoryFiles.read(
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
