package dev.moim.domain.meeting;

/** Where a meeting stands. */
public enum MeetingStatus {
  UPCOMING,
  DONE,
  CANCELLED
}
