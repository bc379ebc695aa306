package dev.moim.application.matching;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.AnswerProposal;
import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.matching.service.PoolSettings;
import dev.moim.application.member.port.in.BlockMember;
import dev.moim.application.member.port.in.WarnMember;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.Origin;
import dev.moim.testkit.condition.SampleConditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A category whose members are asked whether they want the group that was found. */
class AcceptanceUseCasesTest {
  private static final Duration TO_ANSWER = Duration.ofMinutes(2);

  private final Matchmaking matchmaking =
      new Matchmaking(PoolSettings.DEFAULT.withAcceptance(TO_ANSWER));
  private final Caller minji = matchmaking.newcomer("minji");
  private final Caller jun = matchmaking.newcomer("jun");
  private final Caller sora = matchmaking.newcomer("sora");

  @Test
  void members_are_asked_before_they_meet() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji).at("gaepo", "seocho"));
    MatchRequestId other = matchmaking.submit(Ask.by(jun).at("seocho"));

    Instant respondBy = matchmaking.community.clock().now().plus(TO_ANSWER);
    MatchRequestView view = matchmaking.view(minji, one);
    assertThat(view.request().status()).isEqualTo(MatchRequestStatus.PROPOSED);
    assertThat(view.outlook()).isEmpty();
    assertThat(view.proposal())
        .contains(
            new MatchRequestView.Proposal(
                SampleConditions.oneOf("place", "seocho")
                    .meet(view.proposal().orElseThrow().agreed())
                    .orElseThrow(),
                2,
                0,
                false,
                respondBy));
    assertThat(matchmaking.meetings(minji)).isEmpty();
    assertThat(matchmaking.community.told(minji))
        .singleElement()
        .satisfies(notification -> {
          assertThat(notification.type()).isEqualTo(NotificationType.MATCH_PROPOSED);
          assertThat(notification.link()).isEqualTo("/match-requests/" + one);
          assertThat(notification.arguments()).isEqualTo(Map.of("category", "meal"));
        });

    MatchRequestView accepted = matchmaking.respond(minji, one, true);
    assertThat(accepted.proposal().orElseThrow().accepted()).isEqualTo(1);
    assertThat(accepted.proposal().orElseThrow().mine()).isTrue();
    assertThat(matchmaking.view(jun, other).proposal().orElseThrow().mine()).isFalse();
    assertThat(matchmaking.respond(minji, one, true).proposal().orElseThrow().accepted())
        .isEqualTo(1);

    MatchRequestView last = matchmaking.respond(jun, other, true);
    assertThat(last.request().status()).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(last.proposal()).isEmpty();
    MatchRequest.Snapshot matched = matchmaking.state(minji, one);
    assertThat(matched.meeting()).isEqualTo(last.request().meeting());
    assertThat(matched.isLive()).isFalse();
    assertThat(matchmaking.people(minji, matchmaking.meeting(minji, one)))
        .containsExactlyInAnyOrder("minji", "jun");
    assertThat(matchmaking.told(minji))
        .containsExactly(NotificationType.MATCH_MADE, NotificationType.MATCH_PROPOSED);
    assertRefused(MatchingError.PROPOSAL_CLOSED, () -> matchmaking.respond(minji, one, false));
  }

  @Test
  void who_answers_too_late_has_not_answered_whatever_they_say() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    MatchRequestId other = matchmaking.submit(Ask.by(jun));
    matchmaking.respond(minji, one, true);
    matchmaking.community.clock().advance(TO_ANSWER);

    for (boolean accepts : new boolean[] {true, false}) {
      assertRefused(MatchingError.PROPOSAL_CLOSED, () -> matchmaking.respond(jun, other, accepts));
    }
  }

  @Test
  void whoever_is_asked_sees_what_is_not_as_they_first_asked_for() {
    var place = new Relaxation.AnyValue(new FacetKey("place"), Duration.ofMinutes(10));
    var relaxing =
        new Matchmaking(
            PoolSettings.DEFAULT.withAcceptance(TO_ANSWER).withRelaxations(List.of(place)));
    Caller one = relaxing.newcomer("one");
    Caller other = relaxing.newcomer("other");
    MatchRequestId agreeing = relaxing.submit(Ask.by(one).at("gaepo").relaxing("place"));
    MatchRequestId strict = relaxing.submit(Ask.by(other).at("out"));
    relaxing.community.passTime(Duration.ofMinutes(10));

    assertThat(relaxing.view(one, agreeing).relaxed()).containsExactly("place");
    relaxing.respond(one, agreeing, true);
    relaxing.respond(other, strict, true);

    assertThat(relaxing.view(one, agreeing).relaxed()).containsExactly("place");
    assertThat(relaxing.community.told(one).getFirst().arguments())
        .isEqualTo(Map.of("category", "meal", "relaxed", "place"));
  }

  @Test
  void a_block_while_asked_looks_to_the_other_as_if_somebody_had_declined() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    MatchRequestId other = matchmaking.submit(Ask.by(jun));
    MatchRequestView accepted = matchmaking.respond(jun, other, true);
    assertThat(accepted.proposal().orElseThrow().accepted()).isEqualTo(1);

    matchmaking.block(minji, jun);

    // Neither hears more than when one declines, and both look on.
    for (Caller each : List.of(minji, jun)) {
      assertThat(matchmaking.told(each))
          .containsExactly(NotificationType.MATCH_RETURNED, NotificationType.MATCH_PROPOSED);
    }
    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(jun, other)).isEqualTo(MatchRequestStatus.WAITING);
    assertRefused(MatchingError.PROPOSAL_CLOSED, () -> matchmaking.respond(jun, other, true));
    matchmaking.community.passTime(TO_ANSWER);
    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.community.meetings().checkPause().pausedUntil(minji.id())).isEmpty();
  }

  @Test
  void whoever_is_blocked_and_accepts_at_that_moment_is_not_refused_by_it() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    MatchRequestId other = matchmaking.submit(Ask.by(jun));
    matchmaking.community.blocks().blockMember().block(new BlockMember.Command(minji, jun.id()));

    // The block is committed, and nobody has heard of it yet.
    MatchRequestView accepted =
        matchmaking
            .matching()
            .answerProposal()
            .answer(new AnswerProposal.Command(jun, other, true));

    assertThat(accepted.request().status()).isEqualTo(MatchRequestStatus.PROPOSED);
    assertThat(accepted.proposal().orElseThrow().mine()).isTrue();
    matchmaking.community.deliver();
    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(jun, other)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void those_who_block_each_other_never_meet_though_all_accept() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    MatchRequestId other = matchmaking.submit(Ask.by(jun));
    matchmaking.respond(jun, other, true);
    matchmaking.community.blocks().blockMember().block(new BlockMember.Command(minji, jun.id()));

    matchmaking.matching().answerProposal().answer(new AnswerProposal.Command(minji, one, true));
    matchmaking.community.deliver();

    assertThat(matchmaking.meetings(jun)).isEmpty();
    assertThat(matchmaking.told(jun))
        .containsExactly(NotificationType.MATCH_RETURNED, NotificationType.MATCH_PROPOSED);
    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_block_changes_nothing_for_those_who_are_asked_about_other_groups() {
    Caller haneul = matchmaking.newcomer("haneul");
    MatchRequestId one = matchmaking.submit(Ask.by(minji).at("gaepo"));
    MatchRequestId two = matchmaking.submit(Ask.by(jun).at("gaepo"));
    MatchRequestId three = matchmaking.submit(Ask.by(sora).at("out"));
    MatchRequestId four = matchmaking.submit(Ask.by(haneul).at("out"));

    matchmaking.block(minji, sora);

    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.PROPOSED);
    assertThat(matchmaking.status(jun, two)).isEqualTo(MatchRequestStatus.PROPOSED);
    assertThat(matchmaking.status(sora, three)).isEqualTo(MatchRequestStatus.PROPOSED);
    assertThat(matchmaking.status(haneul, four)).isEqualTo(MatchRequestStatus.PROPOSED);
  }

  @Test
  void friends_of_one_party_are_asked_on_though_they_block_each_other() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 3).with("jun"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);
    MatchRequestId alone = matchmaking.submit(Ask.by(sora).sizes(3, 3));

    matchmaking.block(minji, jun);

    assertThat(matchmaking.status(sora, alone)).isEqualTo(MatchRequestStatus.PROPOSED);
    matchmaking.block(sora, jun);
    assertThat(matchmaking.status(sora, alone)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(jun, companion)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void who_is_not_asked_cannot_answer() {
    MatchRequestId waiting = matchmaking.submit(Ask.by(minji));

    assertRefused(MatchingError.PROPOSAL_CLOSED, () -> matchmaking.respond(minji, waiting, true));
    assertRefused(
        MatchingError.MATCH_REQUEST_NOT_FOUND, () -> matchmaking.respond(jun, waiting, true));
  }

  @Test
  void nobody_joins_a_group_that_its_members_are_asked_about() {
    matchmaking.submit(Ask.by(minji));
    matchmaking.submit(Ask.by(jun));

    MatchRequestId third = matchmaking.submit(Ask.by(sora));

    assertThat(matchmaking.status(sora, third)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void when_one_declines_the_others_wait_again_with_their_age() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    Instant submittedAt = matchmaking.community.clock().now();
    matchmaking.community.clock().advance(Duration.ofMinutes(1));
    MatchRequestId other = matchmaking.submit(Ask.by(jun));

    MatchRequestView view = matchmaking.respond(jun, other, false);

    assertThat(view.request().status()).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.reason(jun, other)).contains(EndReason.PROPOSAL_DECLINED);
    MatchRequest.Snapshot waiting = matchmaking.state(minji, one);
    assertThat(waiting.status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(waiting.submittedAt()).isEqualTo(submittedAt);
    assertThat(waiting.proposal()).isEmpty();
    assertThat(matchmaking.told(minji))
        .containsExactly(NotificationType.MATCH_RETURNED, NotificationType.MATCH_PROPOSED);
    assertThat(matchmaking.told(jun)).containsExactly(NotificationType.MATCH_PROPOSED);

    MatchRequestId third = matchmaking.submit(Ask.by(sora));
    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.PROPOSED);
    assertThat(matchmaking.status(sora, third)).isEqualTo(MatchRequestStatus.PROPOSED);
  }

  @Test
  void those_who_do_not_answer_in_time_are_out_and_that_is_noted() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    MatchRequestId other = matchmaking.submit(Ask.by(jun));
    matchmaking.respond(minji, one, true);

    assertThat(matchmaking.matching().expireProposals().expire()).isZero();
    matchmaking.community.clock().advance(TO_ANSWER);
    assertRefused(MatchingError.PROPOSAL_CLOSED, () -> matchmaking.respond(jun, other, true));
    matchmaking.community.passTime(Duration.ZERO);

    assertThat(matchmaking.status(jun, other)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.reason(jun, other)).contains(EndReason.PROPOSAL_UNANSWERED);
    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.community.told(jun))
        .first()
        .satisfies(notification -> {
          assertThat(notification.type()).isEqualTo(NotificationType.MATCH_ENDED);
          assertThat(notification.arguments())
              .isEqualTo(Map.of("reason", "PROPOSAL_UNANSWERED", "category", "meal"));
        });
    assertThat(matchmaking.told(minji)).contains(NotificationType.MATCH_RETURNED);
    assertThat(matchmaking.matching().expireProposals().expire()).isZero();
  }

  @Test
  void three_absences_pause_matching_for_a_while() {
    for (int times = 0; times < 3; times++) {
      assertThat(matchmaking.community.meetings().checkPause().pausedUntil(jun.id())).isEmpty();
      MatchRequestId one = matchmaking.submit(Ask.by(minji));
      matchmaking.submit(Ask.by(jun));
      matchmaking.respond(minji, one, true);
      matchmaking.community.passTime(TO_ANSWER);
      matchmaking.cancel(minji, one);
    }

    Instant until = matchmaking.community.clock().now().plus(Duration.ofDays(7));
    assertThat(
            assertRefused(MatchingError.MATCHING_PAUSED, () -> matchmaking.ask(Ask.by(jun)))
                .details())
        .containsEntry("until", until);
    MatchRequestId inviting = matchmaking.submit(Ask.by(minji).with("jun"));
    assertRefused(MatchingError.MATCHING_PAUSED, () -> matchmaking.answer(jun, inviting, true));
    matchmaking.cancel(minji, inviting);

    matchmaking.community.clock().set(until);
    assertThat(matchmaking.status(jun, matchmaking.submit(Ask.by(jun))))
        .isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void to_take_a_request_back_while_asked_is_to_decline() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    MatchRequestId other = matchmaking.submit(Ask.by(jun));

    matchmaking.cancel(jun, other);
    matchmaking.cancel(jun, other);

    assertThat(matchmaking.status(jun, other)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.reason(jun, other)).contains(EndReason.TAKEN_BACK);
    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.told(jun)).containsExactly(NotificationType.MATCH_PROPOSED);
  }

  @Test
  void all_of_a_party_are_asked_and_all_must_want_it() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 3).with("jun"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);
    MatchRequestId alone = matchmaking.submit(Ask.by(sora).sizes(3, 3));
    assertThat(matchmaking.view(jun, companion).proposal().orElseThrow().people()).isEqualTo(3);

    matchmaking.respond(minji, leading, true);
    matchmaking.respond(sora, alone, true);
    assertThat(matchmaking.status(sora, alone)).isEqualTo(MatchRequestStatus.PROPOSED);
    matchmaking.respond(jun, companion, true);

    assertThat(matchmaking.people(jun, matchmaking.meeting(jun, companion)))
        .containsExactlyInAnyOrder("minji", "jun", "sora");
  }

  @Test
  void a_companion_who_declines_leaves_the_party_and_the_others_wait_again() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 3).with("jun"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);
    MatchRequestId alone = matchmaking.submit(Ask.by(sora).sizes(3, 3));

    matchmaking.respond(jun, companion, false);

    assertThat(matchmaking.status(jun, companion)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.status(minji, leading)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.state(minji, leading).people()).isEqualTo(1);
    assertThat(matchmaking.status(sora, alone)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.told(minji)).contains(NotificationType.COMPANION_STAYS_AWAY);
  }

  @Test
  void who_leads_and_declines_ends_the_party() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 3).with("jun"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);
    MatchRequestId alone = matchmaking.submit(Ask.by(sora).sizes(3, 3));

    matchmaking.respond(minji, leading, false);

    assertThat(matchmaking.reason(minji, leading)).contains(EndReason.PROPOSAL_DECLINED);
    assertThat(matchmaking.reason(jun, companion)).contains(EndReason.PARTY_ENDED);
    assertThat(matchmaking.status(sora, alone)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.told(jun)).contains(NotificationType.MATCH_ENDED);
  }

  @Test
  void a_party_in_which_nobody_answers_is_out_as_a_whole() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 3).with("jun"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);
    MatchRequestId alone = matchmaking.submit(Ask.by(sora).sizes(3, 3));
    matchmaking.respond(sora, alone, true);

    matchmaking.community.passTime(TO_ANSWER);

    assertThat(matchmaking.status(minji, leading)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.status(jun, companion)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.reason(minji, leading)).contains(EndReason.PROPOSAL_UNANSWERED);
    assertThat(matchmaking.reason(jun, companion)).contains(EndReason.PROPOSAL_UNANSWERED);
    assertThat(matchmaking.status(sora, alone)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_member_who_is_blocked_while_asked_is_out_and_the_others_wait_again() {
    Caller admin = matchmaking.community.admin("boss");
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    MatchRequestId other = matchmaking.submit(Ask.by(jun));

    matchmaking
        .community
        .administration()
        .warnMember()
        .warn(new WarnMember.Command(admin, Origin.OPERATOR, jun.id(), "rude"));
    matchmaking.community.deliver();

    assertThat(matchmaking.reason(jun, other)).contains(EndReason.MEMBER_INACTIVE);
    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_group_that_falls_through_after_the_time_of_its_members_is_over_ends_them() {
    MatchRequestId one =
        matchmaking.submit(
            Ask.by(minji).until(matchmaking.community.clock().now().plus(Duration.ofMinutes(5))));
    matchmaking.community.clock().advance(Duration.ofMinutes(4));
    MatchRequestId other = matchmaking.submit(Ask.by(jun));
    matchmaking.respond(minji, one, true);

    matchmaking.community.passTime(TO_ANSWER);

    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(matchmaking.reason(minji, one)).contains(EndReason.GROUP_FELL_APART);
    assertThat(matchmaking.status(jun, other)).isEqualTo(MatchRequestStatus.CANCELLED);
  }
}
