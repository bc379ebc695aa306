package dev.moim.domain.member;

import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.ErrorKind;

/** Refusals about members and their sessions. */
public enum MemberError implements ErrorCode {
  NICKNAME_TAKEN(ErrorKind.CONFLICT, "Somebody has this nickname already."),
  EMAIL_TAKEN(ErrorKind.CONFLICT, "There is an account with this e-mail address already."),
  MEMBER_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such member."),
  WRONG_CREDENTIALS(ErrorKind.UNAUTHENTICATED, "E-mail address or password are wrong."),
  SESSION_ENDED(ErrorKind.UNAUTHENTICATED, "The session has ended; sign in again."),
  SESSION_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such session."),
  MEMBER_BLOCKED(ErrorKind.FORBIDDEN, "You are blocked for a time."),
  MEMBER_WITHDRAWN(ErrorKind.FORBIDDEN, "You have left; undo that first."),
  WRONG_PASSWORD(ErrorKind.FORBIDDEN, "The present password is wrong."),
  NO_PASSWORD(ErrorKind.CONFLICT, "The account has no password; set one by mail first."),
  LINK_NOT_GOOD(ErrorKind.RULE, "The link was used, is too old, or was never made."),
  ALREADY_VERIFIED(ErrorKind.CONFLICT, "The e-mail address is verified already."),
  TOO_MANY_MAILS(ErrorKind.TOO_MANY, "Several mails were sent already; look for them."),
  LAST_ADMIN(ErrorKind.CONFLICT, "The community needs an admin."),
  NOT_TO_BE_WARNED(ErrorKind.CONFLICT, "Only somebody with a lower role can be warned."),
  WARNING_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such warning."),
  WARNING_WITHDRAWN(ErrorKind.CONFLICT, "The warning was withdrawn already."),
  IDENTITY_TAKEN(ErrorKind.CONFLICT, "This account elsewhere is linked to a member already."),
  IDENTITY_NOT_FOUND(ErrorKind.NOT_FOUND, "No such account elsewhere is linked."),
  LAST_WAY_IN(ErrorKind.CONFLICT, "Without it you could not sign in any more."),
  NO_EMAIL_FROM_PROVIDER(ErrorKind.RULE, "The provider tells no e-mail address."),
  PICTURE_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no picture."),
  NOT_A_PICTURE(ErrorKind.RULE, "This is no picture that can be shown."),
  CANNOT_BLOCK_ONESELF(ErrorKind.RULE, "Nobody can block themselves."),
  TOO_MANY_BLOCKS(ErrorKind.RULE, "You block as many members as one can.");

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
