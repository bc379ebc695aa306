package dev.moim.domain.matching;

/** Where a match request stands; all but {@link #WAITING} are final. */
public enum MatchRequestStatus {
  WAITING,
  MATCHED,
  CANCELLED,
  EXPIRED
}
