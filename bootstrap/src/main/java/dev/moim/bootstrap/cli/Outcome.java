package dev.moim.bootstrap.cli;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.Group;
import dev.moim.domain.matching.Matching;
import dev.moim.domain.matching.Unmatched;
import dev.moim.domain.matching.Unmatched.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The matchings of a file as rows, person by person, and summed up. */
final class Outcome {
  private final List<PeopleFile.Row> people;
  private final Map<Category, Matching<String>> matchings;
  private final List<String> facets;
  private final Map<String, Group<String>> groupOf = new HashMap<>();
  private final Map<String, Reason> reasonOf = new HashMap<>();

  Outcome(List<PeopleFile.Row> people, Map<Category, Matching<String>> matchings) {
    this.people = people;
    this.matchings = matchings;
    this.facets =
        matchings.keySet().stream()
            .flatMap(category -> category.facets().stream())
            .map(facet -> facet.key().value())
            .distinct()
            .toList();
    for (Matching<String> matching : matchings.values()) {
      matching.groups().forEach(group -> group.members().forEach(id -> groupOf.put(id, group)));
      matching.unmatched().forEach(who -> reasonOf.put(who.id(), who.reason()));
    }
  }

  List<String> columns() {
    return Stream.of(Stream.of("group", "id", "size"), facets.stream(), Stream.of("reason"))
        .flatMap(columns -> columns)
        .toList();
  }

  /** In the order of the file; groups are numbered from 1 in the order in which they appear. */
  Stream<List<Optional<Object>>> rows() {
    Map<String, Integer> numberOf = new HashMap<>();
    return people.stream().map(row -> row(row, numberOf));
  }

  private List<Optional<Object>> row(PeopleFile.Row person, Map<String, Integer> numberOf) {
    String id = person.person().id();
    Optional<Group<String>> group = Optional.ofNullable(groupOf.get(id));
    var row = new ArrayList<Optional<Object>>();
    row.add(group.map(some -> number(some, numberOf)));
    row.add(Optional.of(id));
    row.add(group.map(Group::people));
    for (String facet : facets) {
      row.add(group.flatMap(some -> agreed(person.category(), facet, some.agreed())));
    }
    row.add(Optional.ofNullable(reasonOf.get(id)).map(Outcome::word));
    return row;
  }

  /** A group's first member stands for it: nobody is in two. */
  private static int number(Group<String> group, Map<String, Integer> numberOf) {
    int next = numberOf.size() + 1;
    return numberOf.computeIfAbsent(group.members().getFirst(), first -> next);
  }

  private static Optional<Object> agreed(Category category, String name, AllOf agreed) {
    return category.facets().stream()
        .filter(facet -> facet.key().value().equals(name))
        .findFirst()
        .flatMap(facet -> agreed.of(facet.key()).map(facet::format));
  }

  private static String word(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  List<String> summary(double seconds) {
    int matched = matchings.values().stream().mapToInt(Matching::matched).sum();
    int bound = matchings.values().stream().mapToInt(Matching::upperBound).sum();
    Map<Integer, Long> sizes =
        matchings.values().stream()
            .flatMap(matching -> matching.groups().stream())
            .collect(Collectors.groupingBy(Group::people, TreeMap::new, Collectors.counting()));
    Map<Reason, Long> reasons =
        matchings.values().stream()
            .flatMap(matching -> matching.unmatched().stream())
            .collect(Collectors.groupingBy(Unmatched::reason, TreeMap::new, Collectors.counting()));
    return List.of(
        "people: " + people.size(),
        "matched: %d (%s)".formatted(matched, percent(matched, people.size())),
        "groups: "
            + matchings.values().stream().mapToInt(m -> m.groups().size()).sum()
            + list(sizes, (size, count) -> count + " of " + size),
        "unmatched: "
            + (people.size() - matched)
            + list(reasons, (reason, count) -> count + " " + word(reason)),
        "upper bound: " + bound,
        String.format(Locale.ROOT, "time: %.2f s", seconds));
  }

  private static String percent(int part, int whole) {
    return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  private static <K> String list(Map<K, Long> counts, BiFunction<K, Long, String> text) {
    return counts.isEmpty()
        ? ""
        : counts.entrySet().stream()
            .map(entry -> text.apply(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
