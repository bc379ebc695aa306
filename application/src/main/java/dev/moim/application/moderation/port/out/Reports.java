package dev.moim.application.moderation.port.out;

import dev.moim.domain.moderation.Report;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReportId;
import java.util.List;
import java.util.Optional;

/** The reports, as aggregates. */
public interface Reports {
  Optional<Report> find(ReportId id);

  /** The open reports on a subject, oldest first. */
  List<Report> openOn(Subject subject);

  /** A member's open reports, in no order. */
  List<Report.Snapshot> openBy(MemberId reporter);

  /**
   * Stores a report and advances its version; returns the state as stored.
   *
   * @throws dev.moim.domain.shared.DomainException ALREADY_REPORTED if another report of the same
   *     member on the same subject is open; of several that race, one is stored, and the others get
   *     this refusal, or a conflict and the refusal when they try again
   * @throws dev.moim.application.shared.ConcurrencyConflict if the version is stale, or another
   *     open report of the same member has its place
   */
  Report.Snapshot save(Report report);
}
