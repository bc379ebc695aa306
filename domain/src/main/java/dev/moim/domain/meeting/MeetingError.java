package dev.moim.domain.meeting;

import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.ErrorKind;

/** Refusals about meetings. */
public enum MeetingError implements ErrorCode {
  MEETING_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such meeting."),
  MEETING_ENDED(ErrorKind.CONFLICT, "The meeting is over, or was called off."),
  MEETING_STARTED(ErrorKind.CONFLICT, "The meeting has started."),
  MEETING_HAS_NO_START(ErrorKind.CONFLICT, "The meeting has no time yet."),
  REVIEW_NOT_OPEN(ErrorKind.RULE, "The meeting can't be reviewed now."),
  ALREADY_REVIEWED(ErrorKind.CONFLICT, "You have reviewed this member already.");

  private final ErrorKind kind;
  private final String title;

  MeetingError(ErrorKind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  @Override
  public ErrorKind kind() {
    return kind;
  }

  @Override
  public String title() {
    return title;
  }
}
