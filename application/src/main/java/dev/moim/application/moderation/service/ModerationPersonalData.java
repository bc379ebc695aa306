package dev.moim.application.moderation.service;

import dev.moim.application.moderation.port.out.ReportLists;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.shared.MemberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a member reported; not what others said about them, nor who decided. */
final class ModerationPersonalData implements PersonalData {
  private final ReportLists lists;
  private final Transactions transactions;

  ModerationPersonalData(ReportLists lists, Transactions transactions) {
    this.lists = lists;
    this.transactions = transactions;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(MemberId member) {
    return transactions.read(() ->
        Map.of("reports", lists.by(member).stream().map(ModerationPersonalData::report).toList()));
  }

  private static Map<String, Object> report(Report.Snapshot report) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("link", report.evidence().link());
    entry.put("reason", report.reason());
    entry.put("reportedAt", report.reportedAt());
    report
        .decision()
        .ifPresent(decision -> {
          entry.put("outcome", decision.outcome().name());
          entry.put("decidedAt", decision.at());
        });
    return entry;
  }
}
