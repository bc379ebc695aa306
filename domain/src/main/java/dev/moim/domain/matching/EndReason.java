package dev.moim.domain.matching;

/** Why a match request ended without a group. */
public enum EndReason {
  /** Its member took it back. */
  TAKEN_BACK,
  /** Its member did not want the group that was proposed. */
  PROPOSAL_DECLINED,
  /** Its member did not answer a proposal in time. */
  PROPOSAL_UNANSWERED,
  /** Its member may not act any more. */
  MEMBER_INACTIVE,
  /** The friend with whom the member came along is out. */
  PARTY_ENDED,
  /** The member's time was over before all friends had answered. */
  INVITATIONS_UNANSWERED,
  /** Nobody came whom it suited. */
  NOBODY_SUITED,
  /** Some suited, but no group that all of them would have accepted. */
  NO_GROUP_POSSIBLE,
  /** Its member could not come to the meeting that it had. */
  COULD_NOT_COME,
  /** Its group fell apart when its time was over. */
  GROUP_FELL_APART,
  /**
   * The host removed its member from the room in which it had a seat, and its time was over, or
   * they had asked for another group.
   */
  REMOVED_FROM_ROOM;

  /** Whether the member brought it about knowingly. */
  public boolean isOwnDoing() {
    return this == TAKEN_BACK || this == PROPOSAL_DECLINED || this == COULD_NOT_COME;
  }
}
