package dev.moim.testkit.meeting;

import static dev.moim.testkit.meeting.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.meeting.port.in.ViewScore;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.meeting.port.out.Scores;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.ScoreEntry;
import dev.moim.domain.meeting.ScoreReason;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.StoreContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Scores} keeps to. */
public abstract class ScoresContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;
  private static final CategoryKey MEAL = new CategoryKey("meal");
  private static final CategoryKey STUDY = new CategoryKey("study");

  private final MemberId member = Samples.memberId();

  protected abstract Scores scores();

  protected abstract Meetings meetings();

  private static ScoreEntry entry(MemberId of, CategoryKey category, int points, Instant at) {
    return entry(
        of, category, points < 0 ? Optional.empty() : Optional.of(Samples.meetingId()), points, at);
  }

  private static ScoreEntry entry(
      MemberId of, CategoryKey category, Optional<MeetingId> meeting, int points, Instant at) {
    return new ScoreEntry(
        Samples.scoreEntryId(),
        of,
        category,
        meeting,
        points < 0 ? ScoreReason.REPORTED_ABSENT : ScoreReason.REVIEWED_OTHERS,
        points,
        at,
        "once " + Samples.uuid());
  }

  private long total(Optional<CategoryKey> category, Optional<Instant> from, Optional<Instant> to) {
    return read(() -> scores().total(member, new ViewScore.Filter(category, from, to)));
  }

  @Test
  void a_total_is_the_sum_of_what_fits() {
    change(() ->
        scores()
            .add(
                List.of(
                    entry(member, MEAL, 10, NOW.minusSeconds(2)),
                    entry(member, STUDY, 42, NOW.minusSeconds(1)),
                    entry(member, MEAL, -200, NOW),
                    entry(Samples.memberId(), MEAL, 20, NOW))));

    assertThat(total(Optional.empty(), Optional.empty(), Optional.empty())).isEqualTo(-148);
    assertThat(total(Optional.of(MEAL), Optional.empty(), Optional.empty())).isEqualTo(-190);
    assertThat(total(Optional.empty(), Optional.of(NOW.minusSeconds(1)), Optional.of(NOW)))
        .isEqualTo(42);
    assertThat(total(Optional.of(STUDY), Optional.of(NOW), Optional.empty())).isZero();
  }

  @Test
  void a_total_until_some_time_has_no_points_of_later_meetings() {
    Instant before = NOW.minusSeconds(1);
    Instant after = NOW.plusSeconds(1);
    Optional<MeetingId> early = meeting(aMeeting().formedAt(before).startsAt(NOW));
    Optional<MeetingId> late = meeting(aMeeting().formedAt(before).startsAt(after));
    Optional<MeetingId> earlyWithoutStart = meeting(aMeeting().formedAt(NOW));
    Optional<MeetingId> lateWithoutStart = meeting(aMeeting().formedAt(after));
    change(() ->
        scores()
            .add(
                List.of(
                    entry(member, MEAL, early, 1, after),
                    entry(member, STUDY, early, 10, after),
                    entry(member, MEAL, late, 100, before),
                    entry(member, MEAL, earlyWithoutStart, 1_000, after),
                    entry(member, MEAL, lateWithoutStart, 10_000, before),
                    entry(member, MEAL, Optional.empty(), 100_000, after),
                    entry(Samples.memberId(), MEAL, early, 1_000_000, before))));

    assertThat(totalUntil(NOW)).isEqualTo(101_011);
    assertThat(totalUntil(after)).isEqualTo(111_111);
    assertThat(totalUntil(before)).isEqualTo(100_000);
    assertThat(read(() -> scores().totalOfMeetingsUntil(Samples.memberId(), NOW))).isZero();
  }

  private Optional<MeetingId> meeting(MeetingBuilder meeting) {
    return Optional.of(write(() -> meetings().save(Meeting.restore(meeting.build()))).id());
  }

  private long totalUntil(Instant latest) {
    return read(() -> scores().totalOfMeetingsUntil(member, latest));
  }

  @Test
  void turning_pages_shows_each_entry_that_fits_once_latest_first() {
    List<ScoreEntry> meals = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      ScoreEntry meal = entry(member, MEAL, i % 2 == 0 ? 10 : -200, NOW.minusSeconds(i / 3));
      ScoreEntry other = entry(member, STUDY, 10, NOW);
      change(() -> scores().add(List.of(meal, other)));
      meals.add(meal);
    }
    var filter = new ViewScore.Filter(Optional.of(MEAL), Optional.empty(), Optional.empty());

    List<ScoreEntry> seen =
        PageWalk.all(
            5,
            page -> read(() -> scores().page(member, new ViewScore.Query(filter, page))),
            () -> change(() -> scores().add(List.of(entry(member, MEAL, 1, NOW.plusSeconds(1))))));

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(meals)
        .isSortedAccordingTo(Comparator.comparing(ScoreEntry::at).reversed());
  }

  @Test
  void nothing_is_entered_twice() {
    ScoreEntry first = entry(member, MEAL, 10, NOW);
    ScoreEntry again =
        new ScoreEntry(
            Samples.scoreEntryId(),
            member,
            MEAL,
            first.meeting(),
            first.reason(),
            10,
            NOW,
            first.once());
    change(() -> scores().add(List.of(first)));

    assertThatThrownBy(() -> change(() -> scores().add(List.of(again))))
        .isInstanceOf(ConcurrencyConflict.class);
    assertThat(
            read(() ->
                    scores()
                        .page(
                            member,
                            new ViewScore.Query(ViewScore.Filter.NONE, PageRequest.first(9))))
                .items())
        .containsExactly(first);
  }

  @Test
  void a_rollback_leaves_nothing() {
    changeAndFail(() -> scores().add(List.of(entry(member, MEAL, 10, NOW))));

    assertThat(total(Optional.empty(), Optional.empty(), Optional.empty())).isZero();
  }
}
