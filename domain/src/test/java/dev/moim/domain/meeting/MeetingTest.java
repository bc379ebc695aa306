package dev.moim.domain.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReviewId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.ScoreEntryId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeetingTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final MemberId MINJI = new MemberId(new UUID(0, 1));
  private static final MemberId JUN = new MemberId(new UUID(0, 2));

  private static Meeting form(MemberId... members) {
    return Meeting.form(
        new MeetingId(new UUID(0, 3)),
        new CategoryKey("meal"),
        AllOf.ANYTHING,
        List.of(members),
        new MeetingSource.RandomMatch(),
        Optional.empty(),
        NOW);
  }

  @Test
  void a_new_meeting_lies_ahead() {
    Meeting.Snapshot meeting = form(MINJI, JUN).snapshot();

    assertThat(meeting.status()).isEqualTo(MeetingStatus.UPCOMING);
    assertThat(meeting.formedAt()).isEqualTo(NOW);
    assertThat(meeting.version()).isEqualTo(Version.NEW);
    assertThat(meeting.hasMember(JUN)).isTrue();
    assertThat(meeting.hasMember(new MemberId(new UUID(0, 4)))).isFalse();
  }

  @Test
  void a_meeting_has_at_least_two_members_and_nobody_twice() {
    assertThatThrownBy(() -> form()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> form(MINJI)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> form(MINJI, JUN, MINJI)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_meeting_is_restored_as_stored() {
    Meeting.Snapshot stored = form(MINJI, JUN).snapshot().stored();

    assertThat(Meeting.restore(stored).snapshot()).isEqualTo(stored);
    assertThat(stored.version()).isEqualTo(new Version(1));
  }

  private static final MemberId SUA = new MemberId(new UUID(0, 4));
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant START = NOW.plus(Duration.ofHours(5));
  private static final AllOf FIXED =
      new AllOf(Map.of(new FacetKey("place"), new OneOf(List.of("seocho"))));

  private static Meeting ofRoom(Instant start, MemberId... members) {
    Meeting meeting =
        Meeting.form(
            new MeetingId(new UUID(0, 3)),
            new CategoryKey("meal"),
            AllOf.ANYTHING,
            List.of(members),
            new MeetingSource.ConfirmedRoom(new RoomId(new UUID(0, 5))),
            Optional.of(start),
            NOW);
    meeting.pullEvents();
    return meeting;
  }

  private static Meeting random(MemberId... members) {
    Meeting meeting = form(members);
    meeting.pullEvents();
    return meeting;
  }

  private static void assertRefused(ErrorCode error, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code()).isEqualTo(error));
  }

  @Test
  void forming_is_told_and_the_events_of_a_meeting_stay_in_order() {
    Meeting meeting = form(MINJI, JUN);

    assertThat(meeting.pullEvents())
        .singleElement()
        .isInstanceOfSatisfying(
            MeetingEvent.MeetingFormed.class,
            event -> {
              assertThat(event.members()).containsExactly(MINJI, JUN);
              assertThat(event.key()).isEqualTo("meeting:" + event.meeting());
            });
    assertThat(meeting.pullEvents()).isEmpty();
  }

  @Test
  void the_first_seat_of_a_room_is_the_hosts_and_a_random_match_has_no_host() {
    assertThat(ofRoom(START, JUN, MINJI).snapshot().host()).contains(JUN);
    assertThat(random(JUN, MINJI).snapshot().host()).isEmpty();
  }

  private static void regroup(Meeting meeting, List<MemberId> joining, List<MemberId> leaving) {
    Meeting.Snapshot known = meeting.snapshot();
    meeting.regroup(joining, leaving, known.agreed(), known.startsAt(), NOW);
  }

  @Test
  void who_was_there_is_told_of_the_place_and_time_that_suit_who_joins() {
    Meeting meeting = random(MINJI, JUN);

    meeting.regroup(List.of(SUA), List.of(JUN), FIXED, Optional.of(START), NOW);

    assertThat(meeting.snapshot().agreed()).isEqualTo(FIXED);
    assertThat(meeting.snapshot().startsAt()).contains(START);
    assertThat(meeting.pullEvents())
        .last()
        .isInstanceOfSatisfying(
            MeetingEvent.MeetingSettled.class,
            event -> {
              assertThat(event.changed()).isTrue();
              assertThat(event.members()).containsExactly(MINJI);
            });
  }

  @Test
  void regrouping_takes_in_and_out_whom_it_can_and_tells_who_joined() {
    Meeting meeting = random(MINJI, JUN);

    regroup(meeting, List.of(SUA, SUA, MINJI), List.of(JUN));

    assertThat(meeting.snapshot().members()).containsExactly(MINJI, SUA);
    assertThat(meeting.pullEvents())
        .singleElement()
        .isInstanceOfSatisfying(
            MeetingEvent.MembersJoined.class,
            event -> {
              assertThat(event.joined()).containsExactly(SUA);
              assertThat(event.others()).containsExactly(MINJI);
            });

    regroup(meeting, List.of(SUA), List.of(JUN));

    assertThat(meeting.pullEvents()).isEmpty();
  }

  @Test
  void settling_fixes_place_and_time_and_says_whether_they_are_new() {
    Meeting meeting = random(MINJI, JUN);

    meeting.settle(FIXED, Optional.of(START), NOW);
    meeting.settle(FIXED, Optional.of(START), NOW);
    meeting.settle(AllOf.ANYTHING, Optional.of(START), NOW);

    assertThat(meeting.snapshot().startsAt()).contains(START);
    assertThat(meeting.pullEvents())
        .map(MeetingEvent.MeetingSettled.class::cast)
        .extracting(MeetingEvent.MeetingSettled::changed)
        .containsExactly(true, false, true);
  }

  @Test
  void whoever_is_called_off_or_done_does_not_change_any_more() {
    Meeting off = random(MINJI, JUN);
    off.callOff(CallOffReason.REGROUPED, Set.of(), NOW);
    off.callOff(CallOffReason.TOO_FEW, Set.of(), NOW);
    Meeting done = ofRoom(START, MINJI, JUN);
    done.advance(START.plus(HOUR));

    assertThat(off.snapshot().status()).isEqualTo(MeetingStatus.CANCELLED);
    assertThat(off.snapshot().dueAt()).isEmpty();
    assertThat(off.pullEvents())
        .singleElement()
        .isInstanceOfSatisfying(
            MeetingEvent.MeetingCalledOff.class,
            event -> assertThat(event.reason()).isEqualTo(CallOffReason.REGROUPED));
    assertRefused(
        MeetingError.MEETING_ENDED, () -> done.callOff(CallOffReason.TOO_FEW, Set.of(), START));
    for (Meeting ended : List.of(off, done)) {
      assertRefused(MeetingError.MEETING_ENDED, () -> regroup(ended, List.of(SUA), List.of()));
      assertRefused(MeetingError.MEETING_ENDED, () -> ended.settle(FIXED, Optional.empty(), NOW));
      assertRefused(MeetingError.MEETING_ENDED, () -> ended.cannotCome(JUN, NOW));
    }
  }

  @Test
  void who_cannot_come_leaves_before_the_start_and_the_others_learn_of_it() {
    Meeting meeting = ofRoom(START, MINJI, JUN, SUA);

    meeting.cannotCome(MINJI, START.minusNanos(1));

    assertThat(meeting.snapshot().members()).containsExactly(JUN, SUA);
    assertThat(meeting.snapshot().host()).contains(MINJI);
    assertThat(meeting.pullEvents())
        .singleElement()
        .isInstanceOfSatisfying(
            MeetingEvent.MemberCannotCome.class,
            event -> assertThat(event.remaining()).containsExactly(JUN, SUA));
    assertRefused(MeetingError.MEETING_NOT_FOUND, () -> meeting.cannotCome(MINJI, NOW));
    assertRefused(MeetingError.MEETING_STARTED, () -> meeting.cannotCome(JUN, START));
  }

  @Test
  void a_room_with_one_left_is_called_off_and_a_random_match_waits_for_others() {
    Meeting room = ofRoom(START, MINJI, JUN);
    Meeting match = random(MINJI, JUN);

    room.cannotCome(MINJI, NOW);
    match.cannotCome(MINJI, NOW);

    assertThat(room.snapshot().status()).isEqualTo(MeetingStatus.CANCELLED);
    assertThat(room.pullEvents())
        .satisfiesExactly(
            left ->
                assertThat(((MeetingEvent.MemberCannotCome) left).remaining())
                    .as("who is told of the end is not told of the reason besides")
                    .isEmpty(),
            off ->
                assertThat(((MeetingEvent.MeetingCalledOff) off).members()).containsExactly(JUN));
    assertThat(match.snapshot().status()).isEqualTo(MeetingStatus.UPCOMING);
    assertThat(match.pullEvents()).hasOnlyElementsOfType(MeetingEvent.MemberCannotCome.class);
  }

  @Test
  void who_learns_otherwise_that_a_meeting_is_off_is_not_told_twice() {
    Meeting meeting = random(MINJI, JUN);
    meeting.pullEvents();

    meeting.callOff(CallOffReason.TOO_FEW, Set.of(JUN), NOW);

    assertThat(meeting.pullEvents())
        .singleElement()
        .isInstanceOfSatisfying(
            MeetingEvent.MeetingCalledOff.class,
            event -> assertThat(event.recipients()).containsExactly(MINJI));
  }

  @Test
  void one_who_is_left_alone_at_the_start_is_told_that_it_is_off() {
    Meeting meeting = random(MINJI, JUN);
    meeting.settle(FIXED, Optional.of(START), NOW);
    meeting.cannotCome(JUN, NOW);
    meeting.advance(START.minus(HOUR));
    assertThat(meeting.snapshot().dueAt()).contains(START);
    meeting.pullEvents();

    meeting.advance(START.minusNanos(1));
    assertThat(meeting.pullEvents()).isEmpty();
    meeting.advance(START);

    assertThat(meeting.pullEvents())
        .singleElement()
        .isInstanceOfSatisfying(
            MeetingEvent.MeetingCalledOff.class,
            event -> assertThat(event.members()).containsExactly(MINJI));
  }

  @Test
  void an_hour_before_the_start_members_are_reminded_once() {
    Meeting meeting = ofRoom(START, MINJI, JUN);
    assertThat(meeting.snapshot().dueAt()).contains(START.minus(HOUR));

    meeting.advance(START.minus(HOUR).minusNanos(1));
    assertThat(meeting.pullEvents()).isEmpty();
    meeting.advance(START.minusNanos(1));
    meeting.advance(START.minusNanos(1));

    assertThat(meeting.pullEvents())
        .singleElement()
        .isInstanceOfSatisfying(
            MeetingEvent.MeetingNear.class, event -> assertThat(event.startsAt()).isEqualTo(START));
    assertThat(meeting.snapshot().dueAt()).contains(START.plus(HOUR));
  }

  @Test
  void nobody_is_reminded_after_the_start_or_of_what_they_learned_within_the_last_hour() {
    Meeting late = ofRoom(START, MINJI, JUN);
    Meeting soon = ofRoom(NOW.plus(HOUR), MINJI, JUN);
    Meeting settledSoon = random(MINJI, JUN);
    settledSoon.settle(FIXED, Optional.of(NOW.plus(HOUR)), NOW);
    settledSoon.pullEvents();

    late.advance(START);
    soon.advance(NOW.plusSeconds(1));
    settledSoon.advance(NOW.plusSeconds(1));

    for (Meeting meeting : List.of(late, soon, settledSoon)) {
      assertThat(meeting.pullEvents()).isEmpty();
      assertThat(meeting.snapshot().reminded()).isTrue();
    }
  }

  @Test
  void another_time_is_another_reminder() {
    Meeting meeting = ofRoom(START, MINJI, JUN);
    meeting.advance(START.minus(HOUR));

    meeting.settle(FIXED, Optional.of(START.plus(HOUR)), START.minus(HOUR));
    meeting.pullEvents();
    meeting.advance(START);

    assertThat(meeting.pullEvents()).hasOnlyElementsOfType(MeetingEvent.MeetingNear.class);
  }

  @Test
  void an_hour_after_the_start_a_meeting_is_done() {
    Meeting meeting = ofRoom(START, MINJI, JUN);
    Meeting withoutStart = random(MINJI, JUN);
    assertThat(withoutStart.snapshot().dueAt()).contains(NOW.plus(HOUR));

    meeting.advance(START.plus(HOUR));
    withoutStart.advance(NOW.plus(HOUR));
    meeting.advance(START.plus(HOUR));

    assertThat(withoutStart.snapshot().status()).isEqualTo(MeetingStatus.DONE);
    assertThat(meeting.pullEvents())
        .singleElement()
        .isInstanceOfSatisfying(
            MeetingEvent.MeetingDone.class,
            event ->
                assertThat(event.reviewUntil())
                    .isEqualTo(START.plus(HOUR).plus(Duration.ofDays(14))));
  }

  private static Meeting done(MemberId... members) {
    Meeting meeting = ofRoom(START, members);
    meeting.advance(START.plus(HOUR));
    meeting.pullAwards();
    return meeting;
  }

  private static Rating stars(MemberId of, int stars) {
    return new Rating(of, Optional.of(stars));
  }

  private static Rating absent(MemberId who) {
    return new Rating(who, Optional.empty());
  }

  private static Review written(MemberId by, Rating rating) {
    return new Review(
        new ReviewId(UUID.randomUUID()), new MeetingId(new UUID(0, 3)), by, rating, NOW);
  }

  @Test
  void a_meeting_that_has_taken_place_brings_its_members_points_and_its_host_more() {
    Meeting room = ofRoom(START, MINJI, JUN);
    Meeting match = random(MINJI, JUN);
    Meeting left = ofRoom(START, MINJI, JUN, SUA);
    left.cannotCome(MINJI, NOW);

    for (Meeting meeting : List.of(room, match, left)) {
      meeting.advance(START.plus(HOUR));
    }

    assertThat(room.pullAwards())
        .extracting(Award::reason, Award::member, Award::points)
        .containsExactly(
            tuple(ScoreReason.TOOK_PART, MINJI, 10),
            tuple(ScoreReason.TOOK_PART, JUN, 10),
            tuple(ScoreReason.HOSTED, MINJI, 42));
    assertThat(match.pullAwards()).extracting(Award::reason).containsOnly(ScoreReason.TOOK_PART);
    assertThat(left.pullAwards()).extracting(Award::member).containsExactly(JUN, SUA);
  }

  @Test
  void stars_bring_points_and_so_does_the_first_review() {
    int[] points = {-10, 0, 10, 20, 42};
    for (int stars = 1; stars <= 5; stars++) {
      Meeting meeting = done(MINJI, JUN, SUA);

      meeting.review(JUN, List.of(stars(MINJI, stars)), List.of(), START.plus(HOUR));
      meeting.review(
          JUN,
          List.of(stars(SUA, 2)),
          List.of(written(JUN, stars(MINJI, stars))),
          START.plus(HOUR));

      assertThat(meeting.pullAwards())
          .containsExactly(
              new Award(JUN, ScoreReason.REVIEWED_OTHERS, 20, Optional.empty()),
              new Award(MINJI, ScoreReason.STARS_RECEIVED, points[stars - 1], Optional.of(JUN)),
              new Award(SUA, ScoreReason.STARS_RECEIVED, 0, Optional.of(JUN)));
      assertThat(meeting.snapshot().reviews()).isEqualTo(2);
    }
  }

  @Test
  void more_than_half_of_the_others_say_who_was_absent_and_it_counts_once() {
    MemberId last = new MemberId(new UUID(0, 6));
    MemberId more = new MemberId(new UUID(0, 7));
    Meeting meeting = done(MINJI, JUN, SUA, last, more);
    List<Review> earlier = new ArrayList<>();
    List<Integer> counted = new ArrayList<>();

    for (MemberId reviewer : List.of(JUN, SUA, last, more)) {
      meeting.review(reviewer, List.of(absent(MINJI)), earlier, START.plus(HOUR));
      earlier.add(written(reviewer, absent(MINJI)));
      counted.add(
          (int)
              meeting.pullAwards().stream()
                  .filter(award -> award.reason() == ScoreReason.REPORTED_ABSENT)
                  .count());
    }

    assertThat(counted).containsExactly(0, 0, 1, 0);
  }

  @Test
  void reviews_are_open_from_an_hour_after_the_start_for_two_weeks() {
    Meeting meeting = ofRoom(START, MINJI, JUN);
    List<Rating> ratings = List.of(stars(MINJI, 3));
    Instant opens = START.plus(HOUR);

    assertRefused(
        MeetingError.REVIEW_NOT_OPEN,
        () -> meeting.review(JUN, ratings, List.of(), opens.minusNanos(1)));
    assertRefused(
        MeetingError.REVIEW_NOT_OPEN,
        () -> meeting.review(JUN, ratings, List.of(), opens.plus(Duration.ofDays(14))));
    meeting.review(JUN, ratings, List.of(), opens.plus(Duration.ofDays(14)).minusNanos(1));
    assertThat(meeting.snapshot().reviews()).isEqualTo(1);
  }

  @Test
  void nobody_reviews_themselves_strangers_or_anybody_twice() {
    Meeting meeting = done(MINJI, JUN);
    MemberId stranger = new MemberId(new UUID(0, 9));
    Instant now = START.plus(HOUR);

    assertRefused(
        MeetingError.MEETING_NOT_FOUND,
        () -> meeting.review(stranger, List.of(stars(JUN, 5)), List.of(), now));
    assertRefused(
        MeetingError.ALREADY_REVIEWED,
        () ->
            meeting.review(
                MINJI, List.of(absent(JUN)), List.of(written(MINJI, stars(JUN, 4))), now));
    assertThatThrownBy(() ->
            meeting.review(
                MINJI,
                List.of(stars(MINJI, 5), absent(stranger), stars(JUN, 5), absent(JUN)),
                List.of(),
                now))
        .isInstanceOfSatisfying(
            DomainException.class,
            e ->
                assertThat(e.fieldErrors())
                    .extracting(FieldError::pointer, FieldError::code)
                    .containsExactly(
                        tuple("/reviews/0/memberId", "NOT_ANOTHER_MEMBER"),
                        tuple("/reviews/1/memberId", "NOT_ANOTHER_MEMBER"),
                        tuple("/reviews/3/memberId", "DUPLICATE_ID")));
    assertRefused(
        SharedError.INVALID_INPUT, () -> meeting.review(MINJI, List.of(), List.of(), now));
    assertRefused(SharedError.INVALID_INPUT, () -> stars(JUN, 6));
  }

  @Test
  void what_others_say_of_a_member_is_told_from_what_the_member_did() {
    assertThat(Stream.of(Award.stars(MINJI, 5, JUN), Award.absent(MINJI)))
        .allMatch(Award::isOpinion);
    assertThat(Stream.of(Award.tookPart(MINJI), Award.hosted(MINJI), Award.reviewed(MINJI)))
        .noneMatch(Award::isOpinion);
  }

  @Test
  void an_identifier_without_its_time_keeps_what_is_random() {
    UUID id = UUID.fromString("019cabd8-387b-7021-8123-000000000021");

    assertThat(ScoreEntryId.withoutTime(id)).hasToString("00000000-0000-7000-8123-000000000021");
  }
}
