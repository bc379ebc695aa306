package dev.moim.application.moderation.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.ReportId;

/**
 * Decides about what was reported, does it, and closes all open reports on the same subject; the
 * right of managers. Who filed them is told.
 */
@FunctionalInterface
public interface DecideReport {
  /**
   * @param reason 1–500 code points; a warned member is told, the reporters are not
   */
  record Command(Caller caller, Origin origin, ReportId report, Outcome outcome, String reason) {}

  /**
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED, REPORT_NOT_FOUND, REPORT_DECIDED,
   *     OWN_CASE, INVALID_INPUT, and to warn MEMBER_NOT_FOUND, NOT_TO_BE_WARNED
   */
  ReportView decide(Command command);
}
