package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.WarningId;

/** Takes a warning back, and its block with it; the right of admins and of who gave it. */
@FunctionalInterface
public interface WithdrawWarning {
  record Command(Caller caller, Origin origin, WarningId warning) {}

  /**
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED, WARNING_NOT_FOUND,
   *     WARNING_WITHDRAWN
   */
  WarningView withdraw(Command command);
}
