package dev.moim.domain.condition;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One question that a category asks, such as "where?" or "at what level?". Its kind knows how to
 * read an answer, how to write it, and which values lie on its axis; nobody else branches on kinds.
 */
public sealed interface Facet permits OptionsFacet, LevelFacet, WindowFacet {
  FacetKey key();

  LocalizedName name();

  /**
   * Understands an answer that is not empty.
   *
   * @param now windows that are over by then are refused
   * @throws dev.moim.domain.shared.DomainException INVALID_INPUT, with pointers relative to the
   *     answer
   */
  MatchCondition read(FacetInput input, Instant now);

  /**
   * Splits an answer's one-line form, as it stands in a file: {@code a|b}, {@code 3-7}, {@code
   * from/to}. Blank means that everything is accepted.
   *
   * @throws dev.moim.domain.shared.DomainException INVALID_INPUT if it has not this form
   */
  FacetInput parse(String text);

  /** The one-line form of a condition of this facet's kind. */
  String format(MatchCondition condition);

  /**
   * What somebody could ask for instead who is ready to take one step: each is wider, by little.
   */
  List<MatchCondition> wider(MatchCondition condition);

  /** How conditions of this facet's kind are written down for the engine. */
  Encoding encoding();

  /**
   * What a group settles for: of the values that suit all of them, the one that most of them had
   * named, then the first in configured (or natural) order.
   *
   * @param common what suits everybody; empty if everything does
   * @param named what each member had asked for who had asked for anything
   * @return empty if nobody asked and the facet has no first value
   */
  Optional<MatchCondition> agree(Optional<MatchCondition> common, List<MatchCondition> named);

  /**
   * When a group meets that has settled, as far as this facet says anything about it.
   *
   * @param agreed what the group settled for; empty if for nothing
   * @param earliest before which it does not meet
   * @param zone whose clocks local hours mean
   * @return not before {@code earliest}; empty if the facet has nothing to say
   */
  Optional<Instant> startsAt(Optional<MatchCondition> agreed, Instant earliest, ZoneId zone);

  /**
   * Whether a meeting that starts then suits what somebody asked of this facet.
   *
   * @param zone whose clocks local hours mean
   */
  default boolean suits(MatchCondition asked, Instant start, ZoneId zone) {
    return true;
  }

  /**
   * When a meeting may start at the latest that suits what somebody asked; empty if at any time.
   */
  default Optional<Instant> latestStart(MatchCondition asked) {
    return Optional.empty();
  }

  /**
   * What somebody must be content with who comes to a meeting that is fixed.
   *
   * @param agreed what the group settled for
   */
  default MatchCondition fixed(MatchCondition agreed, Instant start) {
    return agreed;
  }

  /**
   * As {@link #agree(Optional, List)}, for a group that meets at that moment or later: of values
   * that are wanted as much, one that comes sooner goes first.
   *
   * @param zone whose clocks local hours mean
   */
  default Optional<MatchCondition> agree(
      Optional<MatchCondition> common, List<MatchCondition> named, Instant earliest, ZoneId zone) {
    return agree(common, named);
  }

  /**
   * An answer that somebody might give, for simulations.
   *
   * @param now when they give it
   */
  FacetInput imagine(Habit habit, Instant now, RandomGenerator random);
}
