package dev.moim.domain.condition;

import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.ErrorKind;

/** Refusals about categories and conditions. */
public enum ConditionError implements ErrorCode {
  UNKNOWN_CATEGORY(ErrorKind.RULE, "There is no such category.");

  private final ErrorKind kind;
  private final String title;

  ConditionError(ErrorKind kind, String title) {
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
