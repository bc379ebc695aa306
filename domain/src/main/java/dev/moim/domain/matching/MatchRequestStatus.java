package dev.moim.domain.matching;

/** Where a match request stands. */
public enum MatchRequestStatus {
  /** Friends have been invited to come along, and some have not answered. */
  INVITING,
  /** Waits for a group. */
  WAITING,
  /** A group was found, and its members are asked whether they want it. */
  PROPOSED,
  /** Has a meeting, or a seat in a room. */
  MATCHED,
  CANCELLED,
  EXPIRED
}
