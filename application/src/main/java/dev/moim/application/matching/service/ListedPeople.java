package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.MatchPeople.Person;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.Validation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The people on a list, each with those with whom they come, and what suits all of these. */
final class ListedPeople {
  /** What somebody on the list asks for, understood. */
  record Wish(int place, Person person, AllOf condition, GroupSize size) {
    String id() {
      return person.id();
    }
  }

  /** Those who stay together, and what suits all of them. */
  record ListedParty(int number, List<Wish> members, AllOf condition, GroupSize size) {}

  private final List<ListedParty> parties;
  private final Map<String, ListedParty> avoided;

  private ListedPeople(List<Person> people, List<ListedParty> parties) {
    this.parties = parties;
    this.avoided = avoided(people, parties);
  }

  /**
   * Understands a list; what is wrong with it is noted, with pointers such as {@code
   * /people/7/size/min}, and those whom it concerns are left out.
   */
  static ListedPeople of(Category category, List<Person> people, Validation validation) {
    return new ListedPeople(people, parties(wishes(category, people, validation), validation));
  }

  /** In the order of their first members, each at the place of its number. */
  List<ListedParty> all() {
    return parties;
  }

  /** The numbers of those whom somebody in the party wants to avoid. */
  Set<Integer> avoidedBy(ListedParty party) {
    Set<Integer> numbers = new HashSet<>();
    for (Wish member : party.members) {
      for (String id : member.person.avoids()) {
        Optional.ofNullable(avoided.get(id)).ifPresent(other -> numbers.add(other.number));
      }
    }
    return numbers;
  }

  /** The parties of those whom somebody avoids, by the id of the avoided. */
  private static Map<String, ListedParty> avoided(List<Person> people, List<ListedParty> parties) {
    Set<String> ids = new HashSet<>();
    people.forEach(person -> ids.addAll(person.avoids()));
    Map<String, ListedParty> avoided = HashMap.newHashMap(ids.size());
    for (ListedParty party : parties) {
      for (Wish member : party.members) {
        if (ids.contains(member.id())) {
          avoided.put(member.id(), party);
        }
      }
    }
    return avoided;
  }

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

  private static GroupSize size(Category category, Person person) {
    int min = person.sizeMin().orElse(category.sizes().min());
    int max = person.sizeMax().orElse(Math.max(min, category.usualSize()));
    return category.size(min, max);
  }

  private static List<ListedParty> parties(List<Wish> wishes, Validation validation) {
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
    var merged = new ArrayList<ListedParty>();
    parties.forEach(party -> merge(party, validation, merged));
    return merged;
  }

  private static void merge(List<Wish> members, Validation validation, List<ListedParty> merged) {
    Wish first = members.getFirst();
    if (members.size() == 1) {
      merged.add(new ListedParty(merged.size(), members, first.condition, first.size));
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
      merged.add(new ListedParty(merged.size(), members, condition.get(), size.get()));
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

  /** Notes that those of a party can't be together; the first of them stands for all. */
  static void refuse(List<Wish> members, String code, Validation validation) {
    validation.add(new FieldError("/people/" + members.getFirst().place + "/party", code));
  }
}
