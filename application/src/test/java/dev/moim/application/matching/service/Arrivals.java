package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.MatchPeople.Person;
import dev.moim.application.matching.port.in.SimulateMatching.Arrival;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.LocalizedName;
import dev.moim.domain.condition.OptionsFacet;
import dev.moim.domain.condition.OptionsFacet.Option;
import dev.moim.domain.matching.Relaxation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * People who arrive at a minute of a day, wait for half an hour, and accept 2 to 4 people, unless a
 * test says otherwise.
 */
record Arrivals(Person person, Optional<Instant> expiresAt, List<Relaxation> relaxations) {
  static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  static final LocalizedName NAME = new LocalizedName("이름", "name");
  static final Category MEAL =
      new Category(
          new CategoryKey("meal"),
          NAME,
          List.of(
              new OptionsFacet(
                  new FacetKey("place"),
                  NAME,
                  List.of(
                      new Option("gaepo", NAME),
                      new Option("seocho", NAME),
                      new Option("out", NAME))),
              new OptionsFacet(
                  new FacetKey("time"),
                  NAME,
                  List.of(new Option("lunch", NAME), new Option("dinner", NAME)))),
          new GroupSize(2, 6),
          4,
          Duration.ofMinutes(30));

  static Instant minute(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  static Arrivals someone(String id, String place, int minute) {
    return of(
        new Person(
            id,
            place.isEmpty()
                ? Map.of()
                : Map.of("place", new FacetInput.Choice(List.of(place.split("\\|", -1)))),
            Optional.of(2),
            Optional.of(4),
            Optional.empty(),
            Optional.of(minute(minute)),
            Set.of()));
  }

  private static Arrivals of(Person person) {
    return new Arrivals(person, Optional.empty(), List.of());
  }

  Arrivals sized(int min, int max) {
    return with(person.party(), Optional.of(min), Optional.of(max), person.submittedAt());
  }

  Arrivals in(String party) {
    return with(Optional.of(party), person.sizeMin(), person.sizeMax(), person.submittedAt());
  }

  Arrivals atNoTime() {
    return with(person.party(), person.sizeMin(), person.sizeMax(), Optional.empty());
  }

  Arrivals until(int minute) {
    return new Arrivals(person, Optional.of(minute(minute)), relaxations);
  }

  Arrivals relaxing(Relaxation... steps) {
    return new Arrivals(person, expiresAt, List.of(steps));
  }

  Arrival arrival() {
    return new Arrival(person, expiresAt, relaxations);
  }

  private Arrivals with(
      Optional<String> party,
      Optional<Integer> min,
      Optional<Integer> max,
      Optional<Instant> submitted) {
    return new Arrivals(
        new Person(person.id(), person.condition(), min, max, party, submitted, person.avoids()),
        expiresAt,
        relaxations);
  }
}
