package dev.moim.application.moderation.service;

import dev.moim.application.member.port.in.WarnMember;
import dev.moim.application.moderation.port.in.DecideReport;
import dev.moim.application.moderation.port.in.ReportView;
import dev.moim.application.moderation.port.out.Reports;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.moderation.Decision;
import dev.moim.domain.moderation.ModerationError;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.ReportId;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Decides, acts and closes in one transaction. All open reports on the subject are saved in it, so
 * of two managers who decide at once one finds them closed, and does nothing twice.
 */
final class DecideReportService implements DecideReport {
  private final Reports reports;
  private final Contents contents;
  private final WarnMember warnMember;
  private final ReportViews views;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;

  /** What follows from a decision; from a dismissal nothing does. */
  private final Map<Outcome, BiConsumer<Command, Report.Snapshot>> measures =
      Map.of(Outcome.HIDDEN, this::hide, Outcome.WARNED, this::warn);

  DecideReportService(
      Reports reports,
      Contents contents,
      WarnMember warnMember,
      ReportViews views,
      Transactions transactions,
      Outbox outbox,
      Clock clock) {
    this.reports = reports;
    this.contents = contents;
    this.warnMember = warnMember;
    this.views = views;
    this.transactions = transactions;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public ReportView decide(Command command) {
    Caller caller = command.caller();
    caller.require(Role.MANAGER);
    return transactions.write(() -> {
      Report report = get(command.report());
      Decision decision =
          new Decision(command.outcome(), caller.id(), command.reason(), clock.now());
      report.decide(decision, command.origin().address());
      closeOthers(report.snapshot(), decision);
      Report.Snapshot decided = save(report);
      Optional.ofNullable(measures.get(command.outcome()))
          .ifPresent(measure -> measure.accept(command, decided));
      return views.of(decided);
    });
  }

  private void closeOthers(Report.Snapshot decided, Decision decision) {
    for (Report other : reports.openOn(decided.subject())) {
      if (!other.snapshot().id().equals(decided.id())) {
        other.close(decision);
        save(other);
      }
    }
  }

  private void hide(Command command, Report.Snapshot report) {
    Subject subject = report.subject();
    contents
        .find(subject.kind())
        .ifPresent(content ->
            content.hide(subject.id(), command.caller().id(), command.origin(), command.reason()));
  }

  private void warn(Command command, Report.Snapshot report) {
    warnMember.warn(
        new WarnMember.Command(
            command.caller(), command.origin(), report.evidence().author(), command.reason()));
  }

  private Report get(ReportId id) {
    return reports.find(id).orElseThrow(ModerationError.REPORT_NOT_FOUND::exception);
  }

  private Report.Snapshot save(Report report) {
    Report.Snapshot stored = reports.save(report);
    outbox.append(report.pullEvents());
    return stored;
  }
}
