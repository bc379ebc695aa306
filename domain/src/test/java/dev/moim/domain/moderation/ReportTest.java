package dev.moim.domain.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReportId;
import dev.moim.domain.shared.SharedError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final MemberId MINJI = new MemberId(new UUID(0, 1));
  private static final MemberId AUTHOR = new MemberId(new UUID(0, 2));
  private static final MemberId MANAGER = new MemberId(new UUID(0, 3));
  private static final Evidence EVIDENCE =
      new Evidence(AUTHOR, "/rooms/1", Map.of("title", "Buy this"));

  private static Subject subject(int number) {
    return new Subject("ROOM", new UUID(1, number));
  }

  private static Report file(int number, String reason, Collection<Report.Snapshot> open) {
    return Report.file(
        new ReportId(new UUID(2, number)), MINJI, subject(number), EVIDENCE, reason, open, NOW);
  }

  private static Report filed() {
    Report report = file(1, "an advertisement", List.of());
    report.pullEvents();
    return report;
  }

  private static Decision decision(Outcome outcome) {
    return new Decision(outcome, MANAGER, "looked at", NOW);
  }

  private static void refused(ErrorCode code, Runnable change) {
    DomainException refusal = catchThrowableOfType(DomainException.class, change::run);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
  }

  @Test
  void a_report_is_open_and_keeps_what_was_seen() {
    Report report = file(1, "  an advertisement ", List.of());

    Report.Snapshot state = report.snapshot();
    assertThat(state.isOpen()).isTrue();
    assertThat(state.reason()).isEqualTo("an advertisement");
    assertThat(state.evidence()).isEqualTo(EVIDENCE);
    assertThat(state.place()).isEqualTo(1);
    assertThat(report.pullEvents())
        .containsExactly(new ReportEvent.ReportFiled(state.id(), subject(1), MINJI, NOW));
    assertThat(report.pullEvents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 501})
  void a_reason_has_one_to_five_hundred_code_points(int length) {
    refused(SharedError.INVALID_INPUT, () -> file(1, "🍜".repeat(length), List.of()));
    file(1, "🍜".repeat(500), List.of());
  }

  @Test
  void nobody_reports_their_own() {
    refused(
        ModerationError.OWN_CONTENT,
        () ->
            Report.file(
                new ReportId(new UUID(2, 1)), AUTHOR, subject(1), EVIDENCE, "!", List.of(), NOW));
  }

  @Test
  void nobody_reports_the_same_twice_while_it_waits() {
    refused(ModerationError.ALREADY_REPORTED, () -> file(1, "again", List.of(filed().snapshot())));
  }

  @Test
  void a_report_takes_the_first_free_of_twenty_places() {
    List<Report.Snapshot> open = new ArrayList<>();
    for (int i = 1; i <= Report.MOST_OPEN; i++) {
      Report.Snapshot report = file(i, "!", open).snapshot();
      assertThat(report.place()).isEqualTo(i);
      open.add(report);
    }

    refused(ModerationError.TOO_MANY_REPORTS, () -> file(21, "!", open));
    open.remove(6);
    assertThat(file(21, "!", open).snapshot().place()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void a_decision_closes_the_report_and_tells_of_both(Outcome outcome) {
    Report report = filed();
    Decision made = decision(outcome);

    report.decide(made, "192.0.2.1");

    ReportId id = report.snapshot().id();
    assertThat(report.snapshot().decision()).isEqualTo(Optional.of(made));
    assertThat(report.snapshot().isOpen()).isFalse();
    assertThat(report.pullEvents())
        .containsExactly(
            new ReportEvent.ReportClosed(id, subject(1), MINJI, "/rooms/1", outcome, NOW),
            new ReportEvent.ReportDecided(
                id, subject(1), AUTHOR, outcome, MANAGER, "192.0.2.1", "looked at", NOW));
  }

  @Test
  void what_was_decided_stays_decided() {
    Report report = filed();
    report.close(decision(Outcome.HIDDEN));
    Report.Snapshot before = report.snapshot();
    report.pullEvents();

    refused(ModerationError.REPORT_DECIDED, () -> report.close(decision(Outcome.WARNED)));
    refused(ModerationError.REPORT_DECIDED, () -> report.decide(decision(Outcome.WARNED), ""));

    assertThat(report.snapshot()).isEqualTo(before);
    assertThat(report.pullEvents()).isEmpty();
  }

  @Test
  void nobody_decides_about_themselves() {
    Report report = filed();

    refused(
        ModerationError.OWN_CASE,
        () -> report.decide(new Decision(Outcome.DISMISSED, AUTHOR, "it is fine", NOW), ""));

    assertThat(report.snapshot().isOpen()).isTrue();
  }

  @Test
  void a_decision_needs_a_reason() {
    refused(SharedError.INVALID_INPUT, () -> new Decision(Outcome.DISMISSED, MANAGER, " ", NOW));
    refused(
        SharedError.INVALID_INPUT,
        () -> new Decision(Outcome.DISMISSED, MANAGER, "a".repeat(501), NOW));
  }

  @Test
  void events_about_one_subject_have_one_key() {
    Report report = filed();
    report.decide(decision(Outcome.HIDDEN), "");

    assertThat(report.pullEvents())
        .extracting(ReportEvent::key)
        .containsOnly("ROOM:" + subject(1).id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "room", "A ROOM", "A_KIND_OF_TWENTY_ONE_X", "_ROOM", "RO:OM"})
  void a_kind_is_a_short_name_in_capitals(String kind) {
    assertThatThrownBy(() -> new Subject(kind, new UUID(0, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_report_is_restored_as_it_was_and_tells_no_events() {
    Report.Snapshot stored = filed().snapshot().stored();

    Report restored = Report.restore(stored);

    assertThat(restored.snapshot()).isEqualTo(stored);
    assertThat(restored.pullEvents()).isEmpty();
  }
}
