package dev.moim.application.matching.port.in;

import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.matching.Matching;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Forms groups of the people on a list, at once and for good: for a file, a class, a nightly job.
 */
@FunctionalInterface
public interface MatchPeople {
  /**
   * Somebody on the list.
   *
   * @param id stands once on the list
   * @param condition by facet key; a facet left out or empty accepts everything
   * @param sizeMin smallest group that suits; by default the category's smallest
   * @param sizeMax greatest group that suits; by default the category's usual size
   * @param party people with the same party stay together
   * @param submittedAt of two who are equally hard to place, the older one goes first
   * @param avoids ids of people who must not be in the same group; others' ids have no effect
   */
  record Person(
      String id,
      Map<String, FacetInput> condition,
      Optional<Integer> sizeMin,
      Optional<Integer> sizeMax,
      Optional<String> party,
      Optional<Instant> submittedAt,
      Set<String> avoids) {
    public Person {
      condition = Map.copyOf(condition);
      avoids = Set.copyOf(avoids);
    }

    /** Somebody who comes alone and accepts the usual sizes. */
    public Person(String id, Map<String, FacetInput> condition) {
      this(
          id,
          condition,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of());
    }
  }

  /**
   * @param category the key of the category in which all of them look for company
   * @param seed decides between matchings that are equally good; with the same people and seed the
   *     result is the same
   */
  record Command(String category, List<Person> people, long seed) {
    public Command {
      people = List.copyOf(people);
    }
  }

  /**
   * Returns who was brought together and who was not, person by person.
   *
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_CATEGORY; INVALID_INPUT with all errors,
   *     pointers such as {@code /people/7/condition/place/1}, {@code /people/7/size/min}, {@code
   *     /people/7/id} (DUPLICATE_ID) and {@code /people/7/party} (PARTY_WITHOUT_COMMON_CONDITION,
   *     PARTY_WITHOUT_COMMON_SIZE, PARTY_TOO_LARGE, PARTY_AVOIDS_ITSELF)
   */
  Matching<String> match(Command command);
}
