package dev.moim.domain.meeting;

/** How somebody let others wait. */
public enum AbsenceReason {
  /** Most of the others in a meeting reported that they did not come. */
  REPORTED,
  /** They were proposed a group and never answered. */
  PROPOSAL_UNANSWERED
}
