package dev.moim.domain.member;

/** Where a member stands in the community. */
public enum MemberStatus {
  ACTIVE,
  /** May not act for a time, after a warning; see {@link Block}, not {@link PersonalBlock}. */
  BLOCKED,
  /** Has left; may come back until the personal data is erased. */
  WITHDRAWN,
  /** Has left for good: nothing personal is kept. */
  ERASED
}
