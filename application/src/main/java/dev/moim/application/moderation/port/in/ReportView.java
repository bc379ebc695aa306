package dev.moim.application.moderation.port.in;

import dev.moim.domain.moderation.Decision;
import dev.moim.domain.moderation.Evidence;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReportId;
import java.time.Instant;
import java.util.Optional;

/**
 * A report as managers see it.
 *
 * @param author who answers for what was reported
 * @param evidence what was reported, as it stood then
 * @param decision empty while the report is open
 */
public record ReportView(
    ReportId id,
    Person reporter,
    Subject subject,
    Person author,
    Evidence evidence,
    String reason,
    Instant reportedAt,
    Optional<Decision> decision,
    Optional<Person> decidedBy) {
  /**
   * A member.
   *
   * @param nickname empty if the member has left
   */
  public record Person(MemberId id, Optional<String> nickname) {}
}
