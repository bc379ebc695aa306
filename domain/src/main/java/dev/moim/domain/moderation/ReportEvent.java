package dev.moim.domain.moderation;

import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReportId;
import java.time.Instant;
import java.util.UUID;

/** What happens to reports; the events about one subject stay in order. */
public sealed interface ReportEvent extends DomainEvent {
  ReportId report();

  Subject subject();

  @Override
  default String key() {
    return subject().toString();
  }

  /** The subject's kind, for those who hear of it and know no subjects. */
  default String subjectKind() {
    return subject().kind();
  }

  /** Identifies the subject among those of its kind. */
  default UUID subjectId() {
    return subject().id();
  }

  /** An event that a decision leads to. */
  sealed interface Concluded extends ReportEvent {
    Outcome outcome();

    /** The outcome's name, for those who hear of it. */
    default String outcomeName() {
      return outcome().name();
    }
  }

  /** Somebody reported something. */
  record ReportFiled(ReportId report, Subject subject, MemberId reporter, Instant occurredAt)
      implements ReportEvent {}

  /**
   * A manager decided about a subject; told once, however many reports there were.
   *
   * @param report the one that the manager looked at
   * @param author who answers for what was reported
   * @param address from where it was decided; empty if that is not known
   * @param note why
   */
  record ReportDecided(
      ReportId report,
      Subject subject,
      MemberId author,
      Outcome outcome,
      MemberId by,
      String address,
      String note,
      Instant occurredAt)
      implements Concluded {}

  /**
   * A report is closed, by a decision about it or about another one on the same subject.
   *
   * @param link the path of what was reported
   */
  record ReportClosed(
      ReportId report,
      Subject subject,
      MemberId reporter,
      String link,
      Outcome outcome,
      Instant occurredAt)
      implements Concluded {}
}
