package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.LocalizedName;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchRequestTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final Instant END = NOW.plus(PATIENCE);
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final MatchRequestId ID = new MatchRequestId(new UUID(0, 1));
  private static final MatchRequestId COMPANION = new MatchRequestId(new UUID(1, 1));
  private static final MemberId MEMBER = new MemberId(new UUID(0, 2));
  private static final MemberId FRIEND = new MemberId(new UUID(1, 2));
  private static final MemberId OTHER_FRIEND = new MemberId(new UUID(2, 2));
  private static final MeetingId MEETING = new MeetingId(new UUID(0, 3));
  private static final MeetingId OTHER_MEETING = new MeetingId(new UUID(1, 3));
  private static final MatchProposalId PROPOSAL = new MatchProposalId(new UUID(0, 4));
  private static final RoomId ROOM = new RoomId(new UUID(0, 5));
  private static final RoomSeat SEAT = new RoomSeat(ROOM, 3);
  private static final CategoryKey MEAL = new CategoryKey("meal");
  private static final Category CATEGORY =
      new Category(
          MEAL, new LocalizedName("식사", "Meal"), List.of(), new GroupSize(2, 4), 4, PATIENCE);
  private static final MatchRequest.Wish WISH =
      MatchRequest.Wish.of(AllOf.ANYTHING, new GroupSize(2, 4));

  private static MatchRequest submit(Optional<Instant> expiresAt) {
    return MatchRequest.submit(ID, MEMBER, CATEGORY, WISH, List.of(), expiresAt, NOW);
  }

  private static MatchRequest submit() {
    return submit(Optional.empty());
  }

  private static MatchRequest inviting(MemberId... friends) {
    return MatchRequest.submit(ID, MEMBER, CATEGORY, WISH, List.of(friends), Optional.empty(), NOW);
  }

  private static MatchRequest proposed() {
    MatchRequest request = submit();
    request.propose(PROPOSAL, LATER, NOW);
    request.pullEvents();
    return request;
  }

  private static MatchRequest inOpenGroup() {
    MatchRequest request = submit();
    request.match(MEETING, Optional.of(END), AllOf.ANYTHING, 2, NOW);
    request.pullEvents();
    return request;
  }

  private static MatchRequestStatus status(MatchRequest request) {
    return request.snapshot().status();
  }

  private static DomainException refused(ErrorCode code, Runnable change) {
    DomainException refusal = catchThrowableOfType(DomainException.class, change::run);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    return refusal;
  }

  private static void invalid(String pointer, String code, Runnable change) {
    assertThat(refused(SharedError.INVALID_INPUT, change).fieldErrors())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.pointer()).isEqualTo(pointer);
          assertThat(error.code()).isEqualTo(code);
        });
  }

  @Test
  void a_new_request_waits_for_the_patience_of_its_category() {
    MatchRequest request = submit();

    MatchRequest.Snapshot state = request.snapshot();
    assertThat(state.status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(state.submittedAt()).isEqualTo(NOW);
    assertThat(state.expiresAt()).isEqualTo(END);
    assertThat(state.meeting()).isEmpty();
    assertThat(state.leads()).isTrue();
    assertThat(state.isLive()).isTrue();
    assertThat(state.isInPool()).isTrue();
    assertThat(state.people()).isEqualTo(1);
    assertThat(state.members()).containsExactly(MEMBER);
    assertThat(request.isWaiting(END.minus(1, ChronoUnit.MICROS))).isTrue();
    assertThat(request.isWaiting(END)).isFalse();
    assertThat(request.pullEvents())
        .containsExactly(new MatchRequestEvent.MatchRequestSubmitted(ID, MEMBER, MEAL, NOW));
    assertThat(request.pullEvents()).isEmpty();
  }

  @Test
  void a_member_may_be_more_or_less_patient_within_limits() {
    Instant least = NOW.plus(Category.LEAST_PATIENCE);
    Instant most = NOW.plus(Category.MOST_PATIENCE);
    assertThat(submit(Optional.of(least)).snapshot().expiresAt()).isEqualTo(least);
    assertThat(submit(Optional.of(most)).snapshot().expiresAt()).isEqualTo(most);

    for (Instant soon : List.of(NOW, least.minus(1, ChronoUnit.MICROS))) {
      invalid("/expiresAt", "TOO_SOON", () -> submit(Optional.of(soon)));
    }
    invalid(
        "/expiresAt", "TOO_FAR_AHEAD", () -> submit(Optional.of(most.plus(1, ChronoUnit.MICROS))));
  }

  @Test
  void the_end_is_kept_to_the_microsecond() {
    assertThat(submit(Optional.of(END.plusNanos(1_999))).snapshot().expiresAt())
        .isEqualTo(END.plusNanos(1_000));
  }

  // --- Friends -----------------------------------------------------------------------------------

  @Test
  void who_asks_friends_waits_for_their_answers_first() {
    MatchRequest request = inviting(FRIEND, OTHER_FRIEND);

    assertThat(status(request)).isEqualTo(MatchRequestStatus.INVITING);
    assertThat(request.isWaiting(NOW)).isFalse();
    assertThat(request.snapshot().isLive()).isTrue();
    assertThat(request.snapshot().isInPool()).isFalse();
    assertThat(request.snapshot().people()).isEqualTo(1);
    assertThat(request.pullEvents())
        .containsExactly(
            new MatchRequestEvent.CompanionInvited(ID, MEMBER, MEAL, FRIEND, NOW),
            new MatchRequestEvent.CompanionInvited(ID, MEMBER, MEAL, OTHER_FRIEND, NOW));
    refused(
        MatchingError.REQUEST_NOT_WAITING,
        () -> request.match(MEETING, Optional.empty(), AllOf.ANYTHING, 2, NOW));
  }

  @Test
  void the_last_answer_begins_the_wait() {
    MatchRequest request = inviting(FRIEND, OTHER_FRIEND);
    request.pullEvents();

    MatchRequest companion = request.accept(FRIEND, COMPANION, NOW);
    assertThat(status(request)).isEqualTo(MatchRequestStatus.INVITING);
    assertThat(status(companion)).isEqualTo(MatchRequestStatus.INVITING);
    request.decline(OTHER_FRIEND, LATER);
    companion.follow(request);

    MatchRequest.Snapshot state = request.snapshot();
    assertThat(state.status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(state.submittedAt()).isEqualTo(LATER);
    assertThat(state.expiresAt()).isEqualTo(END);
    assertThat(state.people()).isEqualTo(2);
    assertThat(state.members()).containsExactly(MEMBER, FRIEND);
    assertThat(state.companions()).containsExactly(COMPANION);
    assertThat(companion.snapshot().status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(companion.snapshot().submittedAt()).isEqualTo(LATER);
    assertThat(companion.snapshot().expiresAt()).isEqualTo(END);
    assertThat(companion.snapshot().leader()).contains(ID);
    assertThat(companion.snapshot().leads()).isFalse();
    assertThat(companion.snapshot().member()).isEqualTo(FRIEND);
    assertThat(companion.pullEvents()).isEmpty();
    assertThat(request.pullEvents())
        .containsExactlyInAnyOrder(
            new MatchRequestEvent.CompanionAnswered(ID, MEMBER, MEAL, FRIEND, true, NOW),
            new MatchRequestEvent.CompanionAnswered(ID, MEMBER, MEAL, OTHER_FRIEND, false, LATER),
            new MatchRequestEvent.MatchRequestSubmitted(ID, MEMBER, MEAL, LATER));
  }

  @Test
  void an_invitation_is_answered_once_in_time_and_by_the_invited() {
    MatchRequest request = inviting(FRIEND, OTHER_FRIEND);
    MatchRequest.Snapshot before = request.snapshot();

    refused(MatchingError.NOT_INVITED, () -> request.accept(MEMBER, COMPANION, NOW));
    refused(MatchingError.NOT_INVITED, () -> request.decline(MEMBER, NOW));
    refused(MatchingError.INVITATION_CLOSED, () -> request.accept(FRIEND, COMPANION, END));
    assertThat(request.snapshot()).isEqualTo(before);

    request.decline(FRIEND, NOW);
    refused(MatchingError.INVITATION_CLOSED, () -> request.accept(FRIEND, COMPANION, NOW));
    request.startWithoutTheRest(NOW);
    refused(MatchingError.INVITATION_CLOSED, () -> request.accept(OTHER_FRIEND, COMPANION, NOW));
  }

  @Test
  void who_starts_without_the_rest_does_not_wait_for_them() {
    MatchRequest request = inviting(FRIEND, OTHER_FRIEND);
    request.accept(FRIEND, COMPANION, NOW);
    request.pullEvents();

    request.startWithoutTheRest(LATER);

    assertThat(status(request)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(request.snapshot().invitations())
        .extracting(Invitation::answer)
        .containsExactly(Invitation.Answer.ACCEPTED, Invitation.Answer.UNANSWERED);
    assertThat(request.pullEvents())
        .containsExactly(new MatchRequestEvent.MatchRequestSubmitted(ID, MEMBER, MEAL, LATER));
    refused(MatchingError.REQUEST_NOT_WAITING, () -> request.startWithoutTheRest(LATER));
    refused(MatchingError.REQUEST_NOT_WAITING, () -> inviting(FRIEND).startWithoutTheRest(END));
  }

  @Test
  void a_companion_who_leaves_leaves_the_others_waiting() {
    MatchRequest request = inviting(FRIEND, OTHER_FRIEND);
    request.accept(FRIEND, COMPANION, NOW);
    request.decline(OTHER_FRIEND, NOW);
    request.pullEvents();

    request.leaveParty(FRIEND, LATER);
    request.leaveParty(FRIEND, LATER);
    request.leaveParty(OTHER_FRIEND, LATER);

    assertThat(status(request)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(request.snapshot().people()).isEqualTo(1);
    assertThat(request.snapshot().companions()).isEmpty();
    assertThat(request.pullEvents())
        .containsExactly(
            new MatchRequestEvent.CompanionAnswered(ID, MEMBER, MEAL, FRIEND, false, LATER));
  }

  @Test
  void a_party_has_three_friends_at_most_each_once_and_fits_into_its_group() {
    MemberId third = new MemberId(new UUID(3, 2));
    MemberId fourth = new MemberId(new UUID(4, 2));
    assertThat(inviting(FRIEND, OTHER_FRIEND, third).snapshot().invitations()).hasSize(3);

    invalid("/party", "TOO_MANY", () -> inviting(FRIEND, OTHER_FRIEND, third, fourth));
    invalid("/party/1", "DUPLICATE", () -> inviting(FRIEND, FRIEND));
    invalid("/party/0", "DUPLICATE", () -> inviting(MEMBER));
    invalid(
        "/party",
        "LARGER_THAN_GROUP",
        () ->
            MatchRequest.submit(
                ID,
                MEMBER,
                CATEGORY,
                MatchRequest.Wish.of(AllOf.ANYTHING, new GroupSize(2, 2)),
                List.of(FRIEND, OTHER_FRIEND),
                Optional.empty(),
                NOW));
  }

  @Test
  void invitations_that_stay_open_end_with_the_time() {
    MatchRequest request = inviting(FRIEND);
    request.pullEvents();

    request.expire(EndReason.NOBODY_SUITED, END.minus(1, ChronoUnit.MICROS));
    assertThat(status(request)).isEqualTo(MatchRequestStatus.INVITING);
    request.expire(EndReason.NOBODY_SUITED, END);

    assertThat(status(request)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(request.pullEvents())
        .containsExactly(
            new MatchRequestEvent.MatchRequestExpired(
                ID, MEMBER, MEAL, EndReason.INVITATIONS_UNANSWERED, END));
  }

  @Test
  void who_still_invites_may_take_it_back() {
    MatchRequest request = inviting(FRIEND);

    request.cancel(EndReason.TAKEN_BACK, NOW);

    assertThat(status(request)).isEqualTo(MatchRequestStatus.CANCELLED);
    refused(MatchingError.INVITATION_CLOSED, () -> request.accept(FRIEND, COMPANION, NOW));
    refused(MatchingError.REQUEST_NOT_WAITING, () -> request.startWithoutTheRest(NOW));
  }

  // --- A group -----------------------------------------------------------------------------------

  @Test
  void a_matched_request_has_a_meeting_and_cannot_be_taken_back() {
    MatchRequest request = submit();
    request.pullEvents();

    request.match(MEETING, Optional.empty(), AllOf.ANYTHING, 2, NOW);

    assertThat(status(request)).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(request.snapshot().meeting()).contains(MEETING);
    assertThat(request.snapshot().isLive()).isFalse();
    assertThat(request.snapshot().isInPool()).isFalse();
    assertThat(request.isInOpenGroup()).isFalse();
    assertThat(request.isUndecided()).isFalse();
    assertThat(request.pullEvents())
        .containsExactly(
            new MatchRequestEvent.MatchRequestMatched(ID, MEMBER, MEAL, MEETING, List.of(), NOW));
    assertThat(
            refused(MatchingError.ALREADY_MATCHED, () -> request.cancel(EndReason.TAKEN_BACK, NOW))
                .details())
        .containsEntry("meetingId", MEETING);
    refused(
        MatchingError.REQUEST_NOT_WAITING,
        () -> request.match(MEETING, Optional.empty(), AllOf.ANYTHING, 2, NOW));
  }

  @Test
  void who_is_matched_is_told_of_the_steps_without_which_the_group_would_not_suit() {
    FacetKey place = new FacetKey("place");
    FacetKey way = new FacetKey("way");
    MatchRequest.Wish wish =
        new MatchRequest.Wish(
            new AllOf(Map.of(place, option("gaepo"), way, option("eat-out"))),
            new GroupSize(3, 4),
            List.of(
                new Relaxation.AnyValue(way, Duration.ofMinutes(5)),
                new Relaxation.AnyValue(place, Duration.ofMinutes(10)),
                new Relaxation.AnyValue(new FacetKey("time"), Duration.ofMinutes(10)),
                new Relaxation.SmallerGroup(2, Duration.ofMinutes(15))),
            false);
    MatchRequest request =
        MatchRequest.submit(ID, MEMBER, CATEGORY, wish, List.of(), Optional.empty(), NOW);
    request.pullEvents();
    AllOf agreed =
        new AllOf(
            Map.of(
                place, option("out"), way, option("eat-out"), new FacetKey("time"), option("tea")));

    request.match(MEETING, Optional.empty(), agreed, 3, NOW);

    assertThat(request.pullEvents())
        .containsExactly(
            new MatchRequestEvent.MatchRequestMatched(
                ID, MEMBER, MEAL, MEETING, List.of("place"), NOW));
    assertThat(wish.stepsFor(agreed, 2)).containsExactly("place", "size");
    assertThat(wish.stepsFor(wish.condition(), 4)).isEmpty();
    assertThat(wish.stepsFor(AllOf.ANYTHING, 3)).isEmpty();
  }

  private static OneOf option(String key) {
    return new OneOf(List.of(key));
  }

  @Test
  void a_request_with_a_seat_is_matched_and_names_the_room() {
    MatchRequest request = submit();
    request.pullEvents();

    request.seat(SEAT, NOW);

    assertThat(status(request)).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(request.snapshot().room()).contains(ROOM);
    assertThat(request.snapshot().isLive()).isFalse();
    assertThat(request.pullEvents())
        .containsExactly(new MatchRequestEvent.MatchRequestSeated(ID, MEMBER, MEAL, ROOM, NOW));
    assertThat(
            refused(MatchingError.ALREADY_MATCHED, () -> request.cancel(EndReason.TAKEN_BACK, NOW))
                .details())
        .containsEntry("roomId", ROOM);
    refused(MatchingError.REQUEST_NOT_WAITING, () -> request.seat(SEAT, NOW));
    request.reopenGroup(LATER);
    assertThat(request.isInOpenGroup()).isFalse();
  }

  @Test
  void a_request_in_an_open_group_is_live_until_the_group_is_fixed() {
    MatchRequest request = inOpenGroup();

    assertThat(request.isInOpenGroup()).isTrue();
    assertThat(request.snapshot().isLive()).isTrue();
    assertThat(request.snapshot().isInPool()).isTrue();
    assertThat(request.snapshot().openUntil()).contains(END);

    request.closeGroup();

    assertThat(status(request)).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(request.isInOpenGroup()).isFalse();
    assertThat(request.snapshot().isLive()).isFalse();
    assertThat(request.pullEvents()).isEmpty();
  }

  @Test
  void a_request_in_an_open_group_may_be_moved_to_another_one() {
    MatchRequest request = inOpenGroup();

    request.move(MEETING, Optional.of(LATER), NOW);
    assertThat(request.snapshot().openUntil()).contains(LATER);
    assertThat(request.pullEvents()).isEmpty();

    request.move(OTHER_MEETING, Optional.empty(), NOW);
    assertThat(request.snapshot().meeting()).contains(OTHER_MEETING);
    assertThat(request.pullEvents())
        .containsExactly(
            new MatchRequestEvent.MatchRequestMoved(ID, MEMBER, MEAL, OTHER_MEETING, NOW));
    refused(MatchingError.REQUEST_NOT_WAITING, () -> request.move(MEETING, Optional.empty(), NOW));
    refused(MatchingError.REQUEST_NOT_WAITING, () -> request.returnToWaiting(NOW));
  }

  @Test
  void a_fixed_group_may_be_opened_again_for_a_free_seat() {
    MatchRequest request = inOpenGroup();
    request.closeGroup();

    request.reopenGroup(LATER);

    assertThat(request.isInOpenGroup()).isTrue();
    assertThat(request.snapshot().openUntil()).contains(LATER);
    MatchRequest waiting = submit();
    waiting.reopenGroup(LATER);
    assertThat(waiting.snapshot().openUntil()).isEmpty();
  }

  @Test
  void who_loses_an_open_group_waits_again_with_their_age() {
    MatchRequest request = inOpenGroup();

    request.returnToWaiting(LATER);

    MatchRequest.Snapshot state = request.snapshot();
    assertThat(state.status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(state.submittedAt()).isEqualTo(NOW);
    assertThat(state.meeting()).isEmpty();
    assertThat(state.openUntil()).isEmpty();
    assertThat(request.pullEvents())
        .containsExactly(new MatchRequestEvent.MatchRequestReturned(ID, MEMBER, MEAL, LATER));
    refused(MatchingError.REQUEST_NOT_WAITING, () -> request.returnToWaiting(LATER));
  }

  @Test
  void who_loses_a_group_when_their_time_is_over_has_expired() {
    MatchRequest request = inOpenGroup();

    request.returnToWaiting(END);

    assertThat(status(request)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(request.snapshot().endReason()).contains(EndReason.GROUP_FELL_APART);
    assertThat(request.snapshot().meeting()).isEmpty();
    assertThat(request.pullEvents())
        .containsExactly(
            new MatchRequestEvent.MatchRequestExpired(
                ID, MEMBER, MEAL, EndReason.GROUP_FELL_APART, END));
  }

  @Test
  void a_proposed_request_is_asked_about_its_group() {
    MatchRequest request = submit();
    request.pullEvents();

    request.propose(PROPOSAL, LATER, NOW);

    assertThat(status(request)).isEqualTo(MatchRequestStatus.PROPOSED);
    assertThat(request.snapshot().proposal()).contains(PROPOSAL);
    assertThat(request.snapshot().isLive()).isTrue();
    assertThat(request.snapshot().isInPool()).isFalse();
    assertThat(request.isWaiting(NOW)).isFalse();
    assertThat(request.isUndecided()).isTrue();
    assertThat(request.pullEvents())
        .containsExactly(new MatchRequestEvent.MatchRequestProposed(ID, MEMBER, MEAL, LATER, NOW));
    refused(MatchingError.REQUEST_NOT_WAITING, () -> request.propose(PROPOSAL, LATER, NOW));
    refused(MatchingError.REQUEST_NOT_WAITING, () -> request.seat(SEAT, NOW));
  }

  @Test
  void a_proposed_request_is_matched_even_when_its_own_time_is_over() {
    MatchRequest request = proposed();

    request.match(MEETING, Optional.empty(), AllOf.ANYTHING, 2, END);

    assertThat(status(request)).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(request.snapshot().proposal()).isEmpty();
    assertThat(request.snapshot().meeting()).contains(MEETING);
  }

  @Test
  void a_proposed_request_waits_again_with_its_age_or_has_expired() {
    MatchRequest early = proposed();
    early.returnToWaiting(LATER);
    assertThat(status(early)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(early.snapshot().submittedAt()).isEqualTo(NOW);
    assertThat(early.snapshot().proposal()).isEmpty();

    MatchRequest late = proposed();
    late.returnToWaiting(END);
    assertThat(status(late)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(late.snapshot().proposal()).isEmpty();
  }

  @Test
  void a_proposed_request_does_not_expire_before_its_group_is_decided() {
    MatchRequest request = proposed();

    request.expire(EndReason.NOBODY_SUITED, END);

    assertThat(status(request)).isEqualTo(MatchRequestStatus.PROPOSED);
    assertThat(request.pullEvents()).isEmpty();
  }

  @Test
  void who_is_asked_about_a_group_may_be_out() {
    MatchRequest request = proposed();

    request.cancel(EndReason.PROPOSAL_DECLINED, NOW);

    assertThat(status(request)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(request.snapshot().proposal()).isEmpty();
    assertThat(request.snapshot().endReason()).contains(EndReason.PROPOSAL_DECLINED);
  }

  // --- The end -----------------------------------------------------------------------------------

  @Test
  void a_request_taken_back_twice_is_taken_back_once() {
    MatchRequest request = submit();
    request.pullEvents();

    request.cancel(EndReason.TAKEN_BACK, NOW);
    request.cancel(EndReason.MEMBER_INACTIVE, NOW);

    assertThat(status(request)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(request.snapshot().endReason()).contains(EndReason.TAKEN_BACK);
    assertThat(request.snapshot().isLive()).isFalse();
    assertThat(request.pullEvents())
        .containsExactly(
            new MatchRequestEvent.MatchRequestCancelled(
                ID, MEMBER, MEAL, EndReason.TAKEN_BACK, NOW));
    assertThat(
            refused(
                    MatchingError.REQUEST_NOT_WAITING,
                    () -> request.match(MEETING, Optional.empty(), AllOf.ANYTHING, 2, NOW))
                .details())
        .containsEntry("status", MatchRequestStatus.CANCELLED);
  }

  @Test
  void a_request_expires_at_its_end_and_not_before() {
    MatchRequest request = submit();
    request.pullEvents();

    request.expire(EndReason.NO_GROUP_POSSIBLE, END.minus(1, ChronoUnit.MICROS));
    assertThat(status(request)).isEqualTo(MatchRequestStatus.WAITING);
    request.expire(EndReason.NO_GROUP_POSSIBLE, END);
    request.expire(EndReason.NOBODY_SUITED, END.plusSeconds(1));

    assertThat(status(request)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(request.snapshot().endReason()).contains(EndReason.NO_GROUP_POSSIBLE);
    assertThat(request.pullEvents())
        .containsExactly(
            new MatchRequestEvent.MatchRequestExpired(
                ID, MEMBER, MEAL, EndReason.NO_GROUP_POSSIBLE, END));
    refused(MatchingError.REQUEST_NOT_WAITING, () -> request.cancel(EndReason.TAKEN_BACK, END));
  }

  @Test
  void a_request_whose_time_is_over_is_not_matched_even_before_it_is_marked() {
    refused(
        MatchingError.REQUEST_NOT_WAITING,
        () -> submit().match(MEETING, Optional.empty(), AllOf.ANYTHING, 2, END));
    refused(MatchingError.REQUEST_NOT_WAITING, () -> submit().propose(PROPOSAL, END, END));
    refused(MatchingError.REQUEST_NOT_WAITING, () -> submit().seat(SEAT, END));
  }

  @ParameterizedTest
  @EnumSource
  void members_bring_about_knowingly_what_they_answer_themselves(EndReason reason) {
    assertThat(reason.isOwnDoing())
        .isEqualTo(
            Set.of(EndReason.TAKEN_BACK, EndReason.PROPOSAL_DECLINED, EndReason.COULD_NOT_COME)
                .contains(reason));
  }

  // --- The state ---------------------------------------------------------------------------------

  @Test
  void less_is_asked_for_with_age() {
    FacetKey place = new FacetKey("place");
    AllOf gaepo = new AllOf(Map.of(place, new OneOf(List.of("gaepo"))));
    MatchRequest.Snapshot state =
        MatchRequest.submit(
                ID,
                MEMBER,
                CATEGORY,
                new MatchRequest.Wish(
                    gaepo,
                    new GroupSize(2, 4),
                    List.of(new Relaxation.AnyValue(place, Duration.ofMinutes(10))),
                    false),
                List.of(),
                Optional.empty(),
                NOW)
            .snapshot();

    Instant relaxed = NOW.plus(Duration.ofMinutes(10));
    assertThat(state.conditionAt(relaxed.minusNanos(1_000))).isEqualTo(gaepo);
    assertThat(state.conditionAt(relaxed)).isEqualTo(AllOf.ANYTHING);
  }

  @Test
  void who_loses_a_seat_waits_again_while_there_is_time() {
    MatchRequest request = submit();
    refused(MatchingError.REQUEST_NOT_WAITING, () -> request.loseSeat(NOW));
    request.seat(SEAT, NOW);
    assertThat(request.isSeatedIn(ROOM)).isTrue();
    assertThat(request.isSeatedIn(new RoomId(new UUID(1, 5)))).isFalse();
    request.pullEvents();

    request.loseSeat(LATER);

    assertThat(request.snapshot().status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(request.snapshot().room()).isEmpty();
    assertThat(request.isSeatedIn(ROOM)).isFalse();
    assertThat(request.pullEvents())
        .hasOnlyElementsOfType(MatchRequestEvent.MatchRequestReturned.class)
        .hasSize(1);

    request.seat(SEAT, LATER);
    request.loseSeat(END);
    assertThat(request.snapshot().status()).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(request.snapshot().endReason()).contains(EndReason.GROUP_FELL_APART);
  }

  @Test
  void who_gives_a_seat_up_has_no_request_any_more() {
    MatchRequest request = submit();
    request.seat(SEAT, NOW);

    request.leaveGroup(LATER);

    assertThat(request.snapshot().status()).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(request.snapshot().endReason()).contains(EndReason.COULD_NOT_COME);
    assertThat(request.snapshot().room()).isEmpty();
  }

  @Test
  void whose_seat_the_host_takes_waits_again_alone_with_the_age_they_had() {
    MatchRequest leading = inviting(FRIEND);
    MatchRequest companion = leading.accept(FRIEND, COMPANION, NOW);
    leading.seat(SEAT, NOW);
    companion.follow(leading);
    MatchRequest removed = MatchRequest.restore(leading.snapshot().stored());

    removed.loseOwnSeat(false, LATER);

    MatchRequest.Snapshot waiting = removed.snapshot();
    assertThat(waiting.status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(waiting.submittedAt()).isEqualTo(NOW);
    assertThat(waiting.members()).containsExactly(MEMBER);
    assertThat(waiting.room()).isEmpty();
    assertThat(removed.pullEvents())
        .hasOnlyElementsOfType(MatchRequestEvent.MatchRequestReturned.class)
        .hasSize(1);

    removed.loseOwnSeat(false, LATER);
    assertThat(removed.snapshot()).isEqualTo(waiting);
    assertThat(removed.pullEvents()).isEmpty();
  }

  @Test
  void a_companion_whose_seat_the_host_takes_leads_a_request_of_their_own() {
    MatchRequest leading = inviting(FRIEND);
    MatchRequest companion = leading.accept(FRIEND, COMPANION, NOW);
    assertThat(companion.snapshot().leads()).isFalse();
    companion.seat(SEAT, NOW);

    companion.loseOwnSeat(false, LATER);

    assertThat(companion.isWaiting(LATER)).isTrue();
    assertThat(companion.snapshot().leads()).isTrue();
  }

  @Test
  void whose_seat_the_host_takes_when_their_time_is_over_is_told_that_reason() {
    MatchRequest late = submit();
    late.seat(SEAT, NOW);
    MatchRequest elsewhere = submit();
    elsewhere.seat(SEAT, NOW);

    late.loseOwnSeat(false, END);
    elsewhere.loseOwnSeat(true, LATER);

    assertThat(late.snapshot().status()).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(late.snapshot().endReason()).contains(EndReason.REMOVED_FROM_ROOM);
    assertThat(elsewhere.snapshot().status()).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(elsewhere.snapshot().endReason()).contains(EndReason.REMOVED_FROM_ROOM);
    assertThat(elsewhere.snapshot().room()).isEmpty();
  }

  @Test
  void a_seat_is_given_up_with_its_number_or_a_later_one_of_the_same_room() {
    assertThat(SEAT.isUpTo(ROOM, 2)).isFalse();
    assertThat(SEAT.isUpTo(ROOM, 3)).isTrue();
    assertThat(SEAT.isUpTo(ROOM, 4)).isTrue();
    assertThat(SEAT.isUpTo(new RoomId(new UUID(1, 5)), 3)).isFalse();
  }

  @Test
  void who_is_not_to_hear_of_it_is_asked_all_the_same() {
    MatchRequest request =
        MatchRequest.submit(
            ID,
            MEMBER,
            CATEGORY,
            WISH,
            List.of(FRIEND, OTHER_FRIEND),
            Set.of(FRIEND),
            Optional.empty(),
            NOW);

    assertThat(request.snapshot().invitations())
        .extracting(Invitation::member)
        .containsExactly(FRIEND, OTHER_FRIEND);
    assertThat(request.pullEvents())
        .singleElement()
        .isInstanceOfSatisfying(
            MatchRequestEvent.CompanionInvited.class,
            invited -> assertThat(invited.companion()).isEqualTo(OTHER_FRIEND));
  }

  @Test
  void a_request_is_restored_as_stored_and_tells_no_events() {
    MatchRequest.Snapshot stored = inviting(FRIEND).snapshot().stored();

    MatchRequest restored = MatchRequest.restore(stored);

    assertThat(restored.snapshot()).isEqualTo(stored);
    assertThat(restored.pullEvents()).isEmpty();
    assertThat(stored.version()).isEqualTo(new Version(1));
  }

  @Test
  void all_events_of_a_pool_share_its_key() {
    MatchRequest request = inviting(FRIEND);
    request.accept(FRIEND, COMPANION, NOW);
    request.propose(PROPOSAL, LATER, NOW);
    request.returnToWaiting(NOW);
    request.match(MEETING, Optional.of(END), AllOf.ANYTHING, 2, NOW);
    request.move(OTHER_MEETING, Optional.of(END), NOW);
    request.returnToWaiting(END);
    MatchRequest other = submit();
    other.seat(SEAT, NOW);
    MatchRequest last = submit();
    last.cancel(EndReason.TAKEN_BACK, NOW);

    List<MatchRequestEvent> events = new ArrayList<>(request.pullEvents());
    events.addAll(other.pullEvents());
    events.addAll(last.pullEvents());
    assertThat(events.stream().map(Object::getClass).distinct())
        .hasSize(MatchRequestEvent.class.getPermittedSubclasses().length);
    assertThat(events).allSatisfy(event -> assertThat(event.key()).isEqualTo("pool:meal"));
  }

  /** Whatever happens in whatever order, a request ends once, and a refusal changes nothing. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_request_ends_in_exactly_one_way(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      MatchRequest request = random.nextBoolean() ? submit() : inviting(FRIEND);
      request.pullEvents();
      int ends = 0;
      for (int step = 0; step < 12; step++) {
        MatchRequest.Snapshot before = request.snapshot();
        Instant now = NOW.plus(Duration.ofMinutes(random.nextInt(40)));
        try {
          change(request, random.nextInt(11), now);
        } catch (DomainException refusal) {
          assertThat(request.snapshot()).isEqualTo(before);
        }
        ends += (int) request.pullEvents().stream().filter(MatchRequestTest::isEnd).count();
        MatchRequest.Snapshot after = request.snapshot();
        if (!before.isLive() && before.room().equals(after.room())) {
          assertThat(after).isEqualTo(before);
        }
        boolean isMatched = after.status() == MatchRequestStatus.MATCHED;
        assertThat(after.meeting().isPresent() || after.room().isPresent()).isEqualTo(isMatched);
        assertThat(after.proposal().isPresent())
            .isEqualTo(after.status() == MatchRequestStatus.PROPOSED);
        assertThat(after.endReason().isPresent()).isEqualTo(ends == 1);
        assertThat(ends)
            .isEqualTo(
                after.status() == MatchRequestStatus.CANCELLED
                        || after.status() == MatchRequestStatus.EXPIRED
                    ? 1
                    : 0);
      }
    }
  }

  private static void change(MatchRequest request, int which, Instant now) {
    switch (which) {
      case 0 -> request.cancel(EndReason.TAKEN_BACK, now);
      case 1 -> request.match(MEETING, Optional.empty(), AllOf.ANYTHING, 2, now);
      case 2 -> request.match(MEETING, Optional.of(END), AllOf.ANYTHING, 2, now);
      case 3 -> request.propose(PROPOSAL, END, now);
      case 4 -> request.returnToWaiting(now);
      case 5 -> request.move(OTHER_MEETING, Optional.of(END), now);
      case 6 -> request.seat(SEAT, now);
      case 7 -> request.decline(FRIEND, now);
      case 8 -> request.closeGroup();
      case 9 -> request.loseOwnSeat(now.isAfter(LATER), now);
      default -> request.expire(EndReason.NOBODY_SUITED, now);
    }
  }

  private static boolean isEnd(MatchRequestEvent event) {
    return event instanceof MatchRequestEvent.MatchRequestCancelled
        || event instanceof MatchRequestEvent.MatchRequestExpired;
  }
}
