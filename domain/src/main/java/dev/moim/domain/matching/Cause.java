package dev.moim.domain.matching;

/** Why a pool decided something about a group. */
public enum Cause {
  /** Somebody came who looks for a group. */
  ARRIVAL,

  /** A request asks for less from now on. */
  RELAXATION,

  /** Somebody had waited for half of their time, or was about to give up. */
  RESCUE,

  /** All who are in the pool were matched at once. */
  RECOMPUTATION,

  /** A member has left a group; also what becomes of those who are left. */
  WITHDRAWAL,

  /** The time of a group was over, or it was told to close. */
  TIME,

  /** A group whose time was over already was taken in. */
  RESTORED
}
