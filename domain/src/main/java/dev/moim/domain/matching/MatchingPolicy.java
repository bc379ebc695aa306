package dev.moim.domain.matching;

import java.time.Duration;

/**
 * How a pool decides. The default decides at arrival, takes partners who are hardest to place,
 * keeps groups open to joiners, relaxes what members agreed to, and tries to rescue who is about to
 * give up; each part can be switched by itself.
 *
 * @param timing when groups are formed
 * @param partners who is chosen of several who suit
 * @param joiners whether a group below its greatest size takes in others, until the last of those
 *     by whom it was formed would have given up
 * @param relaxation whether requests are relaxed as they age, in the steps that members agreed to
 * @param rescueLead how long before a request expires a last attempt is made for it, with more
 *     effort, and with recent partners if there is no other way; zero for none
 * @param rearranging whether an attempt at a rescue, of which there is one more at half of the
 *     time, may move members between groups until the first member of each would have given up;
 *     whoever has a group keeps one. Without a lead it has no effect
 */
public record MatchingPolicy(
    Timing timing,
    Partners partners,
    boolean joiners,
    boolean relaxation,
    Duration rescueLead,
    boolean rearranging) {
  /** The longest interval between decisions, and the longest lead of a rescue. */
  public static final Duration LONGEST = Duration.ofHours(24);

  /** What Moim does unless a category says otherwise. */
  public static final MatchingPolicy DEFAULT =
      new MatchingPolicy(
          Timing.atArrival(), Partners.SCARCEST, true, true, Duration.ofMinutes(1), true);

  public MatchingPolicy {
    if (timing instanceof Timing.BeforeExpiry && !rescueLead.isPositive()) {
      throw new IllegalArgumentException("who decides before expiry needs a lead");
    }
    if (rescueLead.isNegative() || rescueLead.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("the lead of a rescue is 0 to 24 h: " + rescueLead);
    }
  }

  /** Who is chosen of several who suit. */
  public enum Partners {
    /** Who is least likely to find somebody else in the time that is left. */
    SCARCEST,
    /** Who has waited longest. */
    OLDEST
  }

  /** When groups are formed. */
  public sealed interface Timing {
    /** As soon as somebody arrives with whom a group is possible. */
    record AtArrival() implements Timing {}

    /** Only when somebody is about to give up. */
    record BeforeExpiry() implements Timing {}

    /** For everybody at once, each time the interval has passed. */
    record Every(Duration interval) implements Timing {
      public Every {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0 || interval.compareTo(LONGEST) > 0) {
          throw new IllegalArgumentException("the interval is a second to 24 h: " + interval);
        }
      }
    }

    static Timing atArrival() {
      return new AtArrival();
    }
  }
}
