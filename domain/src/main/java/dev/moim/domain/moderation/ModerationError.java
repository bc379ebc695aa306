package dev.moim.domain.moderation;

import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.ErrorKind;

/** Refusals about reports. */
public enum ModerationError implements ErrorCode {
  REPORT_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such report."),
  NOTHING_TO_REPORT(ErrorKind.NOT_FOUND, "There is no such thing to report."),
  OWN_CONTENT(ErrorKind.RULE, "This is your own."),
  ALREADY_REPORTED(ErrorKind.CONFLICT, "You have reported this already."),
  TOO_MANY_REPORTS(ErrorKind.CONFLICT, "Too many of your reports wait for a decision."),
  REPORT_DECIDED(ErrorKind.CONFLICT, "The report was decided already."),
  OWN_CASE(ErrorKind.FORBIDDEN, "Nobody decides about reports on themselves.");

  private final ErrorKind kind;
  private final String title;

  ModerationError(ErrorKind kind, String title) {
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
