package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.CheckPeople;
import dev.moim.application.matching.port.in.MatchPeople;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.matching.Candidate;
import dev.moim.domain.matching.Group;
import dev.moim.domain.matching.GroupMatcher;
import dev.moim.domain.matching.Matching;
import dev.moim.domain.matching.Unmatched;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.Validation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

final class MatchPeopleService implements MatchPeople, CheckPeople {
  private final Categories categories;

  MatchPeopleService(Categories categories) {
    this.categories = categories;
  }

  @Override
  public List<FieldError> check(Command command) {
    try {
      parties(categories.named(command.category()), command.people());
      return List.of();
    } catch (DomainException e) {
      if (e.fieldErrors().isEmpty()) {
        throw e;
      }
      return e.fieldErrors();
    }
  }

  @Override
  public Matching<String> match(Command command) {
    Category category = categories.named(command.category());
    List<Party> parties = parties(category, command.people());
    Map<String, Party> avoided = avoided(command.people(), parties);
    List<Candidate<Integer>> candidates =
        parties.stream().map(party -> candidate(party, avoided)).toList();
    return inPersons(
        GroupMatcher.match(category, candidates, command.seed(), GroupMatcher.USUAL_STEPS),
        parties);
  }

  /** What somebody on the list asks for, understood. */
  private record Wish(int place, Person person, AllOf condition, GroupSize size) {
    String id() {
      return person.id();
    }
  }

  /** Those who stay together, and what suits all of them. */
  private record Party(int number, List<Wish> members, AllOf condition, GroupSize size) {}

  private static List<Wish> wishes(Category category, List<Person> people, Validation validation) {
    var conditions = new Conditions(category);
    Map<GroupSize, GroupSize> sizes = new HashMap<>();
    Set<String> ids = HashSet.newHashSet(people.size());
    var wishes = new ArrayList<Wish>();
    for (int place = 0; place < people.size(); place++) {
      Person person = people.get(place);
      String pointer = "/people/" + place;
      if (!ids.add(person.id())) {
        validation.add(new FieldError(pointer + "/id", "DUPLICATE_ID"));
      }
      Optional<AllOf> condition =
          conditions.of(person.condition(), pointer + "/condition", validation);
      Optional<GroupSize> size = validation.check(pointer + "/size", () -> size(category, person));
      if (condition.isPresent() && size.isPresent()) {
        GroupSize shared = sizes.computeIfAbsent(size.get(), Function.identity());
        wishes.add(new Wish(place, person, condition.get(), shared));
      }
    }
    return wishes;
  }

  /**
   * Understands what people ask for. Many ask for the same, and more for the same of one facet:
   * they share it, as far as a bounded memory tells.
   */
  private static final class Conditions {
    private static final int MOST_WHOLES = 1 << 12;
    private static final int MOST_PARTS = 1 << 16;

    private final Category category;
    private final Map<Map<String, FacetInput>, AllOf> wholes = new HashMap<>();
    private final Map<Map.Entry<String, FacetInput>, AllOf> parts = new HashMap<>();

    Conditions(Category category) {
      this.category = category;
    }

    /** Empty if anything is wrong with it, which is noted then. */
    Optional<AllOf> of(Map<String, FacetInput> input, String pointer, Validation validation) {
      AllOf known = wholes.get(input);
      if (known != null) {
        return Optional.of(known);
      }
      var facets = new TreeMap<FacetKey, MatchCondition>();
      boolean isRight = true;
      for (Map.Entry<String, FacetInput> answer : input.entrySet()) {
        Optional<AllOf> part = validation.check(pointer, () -> part(answer));
        part.ifPresent(one -> facets.putAll(one.facets()));
        isRight &= part.isPresent();
      }
      if (!isRight) {
        return Optional.empty();
      }
      var condition = new AllOf(facets);
      if (wholes.size() < MOST_WHOLES) {
        wholes.put(input, condition);
      }
      return Optional.of(condition);
    }

    private AllOf part(Map.Entry<String, FacetInput> answer) {
      AllOf known = parts.get(answer);
      if (known != null) {
        return known;
      }
      AllOf part = category.read(Map.of(answer.getKey(), answer.getValue()), Instant.MIN);
      if (parts.size() < MOST_PARTS) {
        parts.put(Map.entry(answer.getKey(), answer.getValue()), part);
      }
      return part;
    }
  }

  private static GroupSize size(Category category, Person person) {
    int min = person.sizeMin().orElse(category.sizes().min());
    int max = person.sizeMax().orElse(Math.max(min, category.usualSize()));
    return category.size(min, max);
  }

  /** Everybody with those with whom they come; refuses the list if anything is wrong with it. */
  private static List<Party> parties(Category category, List<Person> people) {
    var validation = new Validation();
    List<Party> parties = parties(wishes(category, people, validation), validation);
    validation.orThrow();
    return parties;
  }

  private static List<Party> parties(List<Wish> wishes, Validation validation) {
    var parties = new ArrayList<List<Wish>>();
    Map<String, List<Wish>> named = new HashMap<>();
    for (Wish wish : wishes) {
      if (wish.person.party().isEmpty()) {
        parties.add(List.of(wish));
        continue;
      }
      named
          .computeIfAbsent(
              wish.person.party().get(),
              name -> {
                parties.add(new ArrayList<>());
                return parties.getLast();
              })
          .add(wish);
    }
    var merged = new ArrayList<Party>();
    parties.forEach(party -> merge(party, validation, merged));
    return merged;
  }

  private static void merge(List<Wish> members, Validation validation, List<Party> merged) {
    Wish first = members.getFirst();
    if (members.size() == 1) {
      merged.add(new Party(merged.size(), members, first.condition, first.size));
      return;
    }
    Optional<AllOf> condition = Optional.of(first.condition);
    Optional<GroupSize> size = Optional.of(first.size);
    for (Wish member : members.subList(1, members.size())) {
      condition = condition.flatMap(common -> common.meet(member.condition));
      size = size.flatMap(common -> common.meet(member.size));
    }
    if (avoidEachOther(members)) {
      refuse(members, "PARTY_AVOIDS_ITSELF", validation);
    }
    if (condition.isEmpty()) {
      refuse(members, "PARTY_WITHOUT_COMMON_CONDITION", validation);
    }
    if (size.isEmpty()) {
      refuse(members, "PARTY_WITHOUT_COMMON_SIZE", validation);
    } else if (members.size() > size.get().max()) {
      refuse(members, "PARTY_TOO_LARGE", validation);
    }
    if (condition.isPresent() && size.isPresent()) {
      merged.add(new Party(merged.size(), members, condition.get(), size.get()));
    }
  }

  private static boolean avoidEachOther(List<Wish> members) {
    Set<String> ids = new HashSet<>();
    members.forEach(member -> ids.add(member.id()));
    return members.stream()
        .anyMatch(member ->
            member.person.avoids().stream()
                .anyMatch(id -> !id.equals(member.id()) && ids.contains(id)));
  }

  private static void refuse(List<Wish> members, String code, Validation validation) {
    validation.add(new FieldError("/people/" + members.getFirst().place + "/party", code));
  }

  /** The parties of those whom somebody avoids, by the id of the avoided. */
  private static Map<String, Party> avoided(List<Person> people, List<Party> parties) {
    Set<String> ids = new HashSet<>();
    people.forEach(person -> ids.addAll(person.avoids()));
    Map<String, Party> avoided = HashMap.newHashMap(ids.size());
    for (Party party : parties) {
      for (Wish member : party.members) {
        if (ids.contains(member.id())) {
          avoided.put(member.id(), party);
        }
      }
    }
    return avoided;
  }

  private static Candidate<Integer> candidate(Party party, Map<String, Party> avoided) {
    Set<Integer> avoids = new HashSet<>();
    Instant oldest = Instant.MAX;
    for (Wish member : party.members) {
      for (String id : member.person.avoids()) {
        Optional.ofNullable(avoided.get(id)).ifPresent(other -> avoids.add(other.number));
      }
      Instant submitted = member.person.submittedAt().orElse(Instant.MAX);
      oldest = submitted.isBefore(oldest) ? submitted : oldest;
    }
    return new Candidate<>(
        party.number, party.members.size(), party.condition, party.size, oldest, avoids);
  }

  private static Matching<String> inPersons(Matching<Integer> matching, List<Party> parties) {
    List<Group<String>> groups =
        matching.groups().stream()
            .map(group ->
                new Group<>(
                    membersOf(group.members(), parties).map(Wish::id).toList(),
                    group.people(),
                    group.agreed()))
            .toList();
    List<Unmatched<String>> unmatched =
        matching.unmatched().stream()
            .flatMap(party ->
                parties.get(party.id()).members.stream()
                    .map(wish -> Map.entry(wish.place, new Unmatched<>(wish.id(), party.reason()))))
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    return new Matching<>(groups, unmatched, matching.people(), matching.upperBound());
  }

  private static Stream<Wish> membersOf(List<Integer> numbers, List<Party> parties) {
    return numbers.stream()
        .flatMap(number -> parties.get(number).members.stream())
        .sorted(Comparator.comparingInt(Wish::place));
  }
}
