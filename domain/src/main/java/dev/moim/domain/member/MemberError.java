package dev.moim.domain.member;

import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.ErrorKind;

/** Refusals about members and their sessions. */
public enum MemberError implements ErrorCode {
  NICKNAME_TAKEN(ErrorKind.CONFLICT, "Somebody has this nickname already."),
  EMAIL_TAKEN(ErrorKind.CONFLICT, "There is an account with this e-mail address already."),
  MEMBER_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such member."),
  WRONG_CREDENTIALS(ErrorKind.UNAUTHENTICATED, "E-mail address or password are wrong."),
  SESSION_ENDED(ErrorKind.UNAUTHENTICATED, "The session has ended; sign in again.");

  private final ErrorKind kind;
  private final String title;

  MemberError(ErrorKind kind, String title) {
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
