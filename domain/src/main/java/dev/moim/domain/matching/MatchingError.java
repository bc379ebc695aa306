package dev.moim.domain.matching;

import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.ErrorKind;

/** Refusals about match requests. */
public enum MatchingError implements ErrorCode {
  MATCH_REQUEST_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such match request."),
  LIVE_REQUEST_EXISTS(
      ErrorKind.CONFLICT, "You have a live match request in this category already."),
  ALREADY_MATCHED(ErrorKind.CONFLICT, "The request has been matched; see its meeting or room."),
  REQUEST_NOT_WAITING(ErrorKind.CONFLICT, "The request is not in a state for that any more."),
  NOT_INVITED(ErrorKind.NOT_FOUND, "You were not asked to come along."),
  INVITATION_CLOSED(ErrorKind.CONFLICT, "The invitation has been answered or is over."),
  PROPOSAL_CLOSED(ErrorKind.CONFLICT, "The proposal is decided already, or its time is over."),
  MATCHING_PAUSED(ErrorKind.RULE, "You were absent too often; random matching is paused for you."),
  DAY_TOO_BUSY(ErrorKind.RULE, "More requests were submitted on that day than a dry run replays.");

  private final ErrorKind kind;
  private final String title;

  MatchingError(ErrorKind kind, String title) {
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
