package dev.moim.domain.meeting;

/** Why a meeting does not take place. */
public enum CallOffReason {
  /** Its members were brought together otherwise; nobody is told. */
  REGROUPED,
  /** Fewer than two are left. */
  TOO_FEW
}
