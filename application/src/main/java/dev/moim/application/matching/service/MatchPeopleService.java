package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.CheckPeople;
import dev.moim.application.matching.port.in.MatchPeople;
import dev.moim.application.matching.service.ListedPeople.ListedParty;
import dev.moim.application.matching.service.ListedPeople.Wish;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.Candidate;
import dev.moim.domain.matching.Group;
import dev.moim.domain.matching.GroupMatcher;
import dev.moim.domain.matching.Matching;
import dev.moim.domain.matching.Unmatched;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.Validation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class MatchPeopleService implements MatchPeople, CheckPeople {
  private final Categories categories;

  MatchPeopleService(Categories categories) {
    this.categories = categories;
  }

  @Override
  public List<FieldError> check(Command command) {
    var validation = new Validation();
    ListedPeople.of(categories.named(command.category()), command.people(), validation);
    return validation.errors();
  }

  @Override
  public Matching<String> match(Command command) {
    Category category = categories.named(command.category());
    var validation = new Validation();
    ListedPeople parties = ListedPeople.of(category, command.people(), validation);
    validation.orThrow();
    List<Candidate<Integer>> candidates =
        parties.all().stream().map(party -> candidate(party, parties)).toList();
    return inPersons(
        GroupMatcher.match(category, candidates, command.seed(), GroupMatcher.USUAL_STEPS),
        parties.all());
  }

  private static Candidate<Integer> candidate(ListedParty party, ListedPeople parties) {
    Instant oldest =
        party.members().stream()
            .map(member -> member.person().submittedAt().orElse(Instant.MAX))
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    return new Candidate<>(
        party.number(),
        party.members().size(),
        party.condition(),
        party.size(),
        oldest,
        parties.avoidedBy(party));
  }

  private static Matching<String> inPersons(Matching<Integer> matching, List<ListedParty> parties) {
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
                parties.get(party.id()).members().stream()
                    .map(wish ->
                        Map.entry(wish.place(), new Unmatched<>(wish.id(), party.reason()))))
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    return new Matching<>(groups, unmatched, matching.people(), matching.upperBound());
  }

  private static Stream<Wish> membersOf(List<Integer> numbers, List<ListedParty> parties) {
    return numbers.stream()
        .flatMap(number -> parties.get(number).members().stream())
        .sorted(Comparator.comparingInt(Wish::place));
  }
}
