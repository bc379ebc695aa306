package dev.moim.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.bootstrap.category.CategoryFiles;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetInput;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bursts of 30, 100 and 300 people whose best groups are known from hours of computing. */
class BurstFilesTest {
  private static final Category MEAL = CategoryFiles.read(Optional.empty()).named("meal");

  @TestFactory
  Stream<DynamicTest> nearly_as_many_are_matched_as_is_known_to_be_possible()
      throws IOException, URISyntaxException {
    Path directory =
        Path.of(Objects.requireNonNull(getClass().getResource("/matching/bounds.json")).toURI())
            .resolveSibling("");
    JsonNode bounds =
        JsonMapper.builder().build().readTree(Files.readString(directory.resolve("bounds.json")));
    return bounds.propertyNames().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file,
                () ->
                    isMatchedWell(
                        directory.resolve(file),
                        bounds.get(file).get("best_found").asInt(),
                        file.contains("-2-2-") || file.contains("-2-4-") ? 99 : 98)));
  }

  private static void isMatchedWell(Path file, int bestFound, int percent) throws IOException {
    List<Map<String, String>> people = table(Files.readAllLines(file));

    Run run = Run.match(file);

    assertThat(run.exitCode()).isZero();
    List<Map<String, String>> rows = table(run.out());
    assertThat(rows).extracting(row -> row.get("id")).isEqualTo(column(people, "id"));
    assertValid(people, rows);
    long matched = rows.stream().filter(row -> !cell(row, "group").isEmpty()).count();
    assertThat(100.0 * matched / bestFound).isGreaterThanOrEqualTo(percent);
  }

  private static void assertValid(
      List<Map<String, String>> people, List<Map<String, String>> rows) {
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (cell(rows.get(i), "group").isEmpty()) {
        assertThat(cell(rows.get(i), "reason")).isNotEmpty();
      } else {
        groups.computeIfAbsent(cell(rows.get(i), "group"), g -> new ArrayList<>()).add(i);
      }
    }
    groups.forEach((group, members) -> {
      Optional<AllOf> common = Optional.of(condition(rows.get(members.getFirst())));
      Set<String> answers = new HashSet<>();
      for (int member : members) {
        Map<String, String> person = people.get(member);
        AllOf wish = condition(person);
        common = common.flatMap(met -> met.meet(wish));
        assertThat(members.size())
            .isBetween(
                Integer.valueOf(cell(person, "size_min")),
                Integer.valueOf(cell(person, "size_max")));
        assertThat(cell(rows.get(member), "size")).isEqualTo("" + members.size());
        answers.add(
            MEAL.facets().stream()
                .map(facet -> cell(rows.get(member), facet.key().value()))
                .collect(Collectors.joining(",")));
      }
      assertThat(common).as("the agreed values of group %s suit everybody", group).isPresent();
      assertThat(answers).hasSize(1);
    });
  }

  private static AllOf condition(Map<String, String> row) {
    Map<String, FacetInput> input = new HashMap<>();
    for (Facet facet : MEAL.facets()) {
      input.put(facet.key().value(), facet.parse(cell(row, facet.key().value())));
    }
    return MEAL.read(input, Instant.MIN);
  }

  private static List<Map<String, String>> table(List<String> lines) {
    List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
    return lines.stream()
        .skip(1)
        .map(line -> {
          String[] cells = line.split(",", -1);
          Map<String, String> row = new HashMap<>();
          for (int i = 0; i < cells.length; i++) {
            row.put(header.get(i), cells[i]);
          }
          return row;
        })
        .toList();
  }

  private static List<String> column(List<Map<String, String>> rows, String name) {
    return rows.stream().map(row -> cell(row, name)).toList();
  }

  private static String cell(Map<String, String> row, String name) {
    return Objects.requireNonNull(row.get(name));
  }
}
