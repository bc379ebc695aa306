package dev.moim.adapter.persistence.moderation;

import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.adapter.persistence.shared.TextMapJson;
import dev.moim.domain.moderation.Decision;
import dev.moim.domain.moderation.Evidence;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReportId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

final class ReportMapper {
  static final String OPEN = "OPEN";

  private ReportMapper() {}

  static void write(Report.Snapshot report, ReportRow row) {
    Optional<Decision> decision = report.decision();
    row.reporterId = report.reporter().value();
    row.subjectKind = report.subject().kind();
    row.subjectId = report.subject().id();
    row.authorId = report.evidence().author().value();
    row.link = report.evidence().link();
    row.texts = TextMapJson.write(report.evidence().texts());
    row.reason = report.reason();
    row.place = report.place();
    row.reportedAt = Instants.stored(report.reportedAt());
    row.status = decision.map(made -> made.outcome().name()).orElse(OPEN);
    row.decidedBy = decision.map(made -> made.by().value()).orElse(null);
    row.note = decision.map(Decision::note).orElse(null);
    row.decidedAt = decision.map(Decision::at).map(Instants::stored).orElse(null);
    row.openKey = report.isOpen() ? report.reporter() + ":" + report.subject() : null;
    row.placeKey = report.isOpen() ? report.reporter() + ":" + report.place() : null;
  }

  static Report.Snapshot read(ReportRow row) {
    return new Report.Snapshot(
        new ReportId(row.id()),
        new MemberId(row.reporterId),
        new Subject(row.subjectKind, row.subjectId),
        new Evidence(new MemberId(row.authorId), row.link, TextMapJson.read(row.texts)),
        row.reason,
        row.place,
        row.reportedAt,
        decision(row),
        row.version());
  }

  private static Optional<Decision> decision(ReportRow row) {
    UUID by = row.decidedBy;
    String note = row.note;
    Instant at = row.decidedAt;
    return by == null || note == null || at == null
        ? Optional.empty()
        : Optional.of(new Decision(Outcome.valueOf(row.status), new MemberId(by), note, at));
  }
}
