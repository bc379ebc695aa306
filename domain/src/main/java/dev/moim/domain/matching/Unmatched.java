package dev.moim.domain.matching;

/** A candidate for whom no group was found, and why. */
public record Unmatched<K>(K id, Reason reason) {
  /** Why somebody has no group. */
  public enum Reason {
    /** Nobody else accepts anything that they accept, or only people who are to be avoided do. */
    NOBODY_COMPATIBLE,
    /** Others would suit, but no set of them makes a group whose size everybody in it accepts. */
    NO_GROUP_OF_ACCEPTED_SIZE,
    /** A group was possible, but its members were needed in others. */
    LEFT_OVER
  }
}
