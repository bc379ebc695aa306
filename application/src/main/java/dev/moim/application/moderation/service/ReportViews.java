package dev.moim.application.moderation.service;

import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.moderation.port.in.ReportView;
import dev.moim.domain.moderation.Decision;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.shared.MemberId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows reports to managers. */
final class ReportViews {
  private final NameMembers nameMembers;

  ReportViews(NameMembers nameMembers) {
    this.nameMembers = nameMembers;
  }

  ReportView of(Report.Snapshot report) {
    return of(List.of(report)).getFirst();
  }

  /** All views with one look-up of names. */
  List<ReportView> of(List<Report.Snapshot> reports) {
    Set<MemberId> people = new HashSet<>();
    for (Report.Snapshot report : reports) {
      people.add(report.reporter());
      people.add(report.evidence().author());
      report.decision().map(Decision::by).ifPresent(people::add);
    }
    Map<MemberId, String> names = nameMembers.names(people);
    return reports.stream().map(report -> view(report, names)).toList();
  }

  private static ReportView view(Report.Snapshot report, Map<MemberId, String> names) {
    return new ReportView(
        report.id(),
        person(report.reporter(), names),
        report.subject(),
        person(report.evidence().author(), names),
        report.evidence(),
        report.reason(),
        report.reportedAt(),
        report.decision(),
        report.decision().map(Decision::by).map(by -> person(by, names)));
  }

  private static ReportView.Person person(MemberId member, Map<MemberId, String> names) {
    return new ReportView.Person(member, Optional.ofNullable(names.get(member)));
  }
}
