package dev.moim.benchmarks;

import dev.moim.application.matching.port.in.MatchPeople.Person;
import dev.moim.application.matching.port.in.SimulateMatching.Arrival;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.Relaxation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of people who ask for a meal, as {@code moim simulate --generate} writes it: nothing is
 * quoted, and nothing is wrong.
 */
final class ArrivalFile {
  private static final List<String> FACETS = List.of("place", "way", "time");

  private ArrivalFile() {}

  static List<Arrival> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> columns = List.of(lines.getFirst().split(",", -1));
    var arrivals = new ArrayList<Arrival>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < cells.length; i++) {
        row.put(columns.get(i), cells[i]);
      }
      arrivals.add(arrival(row));
    }
    return arrivals;
  }

  private static Arrival arrival(Map<String, String> row) {
    Map<String, FacetInput> condition =
        FACETS.stream()
            .filter(facet -> !row.getOrDefault(facet, "").isEmpty())
            .collect(
                Collectors.toMap(
                    facet -> facet, facet -> new FacetInput.Choice(parts(cell(row, facet)))));
    var person =
        new Person(
            cell(row, "id"),
            condition,
            Optional.of(Integer.valueOf(cell(row, "size_min"))),
            Optional.of(Integer.valueOf(cell(row, "size_max"))),
            Optional.empty(),
            instant(row, "submitted_at"),
            Set.of());
    return new Arrival(
        person,
        instant(row, "expires_at"),
        parts(row.getOrDefault("relax", "")).stream().map(ArrivalFile::relaxation).toList());
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static Optional<Instant> instant(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column)).map(Instant::parse);
  }

  private static List<String> parts(String cell) {
    return cell.isEmpty() ? List.of() : Stream.of(cell.split("\\|", -1)).toList();
  }

  /** A step such as {@code way@10m} or {@code size-2@15m}. */
  static Relaxation relaxation(String step) {
    int at = step.indexOf('@');
    String what = step.substring(0, at);
    Duration age = Duration.parse("PT" + step.substring(at + 1));
    return what.startsWith("size-")
        ? new Relaxation.SmallerGroup(Integer.parseInt(what.substring("size-".length())), age)
        : new Relaxation.AnyValue(new FacetKey(what), age);
  }
}
