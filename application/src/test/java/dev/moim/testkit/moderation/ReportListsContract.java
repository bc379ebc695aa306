package dev.moim.testkit.moderation;

import static dev.moim.testkit.moderation.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.moderation.port.out.ReportLists;
import dev.moim.application.moderation.port.out.Reports;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.StoreContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ReportLists} keeps to. */
public abstract class ReportListsContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;

  protected abstract ReportLists lists();

  /** The reports that are listed. */
  protected abstract Reports reports();

  private Report.Snapshot add(ReportBuilder report) {
    return write(() -> reports().save(report.restore()));
  }

  private static Instant decidedAt(Report.Snapshot report) {
    return report.decision().orElseThrow().at();
  }

  @Test
  void those_that_wait_are_listed_oldest_first_although_others_come_meanwhile() {
    List<Report.Snapshot> open = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      open.add(add(aReport().reportedAt(NOW.plusSeconds(i / 3))));
      add(aReport().decided(Outcome.HIDDEN, NOW.plusSeconds(i)));
    }

    List<Report.Snapshot> seen =
        PageWalk.all(
            5,
            page -> read(() -> lists().open(page)),
            () -> add(aReport().reportedAt(NOW.minusSeconds(1))));

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(open)
        .isSortedAccordingTo(Comparator.comparing(Report.Snapshot::reportedAt));
  }

  @Test
  void those_that_are_decided_are_listed_by_the_time_of_their_decision_latest_first() {
    List<Report.Snapshot> decided = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Outcome outcome = i % 2 == 0 ? Outcome.DISMISSED : Outcome.WARNED;
      decided.add(
          add(
              aReport()
                  .reportedAt(NOW.plusSeconds(i))
                  .decided(outcome, NOW.plusSeconds(60 - i / 3))));
      add(aReport());
    }

    List<Report.Snapshot> seen =
        PageWalk.all(
            5,
            page -> read(() -> lists().decided(page)),
            () -> add(aReport().decided(Outcome.HIDDEN, NOW.plusSeconds(90))));

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(decided)
        .isSortedAccordingTo(Comparator.comparing(ReportListsContract::decidedAt).reversed());
  }

  @Test
  void the_latest_on_a_subject_are_listed_newest_first() {
    Subject subject = new Subject("ROOM", Samples.uuid());
    add(aReport().subject(subject).reportedAt(NOW));
    Report.Snapshot second = add(aReport().subject(subject).reportedAt(NOW.plusSeconds(1)));
    Report.Snapshot third =
        add(
            aReport()
                .subject(subject)
                .reportedAt(NOW.plusSeconds(2))
                .decided(Outcome.DISMISSED, NOW.plusSeconds(3)));
    add(aReport().subject(new Subject("MEMBER", subject.id())).reportedAt(NOW.plusSeconds(4)));

    assertThat(read(() -> lists().on(subject, 2))).containsExactly(third, second);
  }

  @Test
  void all_reports_of_a_member_are_listed_newest_first() {
    MemberId reporter = Samples.memberId();
    Report.Snapshot first = add(aReport().reporter(reporter).reportedAt(NOW));
    Report.Snapshot second =
        add(
            aReport()
                .reporter(reporter)
                .reportedAt(NOW.plusSeconds(1))
                .decided(Outcome.WARNED, NOW.plusSeconds(2)));
    add(aReport());

    assertThat(read(() -> lists().by(reporter))).containsExactly(second, first);
  }
}
