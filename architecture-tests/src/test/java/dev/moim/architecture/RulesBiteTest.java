package dev.moim.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static dev.moim.architecture.ContextMap.context;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.moim.architecture.planted.Planted;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shows that every rule bites: each rejects what was planted for it in a miniature house, by name,
 * and none rejects the clean one.
 */
class RulesBiteTest {
  private static final String PLANTS = "dev.moim.architecture.planted";
  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(PLANTS);

  private static final ContextMap CONTEXTS =
      ContextMap.of(
          context("shared"),
          context("condition").publishesAll(),
          context("member"),
          context("meeting").publishes("MeetingSource"),
          context("room").uses("condition", "meeting"),
          context("notification").hears("room"));

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_rejects_what_was_planted_for_it(String rule) {
    House house = house(rule);
    Set<String> planted = new TreeSet<>();
    house.classes().stream()
        .filter(type -> type.isAnnotatedWith(Planted.class))
        .forEach(type -> planted.add(type.getName()));

    List<String> report = report(Rules.named(rule).evaluate(house));

    assertThat(planted).as("what was planted for " + rule).isNotEmpty();
    assertThat(planted)
        .allSatisfy(name ->
            assertThat(report).as("violations of " + rule).anyMatch(line -> names(line, name)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_spares_the_bystanders(String rule) {
    House house = house(rule);
    Set<String> others = new TreeSet<>();
    house.classes().stream()
        .filter(type -> !type.isAnnotatedWith(Planted.class))
        .forEach(type -> others.add(type.getName()));

    List<String> report = report(Rules.named(rule).evaluate(house));

    assertThat(others)
        .allSatisfy(name ->
            assertThat(report)
                .as("violations of " + rule)
                .noneMatch(
                    line -> line.matches("(Class |)" + Pattern.quote("<" + name + ">") + ".*")));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_accepts_the_clean_house(String rule) {
    House house = house("clean");

    Rules.named(rule).in(house).check(house.classes());
  }

  @Test
  void an_error_that_no_longer_exists_is_not_documented() {
    House house = house("every_error_code_is_unique_and_documented");

    EvaluationResult result = Rules.every_error_code_is_unique_and_documented.evaluate(house);

    assertThat(report(result)).anyMatch(line -> line.contains("LONG_GONE"));
  }

  static List<String> rules() {
    return Rules.names();
  }

  private static House house(String name) {
    String root = PLANTS + "." + name;
    Set<String> documented =
        name.equals("clean") ? Set.of("ROOM_FULL") : Set.of("NOT_FOUND", "LONG_GONE");
    return new House(
        root,
        CLASSES.that(resideInAPackage(root + "..")),
        type -> type.getName().startsWith(root + ".") && !isTest(type, root),
        CONTEXTS,
        documented);
  }

  private static boolean isTest(JavaClass type, String root) {
    return type.getPackageName().startsWith(root + ".testkit")
        || type.getSimpleName().endsWith("Test");
  }

  private static List<String> report(EvaluationResult result) {
    return result.getFailureReport().getDetails();
  }

  private static boolean names(String line, String type) {
    return Pattern.compile(Pattern.quote(type) + "(?![\\w$])").matcher(line).find();
  }
}
