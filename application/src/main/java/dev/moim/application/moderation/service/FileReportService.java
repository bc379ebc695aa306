package dev.moim.application.moderation.service;

import dev.moim.application.moderation.port.in.FileReport;
import dev.moim.application.moderation.port.out.Reports;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.ReportableContent;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.moderation.Evidence;
import dev.moim.domain.moderation.ModerationError;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReportId;

final class FileReportService implements FileReport {
  private final Reports reports;
  private final Contents contents;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  FileReportService(
      Reports reports,
      Contents contents,
      Transactions transactions,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    this.reports = reports;
    this.contents = contents;
    this.transactions = transactions;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Filed file(Command command) {
    MemberId reporter = command.caller().id();
    ReportableContent content = contents.asked(command.kind());
    return transactions.write(() -> {
      ReportableContent.Seen seen =
          content
              .seenBy(reporter, command.id())
              .orElseThrow(ModerationError.NOTHING_TO_REPORT::exception);
      Report report =
          Report.file(
              new ReportId(ids.next()),
              reporter,
              new Subject(command.kind(), command.id()),
              new Evidence(seen.author(), seen.link(), seen.texts()),
              command.reason(),
              reports.openBy(reporter),
              clock.now());
      Report.Snapshot stored = reports.save(report);
      outbox.append(report.pullEvents());
      return new Filed(stored.id(), stored.subject(), stored.reason(), stored.reportedAt());
    });
  }
}
