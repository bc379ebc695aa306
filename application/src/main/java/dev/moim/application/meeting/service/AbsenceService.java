package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.in.RecordAbsence;
import dev.moim.application.meeting.port.out.Absences;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.Absence;
import dev.moim.domain.meeting.PauseRule;
import dev.moim.domain.shared.AbsenceId;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps account of who let others wait, and of what follows. */
final class AbsenceService {
  private final Absences absences;
  private final PauseRule rule;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  AbsenceService(
      Absences absences, PauseRule rule, Transactions transactions, Ids ids, Clock clock) {
    this.absences = absences;
    this.rule = rule;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  void record(RecordAbsence.Command command) {
    transactions.writeOnly(() ->
        absences.add(
            new Absence(
                new AbsenceId(ids.next()),
                command.member(),
                command.category(),
                command.reason(),
                command.at())));
  }

  Optional<Instant> pausedUntil(MemberId member) {
    Instant now = clock.now();
    List<Instant> absent = transactions.read(() -> absences.of(member, rule.relevantSince(now)));
    return rule.until(absent, now);
  }
}
