package dev.moim.application.moderation.service;

import dev.moim.application.moderation.port.in.ListReports;
import dev.moim.application.moderation.port.in.ReportView;
import dev.moim.application.moderation.port.in.ViewReport;
import dev.moim.application.moderation.port.out.ReportLists;
import dev.moim.application.moderation.port.out.Reports;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.moderation.ModerationError;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.shared.ReportId;
import java.util.ArrayList;
import java.util.List;

final class ViewReportsService {
  private static final int MOST_ON_ONE_SUBJECT = 100;

  private final Reports reports;
  private final ReportLists lists;
  private final ReportViews views;
  private final Transactions transactions;

  ViewReportsService(
      Reports reports, ReportLists lists, ReportViews views, Transactions transactions) {
    this.reports = reports;
    this.lists = lists;
    this.views = views;
    this.transactions = transactions;
  }

  Page<ReportView> list(Caller caller, ListReports.Queue queue, PageRequest page) {
    caller.require(Role.MANAGER);
    return transactions.read(() -> {
      Page<Report.Snapshot> found =
          switch (queue) {
            case OPEN -> lists.open(page);
            case DECIDED -> lists.decided(page);
          };
      return new Page<>(views.of(ofOthers(caller, found.items())), found.next());
    });
  }

  /** Nobody reads who reported them, and for what. */
  private static List<Report.Snapshot> ofOthers(Caller caller, List<Report.Snapshot> reports) {
    return reports.stream().filter(report -> !isOwnCase(caller, report)).toList();
  }

  private static boolean isOwnCase(Caller caller, Report.Snapshot report) {
    return caller.is(report.evidence().author());
  }

  ViewReport.Result view(Caller caller, ReportId id) {
    caller.require(Role.MANAGER);
    return transactions.read(() -> {
      Report.Snapshot report =
          reports
              .find(id)
              .map(Report::snapshot)
              .filter(found -> !isOwnCase(caller, found))
              .orElseThrow(ModerationError.REPORT_NOT_FOUND::exception);
      List<Report.Snapshot> shown = new ArrayList<>();
      shown.add(report);
      shown.addAll(ofOthers(caller, lists.on(report.subject(), MOST_ON_ONE_SUBJECT)));
      List<ReportView> all = views.of(shown);
      return new ViewReport.Result(all.getFirst(), all.subList(1, all.size()));
    });
  }
}
