package dev.moim.domain.moderation;

/** What a manager decides about what was reported. */
public enum Outcome {
  /** Nothing is wrong with it. */
  DISMISSED,
  /** Nobody sees it any more. */
  HIDDEN,
  /** Its author was warned. */
  WARNED
}
