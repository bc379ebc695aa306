package dev.moim.application.moderation.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.ReportId;
import java.time.Instant;
import java.util.UUID;

/** Reports something that the caller sees. */
@FunctionalInterface
public interface FileReport {
  /**
   * @param kind of what is reported, such as {@code ROOM}
   * @param reason 1–500 code points
   */
  record Command(Caller caller, String kind, UUID id, String reason) {}

  /** The report, as its reporter sees it. */
  record Filed(ReportId id, Subject subject, String reason, Instant reportedAt) {}

  /**
   * @throws dev.moim.domain.shared.DomainException INVALID_INPUT, NOTHING_TO_REPORT, OWN_CONTENT,
   *     ALREADY_REPORTED, TOO_MANY_REPORTS
   */
  Filed file(Command command);
}
