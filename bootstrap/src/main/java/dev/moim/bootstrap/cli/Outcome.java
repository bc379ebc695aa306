package dev.moim.bootstrap.cli;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.matching.Group;
import dev.moim.domain.matching.Matching;
import dev.moim.domain.matching.Unmatched;
import dev.moim.domain.matching.Unmatched.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The matchings of a file as rows, person by person, and summed up. */
final class Outcome {
  private static final int MOST_TEXTS = 1 << 12;

  private final List<PeopleFile.Row> people;
  private final Map<Category, Matching<String>> matchings;
  private final List<String> facets;
  private final List<Optional<Object>> nothingAgreed;
  private final Map<String, Placed> placeOf;
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
    this.nothingAgreed = Collections.nCopies(facets.size(), Optional.empty());
    this.placeOf = HashMap.newHashMap(people.size());
    matchings.forEach((category, matching) -> {
      List<Function<AllOf, Optional<Object>>> texts = texts(category);
      for (Group<String> group : matching.groups()) {
        var placed =
            new Placed(
                group.people(), texts.stream().map(text -> text.apply(group.agreed())).toList());
        group.members().forEach(id -> placeOf.put(id, placed));
      }
      matching.unmatched().forEach(who -> reasonOf.put(who.id(), who.reason()));
    });
    number();
  }

  /** Groups are numbered from 1 in the order in which they appear in the file. */
  private void number() {
    int groups = 0;
    for (PeopleFile.Row person : people) {
      Placed placed = placeOf.get(person.person().id());
      if (placed != null && placed.number == 0) {
        groups++;
        placed.number = groups;
      }
    }
  }

  /** A group as its members' rows tell it. */
  private static final class Placed {
    private final int people;
    private final List<Optional<Object>> agreed;
    private int number;

    Placed(int people, List<Optional<Object>> agreed) {
      this.people = people;
      this.agreed = agreed;
    }
  }

  /** For each of the columns of facets how to tell what a group of the category settled for. */
  private List<Function<AllOf, Optional<Object>>> texts(Category category) {
    return facets.stream()
        .map(name ->
            category.facets().stream()
                .filter(facet -> facet.key().value().equals(name))
                .findFirst()
                .map(Outcome::text)
                .orElse(agreed -> Optional.empty()))
        .toList();
  }

  private static Function<AllOf, Optional<Object>> text(Facet facet) {
    var texts = new Known<MatchCondition, String>(MOST_TEXTS, facet::format);
    return agreed -> agreed.of(facet.key()).map(texts::of);
  }

  List<String> columns() {
    return Stream.of(Stream.of("group", "id", "size"), facets.stream(), Stream.of("reason"))
        .flatMap(columns -> columns)
        .toList();
  }

  /** In the order of the file. */
  Stream<List<Optional<Object>>> rows() {
    return people.stream().map(person -> row(person.person().id()));
  }

  private List<Optional<Object>> row(String id) {
    Optional<Placed> placed = Optional.ofNullable(placeOf.get(id));
    var row = new ArrayList<Optional<Object>>(facets.size() + 4);
    row.add(placed.map(group -> group.number));
    row.add(Optional.of(id));
    row.add(placed.map(group -> group.people));
    row.addAll(placed.map(group -> group.agreed).orElse(nothingAgreed));
    row.add(Optional.ofNullable(reasonOf.get(id)).map(Outcome::word));
    return row;
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
