package dev.moim.testkit.moderation;

import dev.moim.domain.moderation.Decision;
import dev.moim.domain.moderation.Evidence;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReportId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Builds a report that was never stored and of which only what matters is named. */
public final class ReportBuilder {
  private ReportId id = Samples.reportId();
  private MemberId reporter = Samples.memberId();
  private MemberId author = Samples.memberId();
  private Subject subject = new Subject("ROOM", Samples.uuid());
  private Map<String, String> texts = Map.of("title", "Lunch");
  private String reason = "It is an advertisement.";
  private int place = 1;
  private Instant reportedAt = SettableClock.START;
  private Optional<Decision> decision = Optional.empty();

  private ReportBuilder() {}

  public static ReportBuilder aReport() {
    return new ReportBuilder();
  }

  public ReportBuilder id(ReportId identifier) {
    id = identifier;
    return this;
  }

  public ReportBuilder reporter(MemberId member) {
    reporter = member;
    return this;
  }

  public ReportBuilder author(MemberId member) {
    author = member;
    return this;
  }

  public ReportBuilder subject(Subject what) {
    subject = what;
    return this;
  }

  public ReportBuilder texts(Map<String, String> seen) {
    texts = seen;
    return this;
  }

  public ReportBuilder reason(String text) {
    reason = text;
    return this;
  }

  public ReportBuilder place(int number) {
    place = number;
    return this;
  }

  public ReportBuilder reportedAt(Instant instant) {
    reportedAt = instant;
    return this;
  }

  public ReportBuilder decided(Outcome outcome, Instant at) {
    return decided(new Decision(outcome, Samples.memberId(), "Looked at.", at));
  }

  public ReportBuilder decided(Decision made) {
    decision = Optional.of(made);
    return this;
  }

  public Report.Snapshot build() {
    return new Report.Snapshot(
        id,
        reporter,
        subject,
        new Evidence(author, "/rooms/" + subject.id(), texts),
        reason,
        place,
        reportedAt,
        decision,
        Version.NEW);
  }

  public Report restore() {
    return Report.restore(build());
  }
}
