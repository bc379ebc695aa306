package dev.moim.application.matching;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.service.PoolSettings;
import dev.moim.application.meeting.port.in.CannotCome;
import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.application.member.port.in.BlockMember;
import dev.moim.application.member.port.in.UnblockMember;
import dev.moim.application.member.service.MemberSettings;
import dev.moim.application.room.port.in.CancelRoom;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RemoveMember;
import dev.moim.application.room.port.in.WaitForSeat;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.condition.SampleCategories;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Groups that take in others until they are fixed, and what becomes of them. */
class OpenGroupUseCasesTest {
  private static final Duration PATIENCE = SampleCategories.MEAL.patience();

  private final Matchmaking matchmaking = new Matchmaking();
  private final Caller minji = matchmaking.newcomer("minji");
  private final Caller jun = matchmaking.newcomer("jun");
  private final Caller sora = matchmaking.newcomer("sora");

  private MeetingView meeting(Caller member, MeetingId id) {
    return matchmaking.community.meetings().viewMeeting().view(member, id);
  }

  // --- Joiners -----------------------------------------------------------------------------------

  @Test
  void a_third_joins_a_group_that_is_open() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji).at("gaepo", "out"));
    MatchRequestId other = matchmaking.submit(Ask.by(jun).at("gaepo", "out"));
    Instant openUntil = matchmaking.state(minji, one).openUntil().orElseThrow();
    assertThat(openUntil)
        .isEqualTo(matchmaking.community.clock().now().plus(PoolSettings.DEFAULT.lead()));

    matchmaking.community.passTime(Duration.ofMinutes(5));
    MatchRequestId third = matchmaking.submit(Ask.by(sora).at("out"));

    MeetingId meeting = matchmaking.meeting(minji, one);
    assertThat(matchmaking.meeting(sora, third)).isEqualTo(meeting);
    assertThat(matchmaking.people(jun, meeting)).containsExactlyInAnyOrder("minji", "jun", "sora");
    assertThat(matchmaking.state(sora, third).openUntil()).contains(openUntil);
    assertThat(matchmaking.state(jun, other).openUntil()).contains(openUntil);
    assertThat(matchmaking.told(sora)).containsExactly(NotificationType.MATCH_MADE);
    assertThat(matchmaking.told(minji)).doesNotContain(NotificationType.MATCH_MOVED);
    assertThat(
            assertRefused(MatchingError.LIVE_REQUEST_EXISTS, () -> matchmaking.ask(Ask.by(minji)))
                .details())
        .containsEntry("matchRequestId", one);
    assertRefused(MatchingError.ALREADY_MATCHED, () -> matchmaking.cancel(minji, one));
  }

  @Test
  void a_group_is_fixed_at_its_end_with_the_place_that_suits_all() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji).at("gaepo", "out"));
    matchmaking.submit(Ask.by(jun).at("gaepo", "out"));
    MatchRequestId third = matchmaking.submit(Ask.by(sora).at("out"));

    matchmaking.community.passTime(PATIENCE);

    MeetingId meeting = matchmaking.meeting(minji, one);
    assertThat(meeting(minji, meeting).agreed().plain().toString()).contains("out");
    assertThat(matchmaking.state(minji, one).isLive()).isFalse();
    assertThat(matchmaking.state(sora, third).isLive()).isFalse();
    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.MATCHED);
    MatchRequestId next = matchmaking.submit(Ask.by(minji));
    assertThat(matchmaking.status(minji, next)).isEqualTo(MatchRequestStatus.WAITING);
    Caller late = matchmaking.newcomer("late");
    assertThat(matchmaking.meeting(late, matchmaking.submit(Ask.by(late)))).isNotEqualTo(meeting);
  }

  @Test
  void members_see_what_is_agreed_now_and_are_told_once_when_a_joiner_changes_it() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji).at("gaepo", "out"));
    matchmaking.submit(Ask.by(jun).at("gaepo", "out"));
    MeetingId meeting = matchmaking.meeting(minji, one);
    assertThat(meeting(minji, meeting).agreed().plain().toString()).contains("gaepo");

    matchmaking.submit(Ask.by(sora).at("out"));

    assertThat(meeting(minji, meeting).agreed().plain().toString()).contains("out");
    matchmaking.community.passTime(PATIENCE);
    assertThat(matchmaking.state(minji, one).isLive()).isFalse();
    assertThat(matchmaking.told(minji)).containsOnlyOnce(NotificationType.MEETING_CHANGED);
    assertThat(matchmaking.told(sora)).doesNotContain(NotificationType.MEETING_CHANGED);
  }

  @Test
  void a_group_starts_when_who_joins_is_free_too() {
    Matchmaking sports = new Matchmaking(SampleCategories.EXERCISE.key(), PoolSettings.DEFAULT);
    Instant now = sports.community.clock().now();
    Instant end = now.plus(Duration.ofHours(8));
    Caller first = sports.newcomer("first");
    Caller second = sports.newcomer("second");
    Caller third = sports.newcomer("third");
    MatchRequestId one = sports.submit(Ask.by(first).category("exercise").free(now, end));
    sports.submit(Ask.by(second).category("exercise").free(now, end));
    Instant noon = now.plus(Duration.ofHours(3));
    assertThat(start(sports, first, one)).isBefore(noon);

    MatchRequestId joiner = sports.submit(Ask.by(third).category("exercise").free(noon, end));

    assertThat(sports.meeting(third, joiner)).isEqualTo(sports.meeting(first, one));
    assertThat(start(sports, first, one)).isEqualTo(noon);
    assertThat(sports.state(first, one).openUntil().orElseThrow()).isBefore(noon);
  }

  private static Instant start(Matchmaking matchmaking, Caller member, MatchRequestId request) {
    return matchmaking
        .community
        .meetings()
        .viewMeeting()
        .view(member, matchmaking.meeting(member, request))
        .startsAt()
        .orElseThrow();
  }

  @Test
  void a_group_of_the_greatest_size_is_full() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji).sizes(2, 2));
    matchmaking.submit(Ask.by(jun).sizes(2, 2));

    MatchRequestId third = matchmaking.submit(Ask.by(sora).sizes(2, 3));

    assertThat(matchmaking.people(minji, matchmaking.meeting(minji, one))).hasSize(2);
    assertThat(matchmaking.status(sora, third)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_party_joins_an_open_group_as_a_whole() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    Caller dohun = matchmaking.newcomer("dohun");
    matchmaking.submit(Ask.by(dohun));
    MatchRequestId leading = matchmaking.submit(Ask.by(jun).sizes(3, 4).with("sora"));
    MatchRequestId companion = matchmaking.answer(sora, leading, true);

    MeetingId meeting = matchmaking.meeting(minji, one);
    assertThat(matchmaking.people(sora, meeting))
        .containsExactlyInAnyOrder("minji", "dohun", "jun", "sora");
    assertThat(matchmaking.meeting(sora, companion)).isEqualTo(meeting);
    assertThat(matchmaking.meeting(jun, leading)).isEqualTo(meeting);
  }

  @Test
  void a_group_that_is_fixed_late_does_not_meet_before_that() {
    ZoneId zone = MemberSettings.DEFAULT.zone();
    Instant morning = ZonedDateTime.of(2026, 3, 3, 8, 0, 0, 0, zone).toInstant();
    Instant evening = morning.plus(Duration.ofHours(12));
    matchmaking.community.clock().set(morning);
    MatchRequestId one = matchmaking.submit(Ask.by(minji).times("lunch", "dinner").until(evening));
    matchmaking.submit(Ask.by(sora).times("dinner").until(evening));
    MatchRequestId third = matchmaking.submit(Ask.by(jun).times("lunch", "dinner").until(evening));
    MeetingId meeting = matchmaking.meeting(minji, one);
    assertThat(matchmaking.meeting(jun, third)).isEqualTo(meeting);
    Instant afternoon = morning.plus(Duration.ofHours(7));
    matchmaking.community.passTime(Duration.between(morning, afternoon));
    matchmaking.cannotCome(sora, meeting);
    Instant start = meeting(minji, meeting).startsAt().orElseThrow();

    matchmaking.community.passTime(Duration.between(afternoon, start).minus(1, ChronoUnit.MICROS));

    assertThat(matchmaking.state(minji, one).isLive()).isFalse();
    assertThat(meeting(minji, meeting).agreed().plain().toString()).contains("dinner");
    assertThat(meeting(minji, meeting).startsAt()).contains(start);
  }

  // --- Who cannot come ---------------------------------------------------------------------------

  @Test
  void who_is_left_alone_waits_again() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    Instant submittedAt = matchmaking.community.clock().now();
    matchmaking.community.passTime(Duration.ofMinutes(1));
    MatchRequestId other = matchmaking.submit(Ask.by(jun));
    MeetingId meeting = matchmaking.meeting(minji, one);

    matchmaking.cannotCome(jun, meeting);

    MatchRequest.Snapshot waiting = matchmaking.state(minji, one);
    assertThat(waiting.status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(waiting.submittedAt()).isEqualTo(submittedAt);
    assertThat(waiting.meeting()).isEmpty();
    assertThat(matchmaking.state(jun, other).isLive()).isFalse();
    assertThat(meeting(minji, meeting).status()).isEqualTo(MeetingStatus.CANCELLED);
    assertThat(matchmaking.told(minji))
        .containsExactly(
            NotificationType.MATCH_RETURNED,
            NotificationType.MEETING_LEFT,
            NotificationType.MATCH_MADE);
    assertThat(matchmaking.told(jun)).containsExactly(NotificationType.MATCH_MADE);

    MatchRequestId third = matchmaking.submit(Ask.by(sora));
    assertThat(matchmaking.people(sora, matchmaking.meeting(sora, third)))
        .containsExactlyInAnyOrder("minji", "sora");
  }

  @Test
  void those_who_are_left_go_on_and_the_free_seat_is_filled() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji).sizes(2, 3));
    matchmaking.submit(Ask.by(jun).sizes(2, 3));
    MatchRequestId third = matchmaking.submit(Ask.by(sora).sizes(2, 3));
    MeetingId meeting = matchmaking.meeting(minji, one);
    assertThat(matchmaking.meeting(sora, third)).isEqualTo(meeting);
    Caller dohun = matchmaking.newcomer("dohun");
    MatchRequestId next = matchmaking.submit(Ask.by(dohun).sizes(2, 3));
    assertThat(matchmaking.status(dohun, next)).isEqualTo(MatchRequestStatus.WAITING);

    matchmaking.cannotCome(jun, meeting);

    assertThat(matchmaking.meeting(dohun, next)).isEqualTo(meeting);
    assertThat(matchmaking.people(minji, meeting))
        .containsExactlyInAnyOrder("minji", "sora", "dohun");
    assertThat(matchmaking.told(minji))
        .containsExactly(
            NotificationType.MATCH_JOINED,
            NotificationType.MEETING_LEFT,
            NotificationType.MATCH_JOINED,
            NotificationType.MATCH_MADE);
  }

  @Test
  void a_group_that_was_fixed_takes_somebody_in_for_a_free_seat() {
    PoolSettings slow = PoolSettings.DEFAULT.withLead(Duration.ofHours(3));
    Matchmaking later = new Matchmaking(slow);
    Caller one = later.newcomer("one");
    Caller two = later.newcomer("two");
    Caller three = later.newcomer("three");
    MatchRequestId first = later.submit(Ask.by(one).sizes(2, 3));
    later.submit(Ask.by(two).sizes(2, 3));
    later.submit(Ask.by(three).sizes(2, 3));
    MeetingId meeting = later.meeting(one, first);
    later.community.passTime(Duration.ofHours(1));
    assertThat(later.state(one, first).isLive()).isFalse();

    later.cannotCome(two, meeting);
    Caller four = later.newcomer("four");
    MatchRequestId next = later.submit(Ask.by(four).sizes(2, 3));

    assertThat(later.meeting(four, next)).isEqualTo(meeting);
    assertThat(later.people(one, meeting)).containsExactlyInAnyOrder("one", "three", "four");
  }

  @Test
  void whoever_would_rather_ask_anew_is_not_bound_by_a_free_seat_in_a_fixed_group() {
    Matchmaking later = new Matchmaking(PoolSettings.DEFAULT.withLead(Duration.ofHours(3)));
    Caller one = later.newcomer("one");
    Caller two = later.newcomer("two");
    Caller three = later.newcomer("three");
    MatchRequestId first = later.submit(Ask.by(one).sizes(2, 3));
    later.submit(Ask.by(two).sizes(2, 3));
    MatchRequestId third = later.submit(Ask.by(three).sizes(2, 3));
    MeetingId meeting = later.meeting(one, first);
    later.community.passTime(Duration.ofHours(1));
    later.cannotCome(two, meeting);
    assertThat(later.state(one, first).isLive()).isTrue();

    MatchRequestId anew = later.submit(Ask.by(one).sizes(2, 2));

    assertThat(later.status(one, anew)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(later.meeting(one, first)).isEqualTo(meeting);
    assertThat(later.state(one, first).isLive()).isFalse();
    assertThat(later.state(three, third).isLive()).isFalse();
    assertThat(later.people(one, meeting)).containsExactlyInAnyOrder("one", "three");
    Caller four = later.newcomer("four");
    MatchRequestId next = later.submit(Ask.by(four).sizes(2, 3));
    assertThat(later.meeting(four, next)).isEqualTo(later.meeting(one, anew)).isNotEqualTo(meeting);
    later.cannotCome(three, meeting);
    assertThat(later.told(one)).contains(NotificationType.MEETING_CALLED_OFF);
  }

  @Test
  void who_is_left_alone_with_a_free_seat_waits_for_the_pool_to_give_the_group_up() {
    Matchmaking later = new Matchmaking(PoolSettings.DEFAULT.withLead(Duration.ofHours(3)));
    Caller one = later.newcomer("one");
    Caller two = later.newcomer("two");
    Caller three = later.newcomer("three");
    Instant end = later.community.clock().now().plus(Duration.ofHours(2));
    MatchRequestId first = later.submit(Ask.by(one).sizes(2, 3).until(end));
    later.submit(Ask.by(two).sizes(2, 3));
    later.submit(Ask.by(three).sizes(2, 3));
    MeetingId meeting = later.meeting(one, first);
    later.community.passTime(Duration.ofMinutes(150));
    later.cannotCome(two, meeting);
    later.community.meetings().cannotCome().cannotCome(new CannotCome.Command(three, meeting));

    assertRefused(MatchingError.LIVE_REQUEST_EXISTS, () -> later.ask(Ask.by(one)));

    later.community.deliver();
    assertThat(later.reason(one, first)).contains(EndReason.GROUP_FELL_APART);
    assertThat(later.status(one, later.submit(Ask.by(one)))).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void who_is_left_alone_when_the_time_is_over_is_told_so() {
    PoolSettings slow = PoolSettings.DEFAULT.withLead(Duration.ofHours(3));
    Matchmaking later = new Matchmaking(slow);
    Caller one = later.newcomer("one");
    Caller two = later.newcomer("two");
    MatchRequestId first = later.submit(Ask.by(one));
    later.submit(Ask.by(two));
    MeetingId meeting = later.meeting(one, first);
    later.community.passTime(Duration.ofHours(1));

    later.cannotCome(two, meeting);

    assertThat(later.status(one, first)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(later.reason(one, first)).contains(EndReason.GROUP_FELL_APART);
    assertThat(later.told(one)).contains(NotificationType.MATCH_EXPIRED);
  }

  @Test
  void who_has_asked_for_another_group_meanwhile_is_content_with_that() {
    Matchmaking later = new Matchmaking(PoolSettings.DEFAULT.withLead(Duration.ofHours(3)));
    Caller one = later.newcomer("one");
    Caller two = later.newcomer("two");
    MatchRequestId first = later.submit(Ask.by(one));
    later.submit(Ask.by(two));
    MeetingId meeting = later.meeting(one, first);
    later.community.passTime(Duration.ofHours(1));
    MatchRequestId second = later.submit(Ask.by(one).sizes(4, 4));

    later.cannotCome(two, meeting);

    assertThat(later.status(one, second)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(later.status(one, first)).isEqualTo(MatchRequestStatus.MATCHED);
  }

  @Test
  void who_is_left_alone_learns_of_it_although_the_program_is_killed() {
    Matchmaking asked = new Matchmaking(PoolSettings.DEFAULT.withAcceptance(Duration.ofMinutes(5)));
    Caller one = asked.newcomer("one");
    Caller two = asked.newcomer("two");
    MatchRequestId first = asked.submit(Ask.by(one));
    MatchRequestId second = asked.submit(Ask.by(two));
    asked.respond(one, first, true);
    asked.respond(two, second, true);
    MeetingId meeting = asked.meeting(one, first);
    assertThat(asked.state(one, first).isLive()).isFalse();

    asked.community.meetings().cannotCome().cannotCome(new CannotCome.Command(two, meeting));
    asked.community.killAfterDelivery();

    assertThat(asked.status(one, first)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(asked.told(one))
        .contains(NotificationType.MATCH_RETURNED)
        .doesNotContain(NotificationType.MEETING_CALLED_OFF);
  }

  @Test
  void a_free_seat_in_a_fixed_group_is_filled_although_the_program_is_killed() {
    Matchmaking later = new Matchmaking(PoolSettings.DEFAULT.withLead(Duration.ofHours(3)));
    Caller one = later.newcomer("one");
    Caller two = later.newcomer("two");
    Caller three = later.newcomer("three");
    MatchRequestId first = later.submit(Ask.by(one).sizes(2, 3));
    later.submit(Ask.by(two).sizes(2, 3));
    later.submit(Ask.by(three).sizes(2, 3));
    MeetingId meeting = later.meeting(one, first);
    Caller four = later.newcomer("four");
    MatchRequestId next = later.submit(Ask.by(four).sizes(2, 3));
    assertThat(later.status(four, next)).isEqualTo(MatchRequestStatus.WAITING);

    later.community.meetings().cannotCome().cannotCome(new CannotCome.Command(two, meeting));
    later.community.killAfterDelivery();

    assertThat(later.meeting(four, next)).isEqualTo(meeting);
    assertThat(later.people(one, meeting)).containsExactlyInAnyOrder("one", "three", "four");
  }

  @Test
  void who_is_left_alone_and_looks_for_others_already_is_told_although_the_program_is_killed() {
    Matchmaking later = new Matchmaking(PoolSettings.DEFAULT.withLead(Duration.ofHours(3)));
    Caller one = later.newcomer("one");
    Caller two = later.newcomer("two");
    MatchRequestId first = later.submit(Ask.by(one));
    later.submit(Ask.by(two));
    MeetingId meeting = later.meeting(one, first);
    later.community.passTime(Duration.ofHours(1));
    MatchRequestId second = later.submit(Ask.by(one));

    later.community.meetings().cannotCome().cannotCome(new CannotCome.Command(two, meeting));
    later.community.killAfterDelivery();

    assertThat(later.status(one, second)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(later.told(one)).contains(NotificationType.MEETING_CALLED_OFF);
  }

  @Test
  void a_fixed_group_that_takes_nobody_in_stays_as_it_is_when_somebody_leaves() {
    Matchmaking asked =
        new Matchmaking(
            PoolSettings.DEFAULT
                .withLead(Duration.ofHours(3))
                .withAcceptance(Duration.ofMinutes(5)));
    Caller one = asked.newcomer("one");
    Caller two = asked.newcomer("two");
    Caller three = asked.newcomer("three");
    MatchRequestId first = asked.submit(Ask.by(one).at("gaepo", "seocho").sizes(2, 3));
    MatchRequestId second = asked.submit(Ask.by(two).at("gaepo", "seocho").sizes(3, 3));
    MatchRequestId third = asked.submit(Ask.by(three).at("gaepo").sizes(2, 3));
    asked.respond(one, first, true);
    asked.respond(two, second, true);
    asked.respond(three, third, true);
    MeetingId meeting = asked.meeting(one, first);
    MeetingView fixed = asked.community.meetings().viewMeeting().view(one, meeting);

    asked.cannotCome(two, meeting);

    MeetingView left = asked.community.meetings().viewMeeting().view(one, meeting);
    assertThat(left.agreed()).isEqualTo(fixed.agreed());
    assertThat(left.status()).isEqualTo(MeetingStatus.UPCOMING);
    assertThat(asked.state(one, first).isLive()).isFalse();
    assertThat(asked.told(one)).doesNotContain(NotificationType.MEETING_CHANGED);
  }

  @Test
  void a_companion_who_cannot_come_leaves_the_rest_of_the_party_in_the_group() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(2, 4).with("jun"));
    matchmaking.answer(jun, leading, true);
    matchmaking.submit(Ask.by(sora).sizes(2, 4));
    MeetingId meeting = matchmaking.meeting(minji, leading);
    assertThat(matchmaking.people(minji, meeting)).hasSize(3);

    matchmaking.cannotCome(jun, meeting);

    assertThat(matchmaking.people(minji, meeting)).containsExactlyInAnyOrder("minji", "sora");
    assertThat(matchmaking.status(minji, leading)).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(
            matchmaking.status(
                sora,
                matchmaking
                    .community
                    .matching()
                    .listMatchRequests()
                    .list(sora, PageRequest.first(1))
                    .items()
                    .getFirst()
                    .request()
                    .id()))
        .isEqualTo(MatchRequestStatus.MATCHED);
  }

  // --- Blocks and recent partners ----------------------------------------------------------------

  @Test
  void members_who_keep_apart_are_never_brought_together() {
    matchmaking.block(jun, minji);
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    MatchRequestId other = matchmaking.submit(Ask.by(jun));
    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);

    MatchRequestId third = matchmaking.submit(Ask.by(sora));

    assertThat(matchmaking.people(sora, matchmaking.meeting(sora, third)))
        .contains("sora")
        .hasSize(2);
    assertThat(List.of(matchmaking.status(minji, one), matchmaking.status(jun, other)))
        .containsExactlyInAnyOrder(MatchRequestStatus.MATCHED, MatchRequestStatus.WAITING);
  }

  @Test
  void a_block_that_comes_while_both_wait_counts() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji).sizes(3, 3));
    MatchRequestId other = matchmaking.submit(Ask.by(jun).sizes(3, 3));
    matchmaking.block(minji, jun);

    MatchRequestId third = matchmaking.submit(Ask.by(sora).sizes(3, 3));
    assertThat(matchmaking.status(sora, third)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);

    matchmaking
        .community
        .blocks()
        .unblockMember()
        .unblock(new UnblockMember.Command(minji, jun.id()));
    matchmaking.community.deliver();
    assertThat(matchmaking.meeting(minji, one)).isEqualTo(matchmaking.meeting(jun, other));
    assertThat(matchmaking.meeting(sora, third)).isEqualTo(matchmaking.meeting(jun, other));
  }

  @Test
  void a_block_of_which_nothing_was_heard_counts_too() {
    MatchRequestId one = matchmaking.ask(Ask.by(minji));
    matchmaking.community.deliver();
    matchmaking.community.blocks().blockMember().block(new BlockMember.Command(minji, jun.id()));
    MatchRequestId other = matchmaking.ask(Ask.by(jun));
    matchmaking
        .matching()
        .hearing()
        .handle(UUID.randomUUID(), matchmaking.community.events().getLast());

    matchmaking.matching().runPool().run(Matchmaking.MEAL);

    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(jun, other)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void who_met_lately_is_avoided_while_there_is_another_way() {
    Matchmaking pairs = new Matchmaking();
    Caller one = pairs.newcomer("one");
    Caller two = pairs.newcomer("two");
    pairs.submit(Ask.by(one).sizes(2, 2));
    pairs.submit(Ask.by(two).sizes(2, 2));
    pairs.community.passTime(Duration.ofHours(2));

    MatchRequestId again = pairs.submit(Ask.by(one).sizes(2, 2));
    MatchRequestId other = pairs.submit(Ask.by(two).sizes(2, 2));
    assertThat(pairs.status(one, again)).isEqualTo(MatchRequestStatus.WAITING);
    Caller three = pairs.newcomer("three");
    MatchRequestId third = pairs.submit(Ask.by(three).sizes(2, 2));
    assertThat(pairs.status(three, third)).isEqualTo(MatchRequestStatus.MATCHED);

    assertThat(List.of(pairs.status(one, again), pairs.status(two, other)))
        .containsExactlyInAnyOrder(MatchRequestStatus.MATCHED, MatchRequestStatus.WAITING);
  }

  @Test
  void who_met_lately_is_better_than_nobody() {
    Matchmaking pairs = new Matchmaking();
    Caller one = pairs.newcomer("one");
    Caller two = pairs.newcomer("two");
    pairs.submit(Ask.by(one).sizes(2, 2));
    pairs.submit(Ask.by(two).sizes(2, 2));
    pairs.community.passTime(Duration.ofHours(2));
    MatchRequestId again = pairs.submit(Ask.by(one).sizes(2, 2));
    MatchRequestId other = pairs.submit(Ask.by(two).sizes(2, 2));

    pairs.community.passTime(PATIENCE.minusSeconds(30));

    assertThat(pairs.meeting(one, again)).isEqualTo(pairs.meeting(two, other));
  }

  // --- Seats in open rooms -----------------------------------------------------------------------

  private RoomId open(Caller host, int capacity, String place) {
    return open(matchmaking, host, capacity, place);
  }

  private static RoomId open(Matchmaking matchmaking, Caller host, int capacity, String place) {
    return matchmaking
        .community
        .rooms()
        .openRoom()
        .open(
            new OpenRoom.Command(
                host,
                "Lunch",
                "",
                "meal",
                Map.of("place", new FacetInput.Choice(List.of(place))),
                matchmaking.community.clock().now().plus(Duration.ofHours(1)),
                capacity,
                false))
        .id();
  }

  private List<Caller> hosts(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> matchmaking.community.newcomer("host" + i))
        .toList();
  }

  @Test
  void who_agreed_to_it_gets_a_seat_in_a_room_that_suits() {
    RoomId room = open(minji, 3, "gaepo");

    MatchRequestId request = matchmaking.submit(Ask.by(jun).at("gaepo", "out").orInRooms());

    MatchRequest.Snapshot seated = matchmaking.state(jun, request);
    assertThat(seated.status()).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(seated.room()).contains(room);
    assertThat(seated.isLive()).isFalse();
    assertThat(matchmaking.community.told(jun))
        .singleElement()
        .satisfies(notification -> {
          assertThat(notification.type()).isEqualTo(NotificationType.MATCH_SEATED);
          assertThat(notification.link()).isEqualTo("/rooms/" + room);
        });
    assertThat(matchmaking.told(minji)).contains(NotificationType.ROOM_JOINED);
    assertThat(
            assertRefused(MatchingError.ALREADY_MATCHED, () -> matchmaking.cancel(jun, request))
                .details())
        .containsEntry("roomId", room);
  }

  @Test
  void a_room_opened_later_fills_with_who_waits() {
    MatchRequestId first = matchmaking.submit(Ask.by(jun).at("gaepo").orInRooms().sizes(3, 3));
    matchmaking.community.passTime(Duration.ofMinutes(1));
    MatchRequestId second = matchmaking.submit(Ask.by(sora).at("gaepo").sizes(3, 3));
    assertThat(matchmaking.status(jun, first)).isEqualTo(MatchRequestStatus.WAITING);
    RoomId unsuitable = open(minji, 3, "out");
    matchmaking.community.deliver();
    assertThat(matchmaking.status(jun, first)).isEqualTo(MatchRequestStatus.WAITING);
    Caller guest = matchmaking.newcomer("guest");

    RoomId room = open(minji, 3, "gaepo");
    matchmaking.community.deliver();
    assertThat(matchmaking.status(jun, first)).isEqualTo(MatchRequestStatus.WAITING);
    matchmaking.community.rooms().joinRoom().join(new JoinRoom.Command(guest, room));
    matchmaking.community.deliver();

    assertThat(matchmaking.state(jun, first).room()).contains(room).isNotEqualTo(unsuitable);
    assertThat(matchmaking.status(sora, second)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_room_suits_who_asks_for_less_by_now() {
    Matchmaking relaxing =
        new Matchmaking(
            PoolSettings.DEFAULT.withRelaxations(
                List.of(new Relaxation.AnyValue(new FacetKey("place"), Duration.ofMinutes(10)))));
    Caller host = relaxing.newcomer("host");
    Caller one = relaxing.newcomer("one");
    RoomId room = open(relaxing, host, 3, "gaepo");
    MatchRequestId request =
        relaxing.submit(Ask.by(one).at("out").sizes(2, 3).relaxing("place").orInRooms());
    assertThat(relaxing.status(one, request)).isEqualTo(MatchRequestStatus.WAITING);

    relaxing.community.passTime(Duration.ofMinutes(10));

    assertThat(relaxing.state(one, request).room()).contains(room);
  }

  @Test
  void a_seat_that_becomes_free_is_taken() {
    RoomId room = open(minji, 2, "gaepo");
    matchmaking.community.rooms().joinRoom().join(new JoinRoom.Command(sora, room));
    MatchRequestId request = matchmaking.submit(Ask.by(jun).orInRooms());
    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.WAITING);

    matchmaking.community.rooms().leaveRoom().leave(new LeaveRoom.Command(sora, room));
    matchmaking.community.deliver();

    assertThat(matchmaking.state(jun, request).room()).contains(room);
  }

  @Test
  void a_room_that_does_not_suit_is_left_alone() {
    open(minji, 4, "gaepo");
    MatchRequestId elsewhere = matchmaking.submit(Ask.by(jun).at("out").orInRooms());
    MatchRequestId smaller = matchmaking.submit(Ask.by(sora).at("gaepo").sizes(2, 3).orInRooms());
    Caller dohun = matchmaking.newcomer("dohun");
    MatchRequestId larger = matchmaking.submit(Ask.by(dohun).at("gaepo").sizes(4, 4).orInRooms());

    assertThat(matchmaking.status(jun, elsewhere)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(sora, smaller)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(dohun, larger)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_room_whose_host_one_keeps_apart_from_is_passed_over_for_the_next() {
    matchmaking.block(minji, jun);
    open(minji, 4, "gaepo");
    RoomId other = open(sora, 4, "gaepo");

    MatchRequestId request = matchmaking.submit(Ask.by(jun).at("gaepo").orInRooms());

    assertThat(matchmaking.state(jun, request).room()).contains(other);
  }

  @Test
  void where_one_keeps_apart_from_every_host_one_goes_on_waiting() {
    matchmaking.block(jun, minji);
    open(minji, 4, "gaepo");

    MatchRequestId request = matchmaking.submit(Ask.by(jun).at("gaepo").orInRooms());

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_host_from_whom_one_keeps_apart_is_not_even_asked() {
    matchmaking.block(jun, minji);
    for (int i = 0; i < 10; i++) {
      open(minji, 4, "gaepo");
    }
    matchmaking.community.deliver();
    MatchRequestId request = matchmaking.ask(Ask.by(jun).at("gaepo").orInRooms());
    matchmaking
        .matching()
        .hearing()
        .handle(UUID.randomUUID(), matchmaking.community.events().getLast());
    AtomicInteger writes = new AtomicInteger();
    matchmaking.community.disturb(writes::incrementAndGet);

    matchmaking.matching().runPool().run(Matchmaking.MEAL);

    assertThat(writes).hasValue(0);
    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.WAITING);
  }

  /** Hears what has happened, and leaves it to the test to run the pool. */
  private void hear() {
    matchmaking
        .community
        .events()
        .forEach(event -> matchmaking.matching().hearing().handle(UUID.randomUUID(), event));
  }

  @Test
  void who_is_in_as_many_rooms_as_may_be_is_tried_once_and_keeps_nobody_behind_from_a_seat() {
    matchmaking.block(jun, minji);
    for (int i = 0; i < 10; i++) {
      open(jun, 4, "out");
    }
    List<RoomId> rooms = hosts(60).stream().map(host -> open(host, 4, "gaepo")).toList();
    matchmaking.community.deliver();
    MatchRequestId first = matchmaking.ask(Ask.by(jun).at("gaepo").orInRooms());
    matchmaking.community.clock().advance(Duration.ofMinutes(1));
    MatchRequestId behind = matchmaking.ask(Ask.by(minji).at("gaepo").orInRooms());
    hear();
    AtomicInteger writes = new AtomicInteger();
    matchmaking.community.disturb(writes::incrementAndGet);

    matchmaking.matching().runPool().run(Matchmaking.MEAL);

    assertThat(writes).hasValue(2);
    assertThat(rooms).contains(matchmaking.state(minji, behind).room().orElseThrow());
    assertThat(matchmaking.status(jun, first)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void who_was_in_as_many_rooms_as_may_be_gets_a_seat_after_leaving_one() {
    RoomId left = open(jun, 4, "out");
    for (int i = 0; i < 9; i++) {
      open(jun, 4, "out");
    }
    RoomId room = open(sora, 4, "gaepo");
    MatchRequestId request = matchmaking.submit(Ask.by(jun).at("gaepo").orInRooms());
    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.WAITING);
    matchmaking.community.rooms().joinRoom().join(new JoinRoom.Command(minji, left));

    matchmaking.community.rooms().leaveRoom().leave(new LeaveRoom.Command(jun, left));
    matchmaking.community.deliver();

    assertThat(matchmaking.state(jun, request).room()).contains(room);
  }

  @Test
  void each_request_meets_with_few_refusals_so_that_those_behind_have_their_turn() {
    matchmaking.block(jun, minji);
    List<Caller> hosts = hosts(20);
    List<RoomId> rooms = hosts.stream().map(host -> open(host, 4, "gaepo")).toList();
    matchmaking.community.deliver();
    matchmaking.ask(Ask.by(jun).at("gaepo").orInRooms());
    matchmaking.ask(Ask.by(minji).at("gaepo").orInRooms());
    hear();
    AtomicInteger writes = new AtomicInteger();
    matchmaking.community.disturb(() -> {
      matchmaking.community.disturb(writes::incrementAndGet);
      for (int i = 0; i < 20; i++) {
        matchmaking
            .community
            .rooms()
            .cancelRoom()
            .cancel(
                new CancelRoom.Command(
                    hosts.get(i), Origin.OPERATOR, rooms.get(i), Optional.empty(), ""));
      }
      writes.set(1);
    });

    matchmaking.matching().runPool().run(Matchmaking.MEAL);

    assertThat(writes).hasValue(2 * 5);
  }

  @Test
  void whose_seat_the_host_takes_waits_again_with_their_age_and_never_gets_it_back() {
    RoomId room = open(minji, 3, "gaepo");
    MatchRequestId request = seated(jun);
    Instant submittedAt = matchmaking.state(jun, request).submittedAt();
    matchmaking.community.passTime(Duration.ofMinutes(5));

    remove(minji, room, jun);

    MatchRequest.Snapshot waiting = matchmaking.state(jun, request);
    assertThat(waiting.status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(waiting.submittedAt()).isEqualTo(submittedAt);
    assertThat(matchmaking.told(jun))
        .contains(NotificationType.MATCH_RETURNED, NotificationType.ROOM_REMOVED);
    RoomId other = open(sora, 3, "gaepo");
    matchmaking.community.deliver();
    assertThat(matchmaking.state(jun, request).room()).contains(other);
  }

  @Test
  void whose_seat_the_host_takes_too_late_has_a_request_that_ended_for_that_reason() {
    RoomId room = open(minji, 3, "gaepo");
    MatchRequestId request = seated(jun);
    matchmaking.community.clock().advance(PATIENCE);

    remove(minji, room, jun);

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(matchmaking.reason(jun, request)).contains(EndReason.REMOVED_FROM_ROOM);
  }

  @Test
  void whose_seat_the_host_takes_and_who_looks_elsewhere_goes_on_there() {
    RoomId room = open(minji, 3, "gaepo");
    MatchRequestId request = seated(jun);
    MatchRequestId next = matchmaking.submit(Ask.by(jun).at("out"));

    remove(minji, room, jun);

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.reason(jun, request)).contains(EndReason.REMOVED_FROM_ROOM);
    assertThat(matchmaking.status(jun, next)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.told(jun)).contains(NotificationType.MATCH_ENDED);
  }

  @Test
  void a_party_keeps_its_seats_when_the_host_takes_that_of_the_one_who_leads() {
    RoomId room = open(minji, 4, "gaepo");
    Caller dohun = matchmaking.newcomer("dohun");
    MatchRequestId leading =
        matchmaking.submit(Ask.by(jun).sizes(2, 4).orInRooms().with("sora", "dohun"));
    MatchRequestId second = matchmaking.answer(sora, leading, true);
    MatchRequestId third = matchmaking.answer(dohun, leading, true);
    assertThat(matchmaking.state(jun, leading).room()).contains(room);

    remove(minji, room, jun);

    assertThat(matchmaking.status(jun, leading)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.state(jun, leading).people()).isEqualTo(1);
    assertThat(List.of(matchmaking.state(sora, second), matchmaking.state(dohun, third)))
        .allSatisfy(state -> assertThat(state.room()).contains(room))
        .filteredOn(MatchRequest.Snapshot::leads)
        .hasSize(1);

    remove(minji, room, dohun);

    assertThat(matchmaking.state(dohun, third).leads()).isTrue();
    assertThat(matchmaking.state(sora, second).leads()).isTrue();
    assertThat(matchmaking.state(sora, second).people()).isEqualTo(1);
    // They are together again, but without the one who has the seat.
    assertThat(matchmaking.meeting(dohun, third)).isEqualTo(matchmaking.meeting(jun, leading));
  }

  private void remove(Caller host, RoomId room, Caller member) {
    matchmaking
        .community
        .rooms()
        .removeMember()
        .remove(new RemoveMember.Command(host, room, member.id(), "no"));
    matchmaking.community.deliver();
  }

  private MatchRequestId seated(Caller member) {
    return matchmaking.submit(Ask.by(member).at("gaepo").orInRooms());
  }

  @Test
  void who_had_a_seat_in_a_room_that_is_cancelled_waits_again_with_their_age() {
    RoomId room = open(minji, 3, "gaepo");
    MatchRequestId request = seated(jun);
    Instant submittedAt = matchmaking.state(jun, request).submittedAt();
    matchmaking.community.passTime(Duration.ofMinutes(5));

    cancel(minji, room);

    MatchRequest.Snapshot waiting = matchmaking.state(jun, request);
    assertThat(waiting.status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(waiting.submittedAt()).isEqualTo(submittedAt);
    assertThat(waiting.room()).isEmpty();
    assertThat(matchmaking.told(jun))
        .contains(NotificationType.MATCH_RETURNED, NotificationType.ROOM_CANCELLED);
    MatchRequestId other = matchmaking.submit(Ask.by(sora).at("gaepo"));
    assertThat(matchmaking.meeting(jun, request)).isEqualTo(matchmaking.meeting(sora, other));
  }

  private void cancel(Caller host, RoomId room) {
    matchmaking
        .community
        .rooms()
        .cancelRoom()
        .cancel(new CancelRoom.Command(host, Origin.OPERATOR, room, Optional.empty(), ""));
    matchmaking.community.deliver();
  }

  private void hide(RoomId room) {
    Caller admin = matchmaking.community.admin("admin");
    matchmaking
        .community
        .rooms()
        .reportable()
        .hide(room.value(), admin.id(), Origin.OPERATOR, "spam");
    matchmaking.community.deliver();
  }

  @Test
  void who_had_a_seat_in_a_room_that_is_hidden_waits_again() {
    RoomId room = open(minji, 3, "gaepo");
    MatchRequestId request = seated(jun);

    hide(room);

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void whose_room_expires_when_their_time_is_over_is_told_so() {
    open(minji, 3, "gaepo");
    MatchRequestId request = seated(jun);
    matchmaking.community.clock().advance(Duration.ofHours(1));

    matchmaking.community.rooms().expireRooms().expire();
    matchmaking.community.deliver();

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(matchmaking.reason(jun, request)).contains(EndReason.GROUP_FELL_APART);
    assertThat(matchmaking.told(jun)).contains(NotificationType.MATCH_EXPIRED);
  }

  @Test
  void who_gives_a_seat_up_has_a_request_that_is_cancelled() {
    RoomId room = open(minji, 3, "gaepo");
    MatchRequestId request = seated(jun);

    matchmaking.community.rooms().leaveRoom().leave(new LeaveRoom.Command(jun, room));
    matchmaking.community.deliver();

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.reason(jun, request)).contains(EndReason.COULD_NOT_COME);
    cancel(minji, room);
    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.CANCELLED);
  }

  /** What lies in the outbox, and does no more. */
  private List<OutboxMessage> withheld() {
    List<OutboxMessage> late = matchmaking.community.messages();
    matchmaking
        .community
        .transactions()
        .writeOnly(() ->
            matchmaking.community.outbox().remove(late.stream().map(OutboxMessage::id).toList()));
    return late;
  }

  @Test
  void a_seat_given_up_is_not_taken_for_the_next_one_however_late_it_is_heard_of() {
    RoomId room = open(minji, 3, "gaepo");
    MatchRequestId former = seated(jun);
    matchmaking.community.rooms().leaveRoom().leave(new LeaveRoom.Command(jun, room));
    List<OutboxMessage> late = withheld();
    MatchRequestId next = seated(jun);
    assertThat(matchmaking.state(jun, next).room()).contains(room);

    matchmaking.community.handle(late);
    matchmaking.community.deliver();

    assertThat(matchmaking.status(jun, former)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.state(jun, next).room()).contains(room);
  }

  @Test
  void who_left_a_room_before_it_was_cancelled_does_not_wait_again_however_late_it_is_heard_of() {
    RoomId room = open(minji, 3, "gaepo");
    MatchRequestId request = seated(jun);
    matchmaking.community.rooms().leaveRoom().leave(new LeaveRoom.Command(jun, room));
    List<OutboxMessage> late = withheld();

    cancel(minji, room);

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.reason(jun, request)).contains(EndReason.COULD_NOT_COME);
    matchmaking.community.handle(late);
    assertThat(matchmaking.reason(jun, request)).contains(EndReason.COULD_NOT_COME);
  }

  private MeetingId confirm(Caller host, RoomId room) {
    MeetingId meeting =
        matchmaking
            .community
            .rooms()
            .confirmRoom()
            .confirm(new ConfirmRoom.Command(host, room, Optional.empty()));
    matchmaking.community.deliver();
    return meeting;
  }

  @Test
  void who_cannot_come_to_the_meeting_of_a_room_has_a_request_that_is_cancelled() {
    RoomId room = open(minji, 4, "gaepo");
    MatchRequestId request = seated(jun);
    MatchRequestId other = seated(sora);
    MeetingId meeting = confirm(minji, room);

    matchmaking.cannotCome(jun, meeting);

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.reason(jun, request)).contains(EndReason.COULD_NOT_COME);
    assertThat(matchmaking.state(jun, request).room()).isEmpty();
    assertThat(matchmaking.state(sora, other).room()).contains(room);
  }

  @Test
  void whose_meeting_of_a_room_is_called_off_waits_again_with_their_age() {
    RoomId room = open(minji, 3, "gaepo");
    MatchRequestId request = seated(jun);
    Instant submittedAt = matchmaking.state(jun, request).submittedAt();
    MeetingId meeting = confirm(minji, room);
    matchmaking.community.passTime(Duration.ofMinutes(5));

    matchmaking.cannotCome(minji, meeting);

    MatchRequest.Snapshot waiting = matchmaking.state(jun, request);
    assertThat(waiting.status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(waiting.submittedAt()).isEqualTo(submittedAt);
    assertThat(matchmaking.told(jun))
        .contains(NotificationType.MATCH_RETURNED, NotificationType.MEETING_CALLED_OFF);
    MatchRequestId other = matchmaking.submit(Ask.by(sora).at("gaepo"));
    assertThat(matchmaking.meeting(jun, request)).isEqualTo(matchmaking.meeting(sora, other));
  }

  @Test
  void whose_meeting_of_a_room_is_called_off_when_their_time_is_over_is_told_so() {
    RoomId room = open(minji, 3, "gaepo");
    MatchRequestId request = seated(jun);
    MeetingId meeting = confirm(minji, room);
    matchmaking.community.passTime(PATIENCE);

    matchmaking.cannotCome(minji, meeting);

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(matchmaking.reason(jun, request)).contains(EndReason.GROUP_FELL_APART);
  }

  @Test
  void who_became_host_and_cancels_the_room_does_not_wait_again_but_others_do() {
    RoomId room = open(minji, 4, "gaepo");
    MatchRequestId request = seated(jun);
    MatchRequestId other = seated(sora);
    matchmaking.community.rooms().leaveRoom().leave(new LeaveRoom.Command(minji, room));

    cancel(jun, room);

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.status(sora, other)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_host_whose_room_an_admin_cancels_waits_again() {
    RoomId room = open(minji, 4, "gaepo");
    MatchRequestId request = seated(jun);
    matchmaking.community.rooms().leaveRoom().leave(new LeaveRoom.Command(minji, room));
    matchmaking.community.deliver();

    cancel(matchmaking.community.admin("admin"), room);

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_room_that_was_confirmed_keeps_its_people_when_it_is_hidden() {
    RoomId room = open(minji, 3, "gaepo");
    MatchRequestId request = seated(jun);
    Caller dohun = matchmaking.newcomer("dohun");
    matchmaking.community.rooms().joinRoom().join(new JoinRoom.Command(dohun, room));
    matchmaking.community.rooms().waitForSeat().queue(new WaitForSeat.Command(sora, room));
    matchmaking
        .community
        .rooms()
        .confirmRoom()
        .confirm(new ConfirmRoom.Command(minji, room, Optional.empty()));

    hide(room);

    assertThat(matchmaking.state(jun, request).room()).contains(room);
    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.MATCHED);
  }

  @Test
  void who_has_become_the_host_of_a_room_that_is_hidden_waits_again() {
    RoomId room = open(minji, 3, "gaepo");
    MatchRequestId request = seated(jun);
    matchmaking.community.rooms().leaveRoom().leave(new LeaveRoom.Command(minji, room));
    matchmaking.community.deliver();

    hide(room);

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void whoever_has_asked_for_another_group_since_the_seat_is_content_with_that() {
    RoomId room = open(minji, 3, "gaepo");
    MatchRequestId request = seated(jun);
    MatchRequestId next = matchmaking.submit(Ask.by(jun).at("out"));

    cancel(minji, room);

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(matchmaking.status(jun, next)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_party_whose_room_is_cancelled_waits_again_without_the_friend_who_left() {
    RoomId room = open(minji, 4, "gaepo");
    Caller dohun = matchmaking.newcomer("dohun");
    MatchRequestId leading =
        matchmaking.submit(Ask.by(jun).sizes(2, 4).orInRooms().with("sora", "dohun"));
    MatchRequestId companion = matchmaking.answer(sora, leading, true);
    MatchRequestId left = matchmaking.answer(dohun, leading, true);
    assertThat(matchmaking.state(jun, leading).room()).contains(room);
    matchmaking.community.rooms().leaveRoom().leave(new LeaveRoom.Command(dohun, room));

    cancel(minji, room);

    assertThat(matchmaking.status(jun, leading)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.state(jun, leading).people()).isEqualTo(2);
    assertThat(matchmaking.status(sora, companion)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(dohun, left)).isEqualTo(MatchRequestStatus.CANCELLED);
  }

  @Test
  void a_party_takes_seats_together_or_none() {
    RoomId small = open(minji, 2, "gaepo");
    MatchRequestId leading = matchmaking.submit(Ask.by(jun).sizes(3, 4).orInRooms().with("sora"));
    MatchRequestId companion = matchmaking.answer(sora, leading, true);
    assertThat(matchmaking.status(jun, leading)).isEqualTo(MatchRequestStatus.WAITING);

    RoomId room = open(matchmaking.newcomer("host"), 3, "out");
    matchmaking.community.deliver();

    assertThat(matchmaking.state(jun, leading).room()).contains(room).isNotEqualTo(small);
    assertThat(matchmaking.state(sora, companion).room()).contains(room);
    assertThat(matchmaking.told(sora)).contains(NotificationType.MATCH_SEATED);
  }
}
