package dev.moim.adapter.persistence.moderation;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.moderation.port.out.Reports;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReportId;
import java.util.List;
import java.util.Optional;

final class JpaReports implements Reports {
  private final CurrentSession current;
  private final AggregateRows<ReportRow> rows;

  JpaReports(CurrentSession current) {
    this.current = current;
    rows = new AggregateRows<>(current, ReportRow.class, ReportRow::new);
  }

  @Override
  public Optional<Report> find(ReportId id) {
    return rows.find(id.value()).map(ReportMapper::read).map(Report::restore);
  }

  @Override
  public List<Report> openOn(Subject subject) {
    return current
        .reading()
        .createSelectionQuery(
            "from ReportRow r where r.subjectKind = :kind and r.subjectId = :id"
                + " and r.status = :open order by r.reportedAt, r.id",
            ReportRow.class)
        .setParameter("kind", subject.kind())
        .setParameter("id", subject.id())
        .setParameter("open", ReportMapper.OPEN)
        .getResultList()
        .stream()
        .map(ReportMapper::read)
        .map(Report::restore)
        .toList();
  }

  @Override
  public List<Report.Snapshot> openBy(MemberId reporter) {
    return current
        .reading()
        .createSelectionQuery(
            "from ReportRow r where r.reporterId = :reporter and r.status = :open", ReportRow.class)
        .setParameter("reporter", reporter.value())
        .setParameter("open", ReportMapper.OPEN)
        .getResultList()
        .stream()
        .map(ReportMapper::read)
        .toList();
  }

  @Override
  public Report.Snapshot save(Report report) {
    Report.Snapshot state = report.snapshot();
    ReportRow stored =
        rows.save(state.id().value(), state.version(), row -> ReportMapper.write(state, row));
    return ReportMapper.read(stored);
  }
}
