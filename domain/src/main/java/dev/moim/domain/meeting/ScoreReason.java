package dev.moim.domain.meeting;

/** What members get points for, or lose them. */
public enum ScoreReason {
  TOOK_PART,
  HOSTED,
  REVIEWED_OTHERS,
  STARS_RECEIVED,
  REPORTED_ABSENT
}
