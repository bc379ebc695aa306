package dev.moim.domain.meeting;

/** Why a meeting does not take place. */
public enum CallOffReason {
  /** Fewer than two are left. */
  TOO_FEW,
  /** Its members were brought together otherwise. */
  REGROUPED
}
