package dev.moim.domain.matching;

/** Where the proposal of a group stands. */
public enum MatchProposalStatus {
  /** Not everybody has answered. */
  OPEN,
  /** All want the group. */
  ACCEPTED,
  /** Somebody did not want it, did not answer in time, or is out. */
  FELL_THROUGH
}
