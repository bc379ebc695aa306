package dev.moim.adapter.persistence.moderation;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Limit;
import dev.moim.application.moderation.port.out.ReportLists;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.moderation.Decision;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.MemberId;
import java.util.List;
import java.util.function.Function;
import org.hibernate.query.SelectionQuery;

/** Reads each list from the index that has its order. */
final class JpaReportLists implements ReportLists {
  private static final String WAITING = "from ReportRow r where r.status = :open";
  private static final String DECIDED = "from ReportRow r where r.decidedAt is not null";

  private final CurrentSession current;

  JpaReportLists(CurrentSession current) {
    this.current = current;
  }

  @Override
  public Page<Report.Snapshot> open(PageRequest page) {
    SelectionQuery<ReportRow> query =
        select(
                page,
                WAITING,
                " and r.reportedAt >= :at and (r.reportedAt > :at or r.id > :id)",
                " order by r.status, r.reportedAt, r.id")
            .setParameter("open", ReportMapper.OPEN);
    return page(query, page, report -> new Position(report.reportedAt(), report.id().value()));
  }

  @Override
  public Page<Report.Snapshot> decided(PageRequest page) {
    SelectionQuery<ReportRow> query =
        select(
            page,
            DECIDED,
            " and r.decidedAt <= :at and (r.decidedAt < :at or r.id < :id)",
            " order by r.decidedAt desc, r.id desc");
    return page(
        query,
        page,
        report ->
            new Position(report.decision().map(Decision::at).orElseThrow(), report.id().value()));
  }

  private SelectionQuery<ReportRow> select(
      PageRequest page, String from, String beyond, String order) {
    String where = page.after().isPresent() ? from + beyond : from;
    SelectionQuery<ReportRow> query =
        current
            .reading()
            .createSelectionQuery(where + order + Limit.of(page.limit() + 1), ReportRow.class);
    page.after()
        .ifPresent(after -> query.setParameter("at", after.at()).setParameter("id", after.id()));
    return query;
  }

  private static Page<Report.Snapshot> page(
      SelectionQuery<ReportRow> query,
      PageRequest page,
      Function<Report.Snapshot, Position> position) {
    return Page.of(read(query), page.limit(), position);
  }

  @Override
  public List<Report.Snapshot> on(Subject subject, int limit) {
    return read(
        current
            .reading()
            .createSelectionQuery(
                "from ReportRow r where r.subjectKind = :kind and r.subjectId = :id order by"
                    + " r.subjectKind, r.subjectId, r.reportedAt desc, r.id desc"
                    + Limit.of(limit),
                ReportRow.class)
            .setParameter("kind", subject.kind())
            .setParameter("id", subject.id()));
  }

  @Override
  public List<Report.Snapshot> by(MemberId reporter) {
    return read(
        current
            .reading()
            .createSelectionQuery(
                "from ReportRow r where r.reporterId = :reporter order by r.reporterId,"
                    + " r.reportedAt desc, r.id desc",
                ReportRow.class)
            .setParameter("reporter", reporter.value()));
  }

  private static List<Report.Snapshot> read(SelectionQuery<ReportRow> query) {
    return query.getResultList().stream().map(ReportMapper::read).toList();
  }
}
