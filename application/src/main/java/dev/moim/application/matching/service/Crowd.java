package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.SimulateMatching.Arrival;
import dev.moim.application.matching.service.ListedPeople.ListedParty;
import dev.moim.application.matching.service.ListedPeople.Wish;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.matching.WaitingRequest;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.Validation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Everybody who arrives in a simulation, as requests: people and parties, in order of arrival. */
final class Crowd {
  private final Category category;
  private final List<Arrival> arrivals;
  private final ListedPeople parties;
  private final List<WaitingRequest<Integer>> requests = new ArrayList<>();

  private Crowd(Category category, List<Arrival> arrivals, Validation validation) {
    this.category = category;
    this.arrivals = arrivals;
    this.parties =
        ListedPeople.of(category, arrivals.stream().map(Arrival::person).toList(), validation);
    parties.all().forEach(party -> add(party, validation));
    requests.sort(
        Comparator.comparing(WaitingRequest<Integer>::submittedAt)
            .thenComparing(WaitingRequest::id));
  }

  /** Understands the arrivals; what is wrong is noted, and those whom it concerns are left out. */
  static Crowd of(Category category, List<Arrival> arrivals, Validation validation) {
    for (int place = 0; place < arrivals.size(); place++) {
      if (arrivals.get(place).person().submittedAt().isEmpty()) {
        validation.add(new FieldError("/people/" + place + "/submittedAt", "REQUIRED"));
      }
    }
    return new Crowd(category, arrivals, validation);
  }

  /** By time of arrival; of those who arrive at the same time, in the order of the list. */
  List<WaitingRequest<Integer>> requests() {
    return requests;
  }

  int people() {
    return requests.stream().mapToInt(WaitingRequest::people).sum();
  }

  private void add(ListedParty party, Validation validation) {
    List<Wish> members = party.members();
    if (!members.stream().allMatch(member -> member.person().submittedAt().isPresent())) {
      return;
    }
    Instant submitted =
        members.stream().map(this::submittedAt).max(Comparator.naturalOrder()).orElseThrow();
    Instant expires =
        members.stream().map(this::expiresAt).min(Comparator.naturalOrder()).orElseThrow();
    if (expires.isAfter(submitted)) {
      requests.add(
          new WaitingRequest<>(
              party.number(),
              members.size(),
              party.condition(),
              party.size(),
              submitted,
              expires,
              relaxations(party, submitted, expires),
              parties.avoidedBy(party),
              Set.of()));
      return;
    }
    List<Wish> never =
        members.stream().filter(member -> !expiresAt(member).isAfter(submittedAt(member))).toList();
    never.forEach(member ->
        validation.add(
            new FieldError("/people/" + member.place() + "/expiresAt", "NOT_AFTER_SUBMISSION")));
    if (never.isEmpty()) {
      ListedPeople.refuse(members, "PARTY_NEVER_TOGETHER", validation);
    }
  }

  private Instant submittedAt(Wish member) {
    return member.person().submittedAt().orElseThrow();
  }

  private Instant expiresAt(Wish member) {
    return arrivals
        .get(member.place())
        .expiresAt()
        .orElseGet(() -> submittedAt(member).plus(category.patience()));
  }

  /**
   * What all of a party have agreed to: the steps of its members that change nothing for any other
   * member at that age, who either never asked for it or does not by then. Ages count from when the
   * party is complete.
   */
  private List<Relaxation> relaxations(ListedParty party, Instant submitted, Instant expires) {
    List<Wish> members = party.members();
    if (members.size() == 1) {
      return arrivals.get(members.getFirst().place()).relaxations();
    }
    List<WaitingRequest<Integer>> single =
        members.stream()
            .map(member ->
                new WaitingRequest<>(
                    member.place(),
                    1,
                    member.condition(),
                    member.size(),
                    submitted,
                    expires,
                    arrivals.get(member.place()).relaxations(),
                    Set.<Integer>of(),
                    Set.<Integer>of()))
            .toList();
    return single.stream()
        .flatMap(member -> member.relaxations().stream())
        .distinct()
        .filter(step ->
            single.stream()
                .allMatch(member -> isFineWith(member, step, submitted.plus(step.age()))))
        .toList();
  }

  private static boolean isFineWith(WaitingRequest<Integer> member, Relaxation step, Instant now) {
    return step.relax(member.conditionAt(now)).equals(member.conditionAt(now))
        && step.relax(member.sizeAt(now)).equals(member.sizeAt(now));
  }
}
