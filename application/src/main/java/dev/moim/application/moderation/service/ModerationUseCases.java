package dev.moim.application.moderation.service;

import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.member.port.in.WarnMember;
import dev.moim.application.moderation.port.in.DecideReport;
import dev.moim.application.moderation.port.in.FileReport;
import dev.moim.application.moderation.port.in.ListReports;
import dev.moim.application.moderation.port.in.ViewReport;
import dev.moim.application.moderation.port.out.ReportLists;
import dev.moim.application.moderation.port.out.Reports;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.ReportableContent;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;
import java.util.Collection;

/** What can be done with reports, wired to its ports. */
public record ModerationUseCases(
    FileReport fileReport,
    ListReports listReports,
    ViewReport viewReport,
    DecideReport decideReport,
    PersonalData personalData) {
  /**
   * @param contents all kinds of content that can be reported
   */
  public static ModerationUseCases of(
      Reports reports,
      ReportLists lists,
      Collection<ReportableContent> contents,
      WarnMember warnMember,
      NameMembers nameMembers,
      Transactions transactions,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    var kinds = new Contents(contents);
    var views = new ReportViews(nameMembers);
    var viewing = new ViewReportsService(reports, lists, views, transactions);
    return new ModerationUseCases(
        new FileReportService(reports, kinds, transactions, outbox, ids, clock),
        viewing::list,
        viewing::view,
        new DecideReportService(reports, kinds, warnMember, views, transactions, outbox, clock),
        new ModerationPersonalData(lists, transactions));
  }
}
