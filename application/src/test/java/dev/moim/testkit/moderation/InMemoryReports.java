package dev.moim.testkit.moderation;

import dev.moim.application.moderation.port.out.ReportLists;
import dev.moim.application.moderation.port.out.Reports;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.moderation.Decision;
import dev.moim.domain.moderation.ModerationError;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReportId;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Pages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports, and lists of them, on an {@link InMemoryStore}. */
public final class InMemoryReports implements Reports, ReportLists {
  private static final Comparator<Report.Snapshot> OLDEST_FIRST =
      Comparator.comparing(Report.Snapshot::reportedAt)
          .thenComparing(report -> report.id().value());

  private final InMemoryStore.Table<ReportId, Report.Snapshot> reports;

  public InMemoryReports(InMemoryStore store) {
    reports =
        store
            .table(Report.Snapshot::id)
            .unique(
                report -> whileOpen(report, List.of(report.reporter(), report.subject())),
                ModerationError.ALREADY_REPORTED::exception)
            .unique(
                report -> whileOpen(report, List.of(report.reporter(), report.place())),
                () -> new ConcurrencyConflict("the place is taken"));
  }

  private static Optional<Object> whileOpen(Report.Snapshot report, Object key) {
    return report.isOpen() ? Optional.of(key) : Optional.empty();
  }

  @Override
  public Optional<Report> find(ReportId id) {
    return reports.find(id).map(Report::restore);
  }

  @Override
  public List<Report> openOn(Subject subject) {
    return open()
        .filter(report -> report.subject().equals(subject))
        .sorted(OLDEST_FIRST)
        .map(Report::restore)
        .toList();
  }

  @Override
  public List<Report.Snapshot> openBy(MemberId reporter) {
    return open().filter(report -> report.reporter().equals(reporter)).toList();
  }

  private Stream<Report.Snapshot> open() {
    return reports.all().stream().filter(Report.Snapshot::isOpen);
  }

  @Override
  public Report.Snapshot save(Report report) {
    return reports.save(report.snapshot(), Report.Snapshot::version, Report.Snapshot::stored);
  }

  @Override
  public Page<Report.Snapshot> open(PageRequest page) {
    return Pages.earliestFirst(
        open(), report -> new Position(report.reportedAt(), report.id().value()), page);
  }

  @Override
  public Page<Report.Snapshot> decided(PageRequest page) {
    return Pages.latestFirst(
        reports.all().stream().filter(report -> !report.isOpen()),
        report -> new Position(decidedAt(report), report.id().value()),
        page);
  }

  private static Instant decidedAt(Report.Snapshot report) {
    return report.decision().map(Decision::at).orElseThrow();
  }

  @Override
  public List<Report.Snapshot> on(Subject subject, int limit) {
    return reports.all().stream()
        .filter(report -> report.subject().equals(subject))
        .sorted(OLDEST_FIRST.reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Report.Snapshot> by(MemberId reporter) {
    return reports.all().stream()
        .filter(report -> report.reporter().equals(reporter))
        .sorted(OLDEST_FIRST.reversed())
        .toList();
  }
}
