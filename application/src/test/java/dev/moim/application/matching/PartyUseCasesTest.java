package dev.moim.application.matching;

import static dev.moim.testkit.Refusals.assertInvalid;
import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.ListInvitations.InvitationView;
import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.meeting.port.in.CannotCome;
import dev.moim.application.member.port.in.WarnMember;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.Invitation;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.Origin;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Friends who look for company together. */
class PartyUseCasesTest {
  private final Matchmaking matchmaking = new Matchmaking();
  private final Caller minji = matchmaking.newcomer("minji");
  private final Caller jun = matchmaking.newcomer("jun");
  private final Caller sora = matchmaking.newcomer("sora");

  private List<InvitationView> invitations(Caller friend) {
    return matchmaking.matching().listInvitations().list(friend);
  }

  @Test
  void a_party_waits_for_the_last_answer_and_stays_together() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 3).with("jun"));
    assertThat(matchmaking.status(minji, leading)).isEqualTo(MatchRequestStatus.INVITING);
    MatchRequestId alone = matchmaking.submit(Ask.by(sora).sizes(3, 3));
    assertThat(matchmaking.status(sora, alone)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(invitations(jun))
        .singleElement()
        .satisfies(invitation -> {
          assertThat(invitation.request().id()).isEqualTo(leading);
          assertThat(invitation.nickname()).contains("minji");
        });

    MatchRequestId companion = matchmaking.answer(jun, leading, true);

    assertThat(invitations(jun)).isEmpty();
    MatchRequest.Snapshot matched = matchmaking.state(minji, leading);
    assertThat(matched.status()).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(matchmaking.state(jun, companion).meeting()).isEqualTo(matched.meeting());
    assertThat(matchmaking.state(sora, alone).meeting()).isEqualTo(matched.meeting());
    assertThat(matchmaking.people(jun, matchmaking.meeting(jun, companion)))
        .containsExactlyInAnyOrder("minji", "jun", "sora");
    assertThat(matchmaking.told(minji))
        .containsExactly(NotificationType.MATCH_MADE, NotificationType.COMPANION_COMES);
    assertThat(matchmaking.told(jun))
        .containsExactly(NotificationType.MATCH_MADE, NotificationType.MATCH_INVITED);
    assertThat(matchmaking.told(sora)).containsExactly(NotificationType.MATCH_MADE);
  }

  @Test
  void each_of_a_party_sees_who_comes() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).with("jun", "sora"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);

    assertThat(matchmaking.view(minji, leading).party())
        .containsExactly(
            new MatchRequestView.Companion(
                jun.id(), Optional.of("jun"), Invitation.Answer.ACCEPTED),
            new MatchRequestView.Companion(sora.id(), Optional.of("sora"), Invitation.Answer.OPEN));
    assertThat(matchmaking.view(jun, companion).party())
        .containsExactly(
            new MatchRequestView.Companion(
                minji.id(), Optional.of("minji"), Invitation.Answer.ACCEPTED));
    assertRefused(MatchingError.MATCH_REQUEST_NOT_FOUND, () -> matchmaking.view(sora, leading));
  }

  @Test
  void an_invitation_names_who_invites_and_where_to_answer() {
    matchmaking.submit(Ask.by(minji).with("jun"));

    assertThat(matchmaking.community.told(jun))
        .singleElement()
        .satisfies(notification -> {
          assertThat(notification.type()).isEqualTo(NotificationType.MATCH_INVITED);
          assertThat(notification.arguments())
              .isEqualTo(Map.of("nickname", "minji", "category", "meal"));
          assertThat(notification.link()).isEqualTo("/match");
        });
    assertThat(matchmaking.community.told(minji)).isEmpty();
  }

  @Test
  void a_party_does_without_who_declines() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).with("jun"));
    MatchRequestId other = matchmaking.submit(Ask.by(sora));

    assertThat(matchmaking.answer(jun, leading, false)).isEqualTo(leading);

    assertThat(matchmaking.meeting(minji, leading)).isEqualTo(matchmaking.meeting(sora, other));
    assertThat(matchmaking.people(minji, matchmaking.meeting(minji, leading)))
        .containsExactlyInAnyOrder("minji", "sora");
    assertThat(matchmaking.told(minji)).contains(NotificationType.COMPANION_STAYS_AWAY);
    assertThat(matchmaking.told(jun)).containsExactly(NotificationType.MATCH_INVITED);
    assertRefused(MatchingError.INVITATION_CLOSED, () -> matchmaking.answer(jun, leading, true));
  }

  @Test
  void who_starts_without_the_rest_waits_at_once() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).with("jun", "sora"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);
    assertRefused(
        MatchingError.MATCH_REQUEST_NOT_FOUND,
        () -> matchmaking.matching().startMatchRequest().start(jun, leading));
    assertRefused(
        MatchingError.REQUEST_NOT_WAITING,
        () -> matchmaking.matching().startMatchRequest().start(jun, companion));

    MatchRequestView view = matchmaking.matching().startMatchRequest().start(minji, leading);
    matchmaking.community.deliver();

    // Two who come together are a group of two by themselves.
    assertThat(view.request().status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(view.party())
        .extracting(MatchRequestView.Companion::answer)
        .containsExactly(Invitation.Answer.ACCEPTED, Invitation.Answer.UNANSWERED);
    assertThat(invitations(sora)).isEmpty();
    assertRefused(MatchingError.INVITATION_CLOSED, () -> matchmaking.answer(sora, leading, true));
    assertRefused(
        MatchingError.REQUEST_NOT_WAITING,
        () -> matchmaking.matching().startMatchRequest().start(minji, leading));
    assertThat(matchmaking.status(jun, companion)).isEqualTo(matchmaking.status(minji, leading));
  }

  @Test
  void a_companion_who_leaves_leaves_the_others_waiting() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 4).with("jun"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);
    assertThat(matchmaking.status(jun, companion)).isEqualTo(MatchRequestStatus.WAITING);

    matchmaking.cancel(jun, companion);

    assertThat(matchmaking.status(jun, companion)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.reason(jun, companion)).contains(EndReason.TAKEN_BACK);
    assertThat(matchmaking.status(minji, leading)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.told(minji))
        .containsExactly(NotificationType.COMPANION_STAYS_AWAY, NotificationType.COMPANION_COMES);
    assertThat(matchmaking.told(jun)).containsExactly(NotificationType.MATCH_INVITED);

    // One more would have been enough for the party; it is not for one alone.
    MatchRequestId other = matchmaking.submit(Ask.by(sora).sizes(3, 4));
    assertThat(matchmaking.status(sora, other)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(minji, leading)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_companion_may_leave_while_others_are_still_asked() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).with("jun", "sora"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);

    matchmaking.cancel(jun, companion);

    assertThat(matchmaking.status(minji, leading)).isEqualTo(MatchRequestStatus.INVITING);
    assertThat(matchmaking.state(minji, leading).people()).isEqualTo(1);
  }

  @Test
  void who_led_a_party_and_cannot_come_is_counted_as_one_and_the_others_go_on() {
    Caller four = matchmaking.newcomer("four");
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(4, 4).with("jun", "sora"));
    MatchRequestId next = matchmaking.answer(jun, leading, true);
    MatchRequestId last = matchmaking.answer(sora, leading, true);
    matchmaking.submit(Ask.by(four).sizes(4, 4));
    MeetingId meeting = matchmaking.meeting(minji, leading);

    matchmaking
        .community
        .meetings()
        .cannotCome()
        .cannotCome(new CannotCome.Command(minji, meeting));
    matchmaking.community.deliver();

    MatchRequest.Snapshot left = matchmaking.state(minji, leading);
    assertThat(left.endReason()).contains(EndReason.COULD_NOT_COME);
    assertThat(left.people()).isEqualTo(1);
    List<MatchRequest.Snapshot> party =
        List.of(matchmaking.state(jun, next), matchmaking.state(sora, last));
    assertThat(party).filteredOn(MatchRequest.Snapshot::leads).hasSize(1);
    assertThat(party.stream().filter(MatchRequest.Snapshot::leads).findFirst().orElseThrow())
        .satisfies(
            leads -> assertThat(leads.members()).containsExactlyInAnyOrder(jun.id(), sora.id()));
  }

  @Test
  void who_leads_ends_the_party() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 3).with("jun"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);

    matchmaking.cancel(minji, leading);

    assertThat(matchmaking.reason(minji, leading)).contains(EndReason.TAKEN_BACK);
    assertThat(matchmaking.status(jun, companion)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.reason(jun, companion)).contains(EndReason.PARTY_ENDED);
    assertThat(matchmaking.told(minji)).containsExactly(NotificationType.COMPANION_COMES);
    assertThat(matchmaking.community.told(jun))
        .first()
        .satisfies(notification -> {
          assertThat(notification.type()).isEqualTo(NotificationType.MATCH_ENDED);
          assertThat(notification.arguments())
              .isEqualTo(Map.of("reason", "PARTY_ENDED", "category", "meal"));
          assertThat(notification.link()).isEqualTo("/match-requests/" + companion);
        });
    MatchRequestId next = matchmaking.submit(Ask.by(sora).sizes(3, 3));
    assertThat(matchmaking.status(sora, next)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void friends_must_be_known_few_and_different() {
    assertInvalid(
        () -> matchmaking.ask(Ask.by(minji).with("jun", "nobody")), "/party/1 UNKNOWN_MEMBER");
    assertInvalid(() -> matchmaking.ask(Ask.by(minji).with("a", "b", "c", "d")), "/party TOO_MANY");
    assertInvalid(() -> matchmaking.ask(Ask.by(minji).with("jun", "jun")), "/party/1 DUPLICATE");
    assertInvalid(() -> matchmaking.ask(Ask.by(minji).with("minji")), "/party/0 DUPLICATE");
    assertInvalid(
        () -> matchmaking.ask(Ask.by(minji).sizes(2, 2).with("jun", "sora")),
        "/party LARGER_THAN_GROUP");
    assertThat(matchmaking.community.told(jun)).isEmpty();
  }

  @Test
  void who_keeps_apart_seems_not_to_answer_and_does_not_hear_of_it() {
    matchmaking.block(jun, minji);
    Caller dohun = matchmaking.newcomer("dohun");

    MatchRequestId leading = matchmaking.submit(Ask.by(minji).with("jun", "sora", "dohun"));

    assertThat(matchmaking.view(minji, leading).party())
        .extracting(MatchRequestView.Companion::answer)
        .containsOnly(Invitation.Answer.OPEN);
    assertThat(matchmaking.told(jun)).isEmpty();
    assertThat(matchmaking.told(dohun)).containsExactly(NotificationType.MATCH_INVITED);
    assertThat(matchmaking.matching().listInvitations().list(jun)).isEmpty();
    assertThat(matchmaking.matching().listInvitations().list(sora)).hasSize(1);
    assertRefused(MatchingError.INVITATION_CLOSED, () -> matchmaking.answer(jun, leading, true));
    matchmaking.answer(sora, leading, true);
    matchmaking.answer(dohun, leading, false);
    assertThat(matchmaking.status(minji, leading)).isEqualTo(MatchRequestStatus.INVITING);
    matchmaking.matching().startMatchRequest().start(minji, leading);
    assertThat(matchmaking.state(minji, leading).people()).isEqualTo(2);
    matchmaking.cancel(minji, leading);

    MatchRequestView again = matchmaking.matching().repeatMatchRequest().repeat(minji, leading);

    assertThat(again.party())
        .extracting(friend -> friend.nickname().orElseThrow())
        .containsExactly("jun", "sora", "dohun");
    assertThat(matchmaking.told(jun)).isEmpty();
  }

  @Test
  void a_friend_who_may_not_act_at_present_seems_not_to_answer() {
    Caller manager =
        matchmaking.community.newcomer(
            "manager", Role.MANAGER, matchmaking.community.admin("admin"));
    matchmaking
        .community
        .administration()
        .warnMember()
        .warn(new WarnMember.Command(manager, Origin.OPERATOR, jun.id(), "spam"));
    matchmaking.community.deliver();

    MatchRequestId leading = matchmaking.submit(Ask.by(minji).with("jun"));

    assertThat(matchmaking.status(minji, leading)).isEqualTo(MatchRequestStatus.INVITING);
  }

  @Test
  void what_others_answered_is_for_whoever_asked_them() {
    Caller dohun = matchmaking.newcomer("dohun");
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).with("jun", "sora", "dohun"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);
    matchmaking.answer(sora, leading, false);

    assertThat(matchmaking.view(jun, companion).party())
        .extracting(friend -> friend.nickname().orElseThrow())
        .containsExactly("minji");

    matchmaking.answer(dohun, leading, true);

    assertThat(matchmaking.view(jun, companion).party())
        .extracting(friend -> friend.nickname().orElseThrow())
        .containsExactly("minji", "dohun");
    assertThat(matchmaking.view(minji, leading).party()).hasSize(3);
  }

  @Test
  void only_the_invited_may_answer() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).with("jun"));

    assertRefused(MatchingError.NOT_INVITED, () -> matchmaking.answer(sora, leading, true));
    assertRefused(MatchingError.NOT_INVITED, () -> matchmaking.answer(minji, leading, true));
    assertRefused(
        MatchingError.NOT_INVITED, () -> matchmaking.answer(jun, Samples.matchRequestId(), false));
  }

  @Test
  void a_friend_who_waits_already_cannot_come_along_too() {
    MatchRequestId own = matchmaking.submit(Ask.by(jun).sizes(4, 4));
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).with("jun"));

    assertThat(
            assertRefused(
                    MatchingError.LIVE_REQUEST_EXISTS, () -> matchmaking.answer(jun, leading, true))
                .details())
        .containsEntry("matchRequestId", own);

    assertThat(matchmaking.status(minji, leading)).isEqualTo(MatchRequestStatus.INVITING);
    assertThat(invitations(jun)).hasSize(1);
    matchmaking.cancel(jun, own);
    assertThat(matchmaking.answer(jun, leading, true)).isNotEqualTo(leading);
  }

  @Test
  void a_companion_has_a_live_request_like_everybody() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 3).with("jun"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);

    assertThat(
            assertRefused(MatchingError.LIVE_REQUEST_EXISTS, () -> matchmaking.ask(Ask.by(jun)))
                .details())
        .containsEntry("matchRequestId", companion);
  }

  @Test
  void a_party_whose_time_is_over_makes_way_for_its_friends_too() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 3).with("jun"));
    matchmaking.answer(jun, leading, true);

    matchmaking.community.clock().advance(SampleCategories.MEAL.patience());
    MatchRequestId next = matchmaking.ask(Ask.by(jun));

    assertThat(matchmaking.status(jun, next)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void invitations_without_an_answer_end_with_the_time_and_all_who_accepted_are_told() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).with("jun", "sora"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);

    matchmaking.community.passTime(SampleCategories.MEAL.patience());

    assertThat(matchmaking.status(minji, leading)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(matchmaking.reason(minji, leading)).contains(EndReason.INVITATIONS_UNANSWERED);
    assertThat(matchmaking.status(jun, companion)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(matchmaking.told(minji)).contains(NotificationType.MATCH_EXPIRED);
    assertThat(matchmaking.told(jun)).contains(NotificationType.MATCH_EXPIRED);
    assertThat(matchmaking.told(sora)).containsExactly(NotificationType.MATCH_INVITED);
    assertRefused(MatchingError.INVITATION_CLOSED, () -> matchmaking.answer(sora, leading, true));
  }

  @Test
  void a_party_expires_together() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 3).with("jun"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);

    matchmaking.community.passTime(SampleCategories.MEAL.patience());

    assertThat(matchmaking.reason(minji, leading)).contains(EndReason.NOBODY_SUITED);
    assertThat(matchmaking.reason(jun, companion)).contains(EndReason.NOBODY_SUITED);
    assertThat(matchmaking.told(jun)).contains(NotificationType.MATCH_EXPIRED);
  }

  @Test
  void a_party_begins_to_wait_with_the_last_answer_and_keeps_its_end() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 3).with("jun"));
    matchmaking.community.clock().advance(Duration.ofMinutes(7));

    MatchRequestId companion = matchmaking.answer(jun, leading, true);

    MatchRequest.Snapshot state = matchmaking.state(minji, leading);
    assertThat(state.submittedAt()).isEqualTo(matchmaking.community.clock().now());
    assertThat(state.expiresAt()).isEqualTo(state.submittedAt().plus(Duration.ofMinutes(23)));
    assertThat(matchmaking.state(jun, companion).submittedAt()).isEqualTo(state.submittedAt());
    assertThat(matchmaking.state(jun, companion).expiresAt()).isEqualTo(state.expiresAt());
  }

  @Test
  void friends_who_answer_one_after_the_other_all_begin_to_wait() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(4, 4).with("jun", "sora"));
    MatchRequestId first = matchmaking.answer(jun, leading, true);
    MatchRequestId second = matchmaking.answer(sora, leading, true);

    assertThat(matchmaking.status(minji, leading)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(jun, first)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(sora, second)).isEqualTo(MatchRequestStatus.WAITING);

    Caller fourth = matchmaking.newcomer("fourth");
    MatchRequestId last = matchmaking.submit(Ask.by(fourth).sizes(4, 4));

    assertThat(matchmaking.people(fourth, matchmaking.meeting(fourth, last)))
        .containsExactlyInAnyOrder("minji", "jun", "sora", "fourth");
  }

  @Test
  void a_blocked_pair_is_kept_apart_from_the_friends_of_each_other() {
    matchmaking.block(sora, jun);
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 3).with("jun"));
    matchmaking.answer(jun, leading, true);
    MatchRequestId other = matchmaking.submit(Ask.by(sora).sizes(3, 3));

    assertThat(matchmaking.status(minji, leading)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(sora, other)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void the_same_is_asked_for_once_more_with_the_same_friends() {
    MatchRequestId leading =
        matchmaking.submit(Ask.by(minji).at("gaepo").sizes(3, 3).orInRooms().with("jun"));
    matchmaking.answer(jun, leading, true);
    assertRefused(
        MatchingError.LIVE_REQUEST_EXISTS,
        () -> matchmaking.matching().repeatMatchRequest().repeat(minji, leading));
    matchmaking.cancel(minji, leading);

    MatchRequestView again = matchmaking.matching().repeatMatchRequest().repeat(minji, leading);

    MatchRequest.Snapshot before = matchmaking.state(minji, leading);
    assertThat(again.request().id()).isNotEqualTo(leading);
    assertThat(again.request().wish()).isEqualTo(before.wish());
    assertThat(again.request().status()).isEqualTo(MatchRequestStatus.INVITING);
    assertThat(again.party())
        .extracting(MatchRequestView.Companion::member)
        .containsExactly(jun.id());
    assertThat(matchmaking.community.told(jun))
        .extracting(Notification::type)
        .contains(NotificationType.MATCH_INVITED);
    assertRefused(
        MatchingError.MATCH_REQUEST_NOT_FOUND,
        () -> matchmaking.matching().repeatMatchRequest().repeat(jun, leading));
  }
}
