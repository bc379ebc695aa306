package dev.moim.adapter.web.moderation;

import dev.moim.application.moderation.port.in.ReportView;
import dev.moim.domain.moderation.Decision;
import dev.moim.domain.moderation.Subject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as managers see it. */
@Schema(name = "Report")
record ReportResponse(
    String id,
    SubjectJson subject,
    @Schema(description = "The path of what was reported, below /api/v1", example = "/rooms/…")
        String link,
    @Schema(description = "Who answers for what was reported") Person author,
    @Schema(description = "What could be read when it was reported, such as title, description")
        Map<String, String> texts,
    Person reporter,
    String reason,
    Instant reportedAt,
    @Schema(allowableValues = {"OPEN", "DISMISSED", "HIDDEN", "WARNED"}) String status,
    @Nullable DecisionJson decision) {
  /** What a report is about. */
  @Schema(name = "ReportSubject")
  record SubjectJson(
      @Schema(allowableValues = {"ROOM", "COMMENT", "MEMBER"}) String kind,
      @Schema(description = "Identifies it among those of its kind") String id) {
    static SubjectJson of(Subject subject) {
      return new SubjectJson(subject.kind(), subject.id().toString());
    }
  }

  /** A member; without a nickname one who has left. */
  @Schema(name = "ReportPerson")
  record Person(String id, @Nullable String nickname) {
    static Person of(ReportView.Person person) {
      return new Person(person.id().toString(), person.nickname().orElse(null));
    }
  }

  /** Who decided, why, and when. */
  @Schema(name = "ReportDecision")
  record DecisionJson(Person by, String reason, Instant at) {}

  static ReportResponse of(ReportView report) {
    return new ReportResponse(
        report.id().toString(),
        SubjectJson.of(report.subject()),
        report.evidence().link(),
        Person.of(report.author()),
        report.evidence().texts(),
        Person.of(report.reporter()),
        report.reason(),
        report.reportedAt(),
        report.decision().map(decision -> decision.outcome().name()).orElse("OPEN"),
        report.decision().map(decision -> decision(report, decision)).orElse(null));
  }

  private static DecisionJson decision(ReportView report, Decision decision) {
    return new DecisionJson(
        Person.of(report.decidedBy().orElseThrow()), decision.note(), decision.at());
  }
}
