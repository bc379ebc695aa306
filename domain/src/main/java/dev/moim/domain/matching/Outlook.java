package dev.moim.domain.matching;

import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.MatchCondition;
import java.time.Duration;
import java.util.List;

/**
 * What somebody who waits can be told: counts and chances, never who.
 *
 * @param waiting how many people wait in the pool, themselves included
 * @param suitable how many of the others suit them as to conditions and sizes, each by themselves;
 *     also the members of each group that they could join, with others who wait if need be
 * @param chances to be matched within some time from now, in order of time
 * @param hints what they could ask for instead, those that bring most people first
 */
public record Outlook(int waiting, int suitable, List<Chance> chances, List<Hint> hints) {
  public Outlook {
    chances = List.copyOf(chances);
    hints = List.copyOf(hints);
  }

  /**
   * How likely something is.
   *
   * @param within never reaches beyond the moment at which the request expires
   * @param probability from 0 to 1
   */
  public record Chance(Duration within, double probability) {}

  /**
   * How many more people would suit if a facet were asked for more loosely.
   *
   * @param wider what would be asked for instead
   * @param morePeople more than suit now
   */
  public record Hint(FacetKey facet, MatchCondition wider, int morePeople) {}
}
