package dev.moim.testkit.moderation;

import static dev.moim.testkit.Refusals.assertRefused;
import static dev.moim.testkit.moderation.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.moderation.port.out.Reports;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.domain.moderation.Decision;
import dev.moim.domain.moderation.ModerationError;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.AggregateContract;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Reports} keeps to. */
public abstract class ReportsContract extends AggregateContract<Report.Snapshot> {
  private static final Instant NOW = SettableClock.START;

  private final Subject subject = new Subject("ROOM", Samples.uuid());
  private final MemberId reporter = Samples.memberId();

  protected abstract Reports reports();

  @Override
  protected Report.Snapshot fresh() {
    return aReport().build();
  }

  @Override
  protected List<Report.Snapshot> shapes() {
    List<Report.Snapshot> shapes = new ArrayList<>();
    shapes.add(aReport().build());
    shapes.add(
        aReport()
            .subject(new Subject("A_KIND_OF_TWENTY_XYZ", Samples.uuid()))
            .texts(Map.of("title", Samples.TRICKY, "description", Samples.LONG_TEXT, "empty", ""))
            .reason("🍜".repeat(500))
            .place(Report.MOST_OPEN)
            .reportedAt(Samples.EARLY)
            .build());
    shapes.add(aReport().texts(Map.of()).reason(Samples.HANGUL + "\n\t" + Samples.EMOJI).build());
    for (Outcome outcome : Outcome.values()) {
      shapes.add(
          aReport()
              .decided(new Decision(outcome, Samples.memberId(), "🍚".repeat(500), Samples.FAR))
              .build());
    }
    return shapes;
  }

  /** Decided if it was open; otherwise decided in another way. */
  @Override
  protected Report.Snapshot changed(Report.Snapshot state) {
    Outcome outcome =
        state.decision().map(Decision::outcome).filter(Outcome.HIDDEN::equals).isPresent()
            ? Outcome.WARNED
            : Outcome.HIDDEN;
    return new Report.Snapshot(
        state.id(),
        state.reporter(),
        state.subject(),
        state.evidence(),
        state.reason(),
        state.place(),
        state.reportedAt(),
        Optional.of(new Decision(outcome, Samples.memberId(), Samples.TRICKY, NOW)),
        state.version());
  }

  @Override
  protected Optional<Report.Snapshot> find(Report.Snapshot like) {
    return reports().find(like.id()).map(Report::snapshot);
  }

  @Override
  protected Report.Snapshot save(Report.Snapshot state) {
    return reports().save(Report.restore(state));
  }

  @Override
  protected Version version(Report.Snapshot state) {
    return state.version();
  }

  @Override
  protected Report.Snapshot stored(Report.Snapshot state) {
    return state.stored();
  }

  private Report.Snapshot add(ReportBuilder report) {
    return write(() -> save(report.build()));
  }

  @Test
  void the_open_reports_on_a_subject_are_found_oldest_first() {
    Report.Snapshot second = add(aReport().subject(subject).reportedAt(NOW));
    Report.Snapshot first = add(aReport().subject(subject).reportedAt(NOW.minusSeconds(1)));
    add(aReport().subject(subject).decided(Outcome.DISMISSED, NOW));
    add(aReport().subject(new Subject("MEMBER", subject.id())));
    add(aReport());

    assertThat(read(() -> reports().openOn(subject)))
        .extracting(Report::snapshot)
        .containsExactly(first, second);
  }

  @Test
  void the_open_reports_of_a_member_are_found() {
    Report.Snapshot one = add(aReport().reporter(reporter).place(1));
    Report.Snapshot other = add(aReport().reporter(reporter).place(2));
    add(aReport().reporter(reporter).decided(Outcome.DISMISSED, NOW));
    add(aReport());

    assertThat(read(() -> reports().openBy(reporter))).containsExactlyInAnyOrder(one, other);
  }

  @Test
  void a_member_has_one_open_report_on_a_subject() {
    Report.Snapshot open = add(aReport().reporter(reporter).subject(subject).place(1));

    assertRefused(
        ModerationError.ALREADY_REPORTED,
        () -> add(aReport().reporter(reporter).subject(subject).place(2)));

    add(aReport().subject(subject));
    change(() -> save(changed(open)));
    add(aReport().reporter(reporter).subject(subject).place(2));
  }

  @Test
  void a_place_is_taken_by_one_open_report() {
    Report.Snapshot open = add(aReport().reporter(reporter).place(7));

    assertThatThrownBy(() -> add(aReport().reporter(reporter).place(7)))
        .isInstanceOf(ConcurrencyConflict.class);

    add(aReport().place(7));
    change(() -> save(changed(open)));
    add(aReport().reporter(reporter).place(7));
  }

  @Test
  void of_racing_reports_on_one_subject_a_member_gets_one_through() {
    List<Race.Outcome<Report.Snapshot>> outcomes =
        overlapping(
            8, i -> save(aReport().reporter(reporter).subject(subject).place(i + 1).build()));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    assertThat(read(() -> reports().openBy(reporter))).hasSize(1);
  }

  @Test
  void a_report_found_again_tells_no_events() {
    Report.Snapshot stored = add(aReport());

    assertThat(read(() -> reports().find(stored.id()).orElseThrow().pullEvents())).isEmpty();
  }
}
