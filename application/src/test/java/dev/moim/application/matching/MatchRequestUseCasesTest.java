package dev.moim.application.matching;

import static dev.moim.testkit.Refusals.assertInvalid;
import static dev.moim.testkit.Refusals.assertRefused;
import static dev.moim.testkit.condition.CategoryBuilder.aCategory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.matching.service.MatchingNeighbours;
import dev.moim.application.matching.service.MatchingPorts;
import dev.moim.application.matching.service.MatchingSettings;
import dev.moim.application.matching.service.MatchingUseCases;
import dev.moim.application.matching.service.PoolSettings;
import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.application.member.service.MemberSettings;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.Locks;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.ConditionError;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.matching.Outlook;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.condition.SampleConditions;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MatchRequestUseCasesTest {
  private static final CategoryKey MEAL = Matchmaking.MEAL;
  private static final Duration PATIENCE = SampleCategories.MEAL.patience();

  private final Matchmaking matchmaking = new Matchmaking();
  private final Community community = matchmaking.community;
  private final Caller minji = community.newcomer("minji");
  private final Caller jun = community.newcomer("jun");
  private final Caller sora = community.newcomer("sora");

  private MatchRequestView view(Ask ask) {
    return community.matching().submitMatchRequest().submit(ask.command());
  }

  // --- To ask ------------------------------------------------------------------------------------

  @Test
  void a_request_takes_what_is_not_said_from_its_category() {
    MatchRequestView view = view(Ask.by(minji).at("gaepo", "gaepo", "seocho"));

    MatchRequest.Snapshot request = view.request();
    assertThat(request.member()).isEqualTo(minji.id());
    assertThat(request.wish().condition())
        .isEqualTo(SampleConditions.oneOf("place", "gaepo", "seocho"));
    assertThat(request.wish().size()).isEqualTo(new GroupSize(2, 4));
    assertThat(request.wish().relaxations()).isEmpty();
    assertThat(request.wish().fillRooms()).isFalse();
    assertThat(request.expiresAt()).isEqualTo(community.clock().now().plus(PATIENCE));
    assertThat(request.status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(view.waiting()).isEqualTo(1);
    assertThat(view.party()).isEmpty();
    assertThat(view.proposal()).isEmpty();
    assertThat(matchmaking.view(minji, request.id())).isEqualTo(view);
  }

  @Test
  void a_least_size_above_the_usual_one_is_the_greatest_too() {
    MatchRequestView view =
        community
            .matching()
            .submitMatchRequest()
            .submit(
                new SubmitMatchRequest.Command(
                    minji, "study", Map.of(), Optional.of(5), Optional.empty(), Optional.empty()));

    assertThat(view.request().wish().size()).isEqualTo(new GroupSize(5, 5));
  }

  @Test
  void everything_wrong_with_a_request_is_said_at_once() {
    assertInvalid(
        () -> view(Ask.by(minji).at("moon").sizes(1, 5).relaxing("magic").with("nobody", "minji")),
        "/condition/place/0 UNKNOWN_OPTION",
        "/size/min OUT_OF_RANGE",
        "/size/max OUT_OF_RANGE",
        "/relax/0 UNKNOWN_STEP",
        "/party/0 UNKNOWN_MEMBER");
    assertRefused(ConditionError.UNKNOWN_CATEGORY, () -> view(Ask.by(minji).category("nap")));
  }

  private static final Duration LEAST_OVERLAP = Duration.ofMinutes(60);

  private Instant in(long minutes) {
    return community.clock().now().plus(Duration.ofMinutes(minutes));
  }

  @Test
  void nobody_waits_until_it_is_too_late_to_meet_in_their_window() {
    Instant end = in(180);
    Instant last = end.minus(LEAST_OVERLAP).minus(PoolSettings.DEFAULT.lead());

    MatchRequestView bounded =
        view(Ask.by(minji).category("exercise").free(in(-60), end).until(in(150)));
    MatchRequestView sooner =
        view(Ask.by(jun).category("exercise").free(in(-60), end).until(in(60)));
    MatchRequestView usual = view(Ask.by(sora).category("exercise").free(in(-60), end));

    assertThat(bounded.request().expiresAt()).isEqualTo(last);
    assertThat(sooner.request().expiresAt()).isEqualTo(in(60));
    assertThat(usual.request().expiresAt()).isEqualTo(last);
  }

  @Test
  void a_group_meets_in_the_window_of_all_as_long_as_they_need() {
    MatchRequestView one = view(Ask.by(minji).category("exercise").free(in(-60), in(180)));
    community.passTime(
        Duration.between(community.clock().now(), one.request().expiresAt()).minusSeconds(1));
    Instant end = one.request().expiresAt().plus(LEAST_OVERLAP).plus(PoolSettings.DEFAULT.lead());
    view(Ask.by(jun).category("exercise").free(in(-60), in(600)));
    community.deliver();

    MeetingView meeting = matchmaking.meetings(minji).getFirst();
    assertThat(meeting.startsAt().orElseThrow())
        .isAfter(community.clock().now())
        .isBeforeOrEqualTo(end.minus(LEAST_OVERLAP));
  }

  @Test
  void a_window_that_leaves_no_time_to_find_a_group_is_refused() {
    long least =
        LEAST_OVERLAP.plus(PoolSettings.DEFAULT.lead()).plus(Category.LEAST_PATIENCE).toMinutes();
    assertInvalid(
        () -> view(Ask.by(minji).category("exercise").free(in(-60), in(least).minusNanos(1_000))),
        "/condition/when/to WINDOW_TOO_SOON");

    MatchRequestView just = view(Ask.by(minji).category("exercise").free(in(-60), in(least)));

    assertThat(just.request().expiresAt()).isEqualTo(in(5));
    community.passTime(Duration.ofMinutes(6));
    assertInvalid(
        () -> community.matching().repeatMatchRequest().repeat(minji, just.request().id()),
        "/condition/when/to WINDOW_TOO_SOON");
  }

  @Test
  void the_time_to_answer_a_proposal_is_kept_too_and_a_window_given_up_in_time_counts_no_more() {
    var when = new Relaxation.AnyValue(new FacetKey("when"), Duration.ofMinutes(20));
    var asked =
        new Matchmaking(
            new CategoryKey("exercise"),
            PoolSettings.DEFAULT
                .withAcceptance(Duration.ofMinutes(10))
                .withRelaxations(List.of(when)));
    Caller one = asked.newcomer("one");
    Caller two = asked.newcomer("two");
    Ask early = Ask.by(one).category("exercise").free(in(-60), in(115));

    MatchRequestId bounded = asked.ask(early);
    MatchRequestId tooLate =
        asked.ask(Ask.by(two).category("exercise").free(in(-60), in(115)).relaxing(when.name()));
    Caller three = asked.newcomer("three");
    MatchRequestId inTime =
        asked.ask(Ask.by(three).category("exercise").free(in(-60), in(121)).relaxing(when.name()));

    assertThat(asked.state(one, bounded).expiresAt()).isEqualTo(in(15));
    assertThat(asked.state(two, tooLate).expiresAt()).isEqualTo(in(15));
    assertThat(asked.state(three, inTime).expiresAt())
        .isEqualTo(community.clock().now().plus(SampleCategories.EXERCISE.patience()));
  }

  @Test
  void patience_is_neither_too_short_nor_too_long() {
    Instant now = community.clock().now();
    assertInvalid(
        () -> view(Ask.by(minji).until(now.plus(Category.LEAST_PATIENCE).minusNanos(1_000))),
        "/expiresAt TOO_SOON");
    assertInvalid(
        () -> view(Ask.by(minji).until(now.plus(Category.MOST_PATIENCE).plusNanos(1_000))),
        "/expiresAt TOO_FAR_AHEAD");

    assertThat(view(Ask.by(minji).until(now.plus(Category.MOST_PATIENCE))).waiting()).isEqualTo(1);
  }

  @Test
  void a_second_live_request_is_refused_with_the_first() {
    MatchRequestId live = matchmaking.submit(Ask.by(minji));

    assertThat(
            assertRefused(MatchingError.LIVE_REQUEST_EXISTS, () -> view(Ask.by(minji))).details())
        .containsEntry("matchRequestId", live);
    assertThat(view(Ask.by(minji).category("study")).request().status())
        .isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_request_whose_time_is_over_makes_way_for_a_new_one() {
    MatchRequestId late = matchmaking.submit(Ask.by(minji));
    community.clock().advance(PATIENCE);

    MatchRequestId live = matchmaking.submit(Ask.by(minji));

    assertThat(matchmaking.status(minji, late)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(matchmaking.status(minji, live)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void others_may_neither_see_nor_cancel_a_request() {
    MatchRequestId request = matchmaking.submit(Ask.by(minji));

    assertRefused(MatchingError.MATCH_REQUEST_NOT_FOUND, () -> matchmaking.view(jun, request));
    assertRefused(MatchingError.MATCH_REQUEST_NOT_FOUND, () -> matchmaking.cancel(jun, request));
    assertRefused(
        MatchingError.MATCH_REQUEST_NOT_FOUND,
        () -> matchmaking.view(minji, Samples.matchRequestId()));
  }

  @Test
  void members_list_their_own_requests_latest_first() {
    List<MatchRequestId> own = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      community.clock().advance(Duration.ofSeconds(1));
      MatchRequestId request = matchmaking.submit(Ask.by(minji));
      matchmaking.cancel(minji, request);
      own.addFirst(request);
    }
    matchmaking.submit(Ask.by(jun));

    Page<MatchRequestView> first =
        community.matching().listMatchRequests().list(minji, PageRequest.first(2));
    Page<MatchRequestView> second =
        community.matching().listMatchRequests().list(minji, new PageRequest(2, first.next()));

    assertThat(first.items())
        .extracting(view -> view.request().id())
        .containsExactlyElementsOf(own.subList(0, 2));
    assertThat(second.items()).extracting(view -> view.request().id()).containsExactly(own.get(2));
    assertThat(first.items()).extracting(MatchRequestView::waiting).containsOnly(1L);
  }

  @Test
  void the_same_is_asked_for_once_more_with_the_same_patience() {
    Instant end = community.clock().now().plus(Duration.ofMinutes(45));
    MatchRequestId before = matchmaking.submit(Ask.by(minji).at("gaepo").until(end));
    community.passTime(Duration.ofMinutes(45));
    assertThat(matchmaking.status(minji, before)).isEqualTo(MatchRequestStatus.EXPIRED);

    MatchRequestView again = community.matching().repeatMatchRequest().repeat(minji, before);

    assertThat(again.request().id()).isNotEqualTo(before);
    assertThat(again.request().wish()).isEqualTo(matchmaking.state(minji, before).wish());
    assertThat(again.request().expiresAt()).isEqualTo(end.plus(Duration.ofMinutes(45)));
  }

  // --- To be matched -----------------------------------------------------------------------------

  @Test
  void two_who_fit_are_brought_together() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji).at("gaepo", "seocho"));
    MatchRequestId other = matchmaking.submit(Ask.by(jun).at("seocho", "out"));

    MatchRequest.Snapshot matched = matchmaking.state(minji, one);
    MeetingId meeting = matched.meeting().orElseThrow();
    assertThat(matched.status()).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(matchmaking.state(jun, other).meeting()).contains(meeting);
    MeetingView view = community.meetings().viewMeeting().view(jun, meeting);
    assertThat(view.members())
        .extracting(MeetingView.Person::nickname)
        .containsExactlyInAnyOrder(Optional.of("minji"), Optional.of("jun"));
    assertThat(view.source()).isEqualTo(new MeetingSource.RandomMatch());
    assertThat(view.startsAt().orElseThrow())
        .isAfterOrEqualTo(community.clock().now().plus(PoolSettings.DEFAULT.lead()));
    assertThat(view.agreed().meet(SampleConditions.oneOf("place", "seocho"))).isPresent();
    assertThat(
            assertRefused(MatchingError.ALREADY_MATCHED, () -> matchmaking.cancel(minji, one))
                .details())
        .containsEntry("meetingId", meeting);
  }

  @Test
  void two_who_do_not_fit_go_on_waiting() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji).at("gaepo"));
    MatchRequestId other = matchmaking.submit(Ask.by(jun).at("out"));

    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.view(jun, other).waiting()).isEqualTo(2);
    assertThat(matchmaking.told(minji)).isEmpty();
  }

  @Test
  void a_cancelled_request_is_not_matched_and_stays_readable() {
    MatchRequestId request = matchmaking.submit(Ask.by(minji));

    matchmaking.cancel(minji, request);
    matchmaking.cancel(minji, request);
    MatchRequestId other = matchmaking.submit(Ask.by(jun));

    assertThat(matchmaking.view(jun, other).waiting()).isEqualTo(1);
    assertThat(matchmaking.status(jun, other)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(minji, request)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(matchmaking.told(minji)).isEmpty();
  }

  @Test
  void a_run_too_many_changes_nothing() {
    matchmaking.ask(Ask.by(minji));
    matchmaking.ask(Ask.by(jun));
    List<OutboxMessage> messages = community.messages();

    community.handle(messages);
    community.handle(messages);
    community.runAllPools();
    community.runAllPools();

    assertThat(matchmaking.meetings(minji)).hasSize(1);
    assertThat(matchmaking.told(minji)).containsExactly(NotificationType.MATCH_MADE);
  }

  @Test
  void a_run_of_an_unknown_pool_is_refused() {
    assertRefused(
        ConditionError.UNKNOWN_CATEGORY,
        () -> community.matching().runPool().run(new CategoryKey("nap")));
    assertRefused(
        ConditionError.UNKNOWN_CATEGORY,
        () -> community.matching().comparePool().compare(new CategoryKey("nap")));
  }

  @Test
  void a_run_that_another_program_keeps_out_is_to_be_tried_again() {
    Locks taken =
        new Locks() {
          @Override
          public <T> Optional<T> whileHolding(String name, Duration patience, Supplier<T> work) {
            return Optional.empty();
          }
        };

    Optional<Instant> next =
        matching(community.meetings().formMeeting(), taken).runPool().run(MEAL);

    assertThat(next.orElseThrow()).isAfter(community.clock().now());
  }

  @Test
  void a_run_says_when_there_will_be_something_to_do() {
    assertThat(community.matching().runPool().run(MEAL)).isEmpty();

    matchmaking.submit(Ask.by(minji));

    assertThat(community.matching().runPool().run(MEAL).orElseThrow())
        .isAfter(community.clock().now())
        .isBeforeOrEqualTo(community.clock().now().plus(PATIENCE));
  }

  // --- The end -----------------------------------------------------------------------------------

  @Test
  void requests_expire_when_their_time_is_over_and_only_once() {
    MatchRequestId request = matchmaking.submit(Ask.by(minji));
    community.passTime(PATIENCE.minusNanos(1_000));
    assertThat(matchmaking.status(minji, request)).isEqualTo(MatchRequestStatus.WAITING);

    community.passTime(Duration.ofNanos(1_000));
    community.passTime(Duration.ofMinutes(1));

    assertThat(matchmaking.status(minji, request)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(matchmaking.reason(minji, request)).contains(EndReason.NOBODY_SUITED);
    assertThat(community.matching().expireMatchRequests().expire()).isZero();
    assertRefused(MatchingError.REQUEST_NOT_WAITING, () -> matchmaking.cancel(minji, request));
    assertThat(community.told(minji))
        .singleElement()
        .satisfies(notification -> {
          assertThat(notification.type()).isEqualTo(NotificationType.MATCH_EXPIRED);
          assertThat(notification.arguments())
              .isEqualTo(Map.of("reason", "NOBODY_SUITED", "category", "meal"));
          assertThat(notification.link()).isEqualTo("/match-requests/" + request);
        });
    assertThat(view(Ask.by(minji)).waiting()).isEqualTo(1);
  }

  @Test
  void who_suits_but_makes_no_group_is_another_reason() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji).sizes(4, 4));
    MatchRequestId other = matchmaking.submit(Ask.by(jun).sizes(4, 4));

    community.passTime(PATIENCE);

    assertThat(matchmaking.reason(minji, one)).contains(EndReason.NO_GROUP_POSSIBLE);
    assertThat(matchmaking.status(jun, other)).isEqualTo(MatchRequestStatus.EXPIRED);
  }

  @Test
  void requests_of_a_category_that_is_no_more_expire_by_themselves() {
    MatchRequestId request = matchmaking.ask(Ask.by(minji));
    MatchingUseCases withoutMeals =
        MatchingUseCases.of(
            community.matchingPorts(),
            community.matchingNeighbours(),
            new Categories(List.of(SampleCategories.STUDY)),
            MatchingSettings.DEFAULT,
            MemberSettings.DEFAULT.zone());
    for (OutboxMessage message : community.messages()) {
      withoutMeals.hearing().handle(message.id(), community.events().getLast());
    }
    assertThat(withoutMeals.viewMatchRequest().view(minji, request).outlook()).isEmpty();

    community.clock().advance(PATIENCE);
    assertThat(withoutMeals.expireMatchRequests().expire()).isZero();
    community.clock().advance(Duration.ofSeconds(11));

    assertThat(withoutMeals.expireMatchRequests().expire()).isEqualTo(1);
    assertThat(matchmaking.status(minji, request)).isEqualTo(MatchRequestStatus.EXPIRED);
  }

  // --- While waiting -----------------------------------------------------------------------------

  @Test
  void who_waits_is_told_the_chances_and_what_would_help() {
    MatchRequestId request = matchmaking.submit(Ask.by(minji).at("gaepo").sizes(2, 2));
    matchmaking.submit(Ask.by(jun).at("out").sizes(2, 2));
    matchmaking.submit(Ask.by(sora).at("out").sizes(4, 4));

    Outlook outlook = matchmaking.view(minji, request).outlook().orElseThrow();

    assertThat(outlook.waiting()).isEqualTo(3);
    assertThat(outlook.suitable()).isZero();
    assertThat(outlook.chances())
        .extracting(Outlook.Chance::within)
        .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(30));
    assertThat(outlook.chances())
        .allSatisfy(chance -> assertThat(chance.probability()).isBetween(0.0, 1.0));
    assertThat(outlook.hints())
        .first()
        .satisfies(hint -> {
          assertThat(hint.facet()).isEqualTo(new FacetKey("place"));
          assertThat(hint.morePeople()).isEqualTo(1);
        });
  }

  @Test
  void who_does_not_wait_has_no_outlook() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    assertThat(matchmaking.view(minji, one).outlook()).isPresent();

    matchmaking.submit(Ask.by(jun));

    assertThat(matchmaking.view(minji, one).outlook()).isEmpty();
  }

  @Test
  void a_companion_sees_the_outlook_of_the_party() {
    MatchRequestId leading = matchmaking.submit(Ask.by(minji).sizes(3, 3).with("jun"));
    MatchRequestId companion = matchmaking.answer(jun, leading, true);

    assertThat(matchmaking.view(jun, companion).outlook())
        .isEqualTo(matchmaking.view(minji, leading).outlook())
        .isPresent();
  }

  // --- To ask for less with time -----------------------------------------------------------------

  private static final PoolSettings RELAXING =
      PoolSettings.DEFAULT.withRelaxations(
          List.of(
              new Relaxation.AnyValue(new FacetKey("place"), Duration.ofMinutes(10)),
              new Relaxation.SmallerGroup(2, Duration.ofMinutes(15))));

  @Test
  void a_step_that_a_member_agreed_to_widens_what_suits() {
    Matchmaking relaxing = new Matchmaking(RELAXING);
    Caller one = relaxing.newcomer("one");
    Caller other = relaxing.newcomer("other");
    MatchRequestId agreeing = relaxing.submit(Ask.by(one).at("gaepo").relaxing("place", "place"));
    MatchRequestId strict = relaxing.submit(Ask.by(other).at("out"));
    assertThat(relaxing.state(one, agreeing).wish().relaxations()).hasSize(1);

    relaxing.community.passTime(Duration.ofMinutes(10).minusNanos(1_000));
    assertThat(relaxing.status(one, agreeing)).isEqualTo(MatchRequestStatus.WAITING);
    relaxing.community.passTime(Duration.ofNanos(1_000));

    MeetingId meeting = relaxing.meeting(one, agreeing);
    assertThat(relaxing.meeting(other, strict)).isEqualTo(meeting);
    assertThat(
            relaxing
                .community
                .meetings()
                .viewMeeting()
                .view(one, meeting)
                .agreed()
                .of(new FacetKey("place")))
        .isEqualTo(SampleConditions.oneOf("place", "out").of(new FacetKey("place")));
  }

  @Test
  void a_smaller_group_suits_from_an_age_on() {
    Matchmaking relaxing = new Matchmaking(RELAXING);
    Caller one = relaxing.newcomer("one");
    Caller other = relaxing.newcomer("other");
    MatchRequestId first = relaxing.submit(Ask.by(one).sizes(4, 4).relaxing("size"));
    relaxing.submit(Ask.by(other).sizes(2, 4));
    assertThat(relaxing.status(one, first)).isEqualTo(MatchRequestStatus.WAITING);

    relaxing.community.passTime(Duration.ofMinutes(15));

    assertThat(relaxing.status(one, first)).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(relaxing.view(one, first).relaxed()).containsExactly("size");
    assertThat(relaxing.community.told(one).getFirst().arguments())
        .containsEntry("relaxed", "size");
  }

  @Test
  void who_has_a_group_is_told_what_is_not_as_first_asked_for_and_only_they() {
    Matchmaking relaxing = new Matchmaking(RELAXING);
    Caller one = relaxing.newcomer("one");
    Caller other = relaxing.newcomer("other");
    Caller third = relaxing.newcomer("third");
    MatchRequestId agreeing =
        relaxing.submit(Ask.by(one).at("gaepo").sizes(2, 3).relaxing("size", "place"));
    MatchRequestId strict = relaxing.submit(Ask.by(other).at("out"));
    assertThat(relaxing.view(one, agreeing).relaxed()).isEmpty();

    relaxing.community.passTime(Duration.ofMinutes(10));

    assertThat(relaxing.community.told(one).getFirst().arguments())
        .isEqualTo(Map.of("category", "meal", "relaxed", "place"));
    assertThat(relaxing.view(one, agreeing).relaxed()).containsExactly("place");
    MatchRequestId joining = relaxing.submit(Ask.by(third).at("gaepo", "out").relaxing("place"));
    assertThat(relaxing.meeting(third, joining)).isEqualTo(relaxing.meeting(one, agreeing));
    assertThat(relaxing.community.told(third).getFirst().arguments())
        .isEqualTo(Map.of("category", "meal"));
    assertThat(relaxing.view(third, joining).relaxed()).isEmpty();
    assertThat(relaxing.view(other, strict).relaxed()).isEmpty();
  }

  @Test
  void who_gave_up_a_window_is_told_so_if_the_meeting_starts_outside_it() {
    var when = new Relaxation.AnyValue(new FacetKey("when"), Duration.ofMinutes(20));
    Matchmaking relaxing =
        new Matchmaking(
            new CategoryKey("exercise"), PoolSettings.DEFAULT.withRelaxations(List.of(when)));
    Caller one = relaxing.newcomer("one");
    Caller other = relaxing.newcomer("other");
    MatchRequestId agreeing =
        relaxing.submit(
            Ask.by(one)
                .category("exercise")
                .free(in(120), in(240))
                .until(in(120))
                .relaxing("when"));
    relaxing.community.passTime(Duration.ofMinutes(20));
    relaxing.submit(Ask.by(other).category("exercise").free(in(90), in(210)).until(in(110)));

    assertThat(relaxing.status(one, agreeing)).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(relaxing.meetings(one).getFirst().startsAt()).contains(in(90));
    assertThat(relaxing.view(one, agreeing).relaxed()).containsExactly("when");
    assertThat(relaxing.community.told(one).getFirst().arguments())
        .containsEntry("relaxed", "when");
  }

  @Test
  void nothing_is_relaxed_without_consent() {
    Matchmaking relaxing = new Matchmaking(RELAXING);
    Caller one = relaxing.newcomer("one");
    Caller other = relaxing.newcomer("other");
    MatchRequestId first = relaxing.submit(Ask.by(one).at("gaepo"));
    relaxing.submit(Ask.by(other).at("out"));

    relaxing.community.passTime(PATIENCE);

    assertThat(relaxing.status(one, first)).isEqualTo(MatchRequestStatus.EXPIRED);
  }

  // --- Failures of an earlier system -------------------------------------------------------------

  @Test
  void a_value_named_twice_in_a_request_is_one_and_never_matches_itself() {
    MatchRequestId request =
        matchmaking.submit(Ask.by(minji).at("gaepo", "gaepo", "gaepo").sizes(2, 2));

    assertThat(matchmaking.status(minji, request)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.view(minji, request).waiting()).isEqualTo(1);
    assertThat(matchmaking.state(minji, request).wish().condition())
        .isEqualTo(SampleConditions.oneOf("place", "gaepo"));
  }

  @Test
  void who_has_waited_longest_is_not_starved_by_whoever_comes_later() {
    MatchRequestId oldest = matchmaking.ask(Ask.by(minji).sizes(2, 2));
    community.clock().advance(Duration.ofMinutes(1));
    MatchRequestId second = matchmaking.ask(Ask.by(jun).sizes(2, 2));
    community.clock().advance(Duration.ofMinutes(1));
    MatchRequestId latest = matchmaking.ask(Ask.by(sora).sizes(2, 2));

    community.deliver();

    assertThat(matchmaking.status(minji, oldest)).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(matchmaking.status(jun, second)).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(matchmaking.status(sora, latest)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void two_who_suit_everybody_do_not_leave_over_two_who_suit_only_them() {
    Caller dohun = community.newcomer("dohun");
    MatchRequestId a = matchmaking.submit(Ask.by(minji).at("gaepo", "out").sizes(2, 2));
    MatchRequestId b = matchmaking.submit(Ask.by(jun).at("gaepo", "out").sizes(2, 2));
    MatchRequestId c = matchmaking.submit(Ask.by(sora).at("gaepo").sizes(2, 2));
    MatchRequestId d = matchmaking.submit(Ask.by(dohun).at("out").sizes(2, 2));

    for (int minutes = 0; minutes < PATIENCE.toMinutes(); minutes++) {
      community.passTime(Duration.ofMinutes(1));
    }

    assertThat(matchmaking.status(minji, a)).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(matchmaking.status(jun, b)).isEqualTo(MatchRequestStatus.MATCHED);
    MeetingId gaepo = matchmaking.meeting(sora, c);
    MeetingId out = matchmaking.meeting(dohun, d);
    assertThat(gaepo).isNotEqualTo(out);
    assertThat(matchmaking.people(sora, gaepo)).hasSize(2);
    assertThat(matchmaking.people(dohun, out)).hasSize(2);
    assertThat(List.of(minji, jun))
        .anySatisfy(
            moved -> assertThat(matchmaking.told(moved)).contains(NotificationType.MATCH_MOVED));
    assertThat(matchmaking.meetings(minji)).hasSize(1);
  }

  @Test
  void who_cancels_during_a_run_frees_the_others_at_once() {
    MatchRequestId leaving = matchmaking.ask(Ask.by(minji));
    MatchRequestId one = matchmaking.ask(Ask.by(jun));
    MatchRequestId other = matchmaking.ask(Ask.by(sora));
    AtomicBoolean first = new AtomicBoolean(true);
    FormMeeting whileCancelling =
        command -> {
          if (first.getAndSet(false)) {
            Race.of(
                1,
                i -> {
                  matchmaking
                      .matching()
                      .cancelMatchRequest()
                      .cancel(new CancelMatchRequest.Command(minji, leaving));
                  return i;
                });
          }
          return community.meetings().formMeeting().form(command);
        };

    matching(whileCancelling, community.matchingPorts().locks()).runPool().run(MEAL);

    assertThat(first).isFalse();
    assertThat(matchmaking.status(minji, leaving)).isEqualTo(MatchRequestStatus.CANCELLED);
    MatchRequest.Snapshot matched = matchmaking.state(jun, one);
    assertThat(matched.status()).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(matchmaking.state(sora, other).meeting()).isEqualTo(matched.meeting());
    assertThat(matchmaking.meetings(minji)).isEmpty();
  }

  // --- The memory and the store ------------------------------------------------------------------

  @Test
  void a_fault_while_a_group_is_stored_is_not_hidden_and_the_next_run_makes_up_for_it() {
    MatchRequestId one = matchmaking.ask(Ask.by(minji));
    MatchRequestId other = matchmaking.ask(Ask.by(jun));
    AtomicBoolean broken = new AtomicBoolean(true);
    MatchingUseCases failing =
        matching(
            command -> {
              if (broken.get()) {
                throw new IllegalStateException("the store is gone");
              }
              return community.meetings().formMeeting().form(command);
            },
            community.matchingPorts().locks());

    assertThatThrownBy(() -> failing.runPool().run(MEAL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the store is gone");
    assertThat(matchmaking.status(jun, other)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(failing.viewMatchRequest().view(jun, other).outlook()).isEmpty();
    assertThat(failing.comparePool().compare(MEAL)).isZero();

    broken.set(false);
    failing.runPool().run(MEAL);

    assertThat(matchmaking.meeting(minji, one)).isEqualTo(matchmaking.meeting(jun, other));
  }

  @Test
  void a_refusal_of_the_rules_while_a_group_is_stored_is_not_hidden() {
    matchmaking.ask(Ask.by(minji));
    MatchRequestId request = matchmaking.ask(Ask.by(jun));
    MatchingUseCases failing =
        matching(
            command -> {
              throw MatchingError.MATCHING_PAUSED.exception();
            },
            community.matchingPorts().locks());

    assertRefused(MatchingError.MATCHING_PAUSED, () -> failing.runPool().run(MEAL));

    assertThat(matchmaking.status(jun, request)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void what_never_holds_is_put_off() {
    MatchRequestId one = matchmaking.ask(Ask.by(minji));
    MatchRequestId other = matchmaking.ask(Ask.by(jun));
    MatchingUseCases failing =
        matching(
            command -> {
              throw MatchingError.REQUEST_NOT_WAITING.exception();
            },
            community.matchingPorts().locks());

    assertThat(failing.runPool().run(MEAL)).contains(community.clock().now().plusSeconds(1));

    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(jun, other)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_comparison_finds_what_no_event_told_of() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    assertThat(community.matching().comparePool().compare(MEAL)).isZero();
    MatchRequestId other = matchmaking.ask(Ask.by(jun));
    lose();
    community.matching().runPool().run(MEAL);
    assertThat(matchmaking.status(jun, other)).isEqualTo(MatchRequestStatus.WAITING);

    assertThat(community.matching().comparePool().compare(MEAL)).isEqualTo(1);
    community.deliver();
    community.matching().runPool().run(MEAL);

    assertThat(matchmaking.meeting(minji, one)).isEqualTo(matchmaking.meeting(jun, other));
    assertThat(community.matching().comparePool().compare(MEAL)).isZero();
  }

  @Test
  void a_comparison_finds_who_has_gone_without_an_event() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji));
    community.matching().cancelMatchRequest().cancel(new CancelMatchRequest.Command(minji, one));
    lose();

    assertThat(community.matching().comparePool().compare(MEAL)).isEqualTo(1);
    community.matching().runPool().run(MEAL);

    assertThat(community.matching().comparePool().compare(MEAL)).isZero();
    assertThat(matchmaking.status(jun, matchmaking.submit(Ask.by(jun))))
        .isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void a_step_that_is_lost_again_and_again_is_put_off_and_the_others_are_matched() {
    Caller dohun = community.newcomer("dohun");
    MatchRequestId restless = matchmaking.ask(Ask.by(minji).at("gaepo"));
    MatchRequestId partner = matchmaking.ask(Ask.by(jun).at("gaepo"));
    MatchRequestId one = matchmaking.ask(Ask.by(sora).at("out"));
    MatchRequestId other = matchmaking.ask(Ask.by(dohun).at("out"));
    lose();
    community.restartMatching();
    AtomicBoolean touching = new AtomicBoolean();
    community.disturb(() -> {
      if (touching.compareAndSet(false, true)) {
        community
            .transactions()
            .writeOnly(() ->
                community
                    .matchRequests()
                    .save(community.matchRequests().find(restless).orElseThrow()));
        touching.set(false);
      }
    });

    Optional<Instant> comingBack = community.matching().runPool().run(MEAL);

    assertThat(matchmaking.meeting(sora, one)).isEqualTo(matchmaking.meeting(dohun, other));
    assertThat(matchmaking.status(minji, restless)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(jun, partner)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(comingBack).contains(community.clock().now().plusSeconds(1));
    community.disturb(() -> {});
    community.passTime(Duration.ofSeconds(1));
    assertThat(matchmaking.meeting(minji, restless)).isEqualTo(matchmaking.meeting(jun, partner));
  }

  private void lose() {
    community
        .transactions()
        .writeOnly(() ->
            community
                .outbox()
                .remove(
                    community.outbox().after(0, Integer.MAX_VALUE).stream()
                        .map(OutboxMessage::id)
                        .toList()));
  }

  @Test
  void a_program_that_starts_takes_in_who_waits_and_the_groups_that_are_open() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji).at("gaepo"));
    MatchRequestId other = matchmaking.submit(Ask.by(jun).at("gaepo"));
    MatchRequestId alone = matchmaking.submit(Ask.by(sora).at("out"));
    assertThat(matchmaking.state(minji, one).isLive()).isTrue();
    Caller late = community.newcomer("late");
    Caller later = community.newcomer("later");

    MatchingUseCases started =
        matching(community.meetings().formMeeting(), community.matchingPorts().locks());
    started.runPool().run(MEAL);
    assertThat(started.viewMatchRequest().view(sora, alone).outlook()).isPresent();
    MatchRequestId joining = matchmaking.ask(Ask.by(late).at("gaepo"));
    MatchRequestId pairing = matchmaking.ask(Ask.by(later).at("out"));
    lose();
    assertThat(started.comparePool().compare(MEAL)).isEqualTo(2);
    started.runPool().run(MEAL);

    assertThat(matchmaking.people(late, matchmaking.meeting(late, joining)))
        .containsExactlyInAnyOrder("minji", "jun", "late");
    assertThat(matchmaking.meeting(jun, other)).isEqualTo(matchmaking.meeting(late, joining));
    assertThat(matchmaking.meeting(later, pairing)).isEqualTo(matchmaking.meeting(sora, alone));
  }

  @Test
  void two_programs_on_one_store_match_nobody_twice() {
    MatchingUseCases second =
        matching(community.meetings().formMeeting(), community.matchingPorts().locks());
    second.runPool().run(MEAL);
    community.runAllPools();
    MatchRequestId one = matchmaking.ask(Ask.by(minji).sizes(2, 2));
    MatchRequestId other = matchmaking.ask(Ask.by(jun).sizes(2, 2));
    MatchRequestId third = matchmaking.ask(Ask.by(sora).sizes(2, 2));
    second.comparePool().compare(MEAL);
    community.matching().comparePool().compare(MEAL);

    second.runPool().run(MEAL);
    community.deliver();
    second.runPool().run(MEAL);

    assertThat(matchmaking.meeting(minji, one)).isEqualTo(matchmaking.meeting(jun, other));
    assertThat(matchmaking.status(sora, third)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.meetings(minji)).hasSize(1);
    assertThat(matchmaking.meetings(jun)).hasSize(1);
  }

  private MatchingUseCases matching(FormMeeting form, Locks locks) {
    MatchingPorts ports = community.matchingPorts();
    MatchingNeighbours neighbours = community.matchingNeighbours();
    MatchingNeighbours.Meetings meetings = neighbours.meetings();
    return MatchingUseCases.of(
        new MatchingPorts(
            ports.requests(),
            ports.proposals(),
            ports.signal(),
            locks,
            ports.transactions(),
            ports.outbox(),
            ports.ids(),
            ports.clock()),
        new MatchingNeighbours(
            new MatchingNeighbours.Meetings(
                form,
                meetings.regroup(),
                meetings.settle(),
                meetings.callOff(),
                meetings.find(),
                meetings.partners(),
                meetings.absences(),
                meetings.pauses()),
            neighbours.members(),
            neighbours.rooms()),
        SampleCategories.ALL,
        MatchingSettings.DEFAULT,
        MemberSettings.DEFAULT.zone());
  }

  @Test
  void a_category_added_as_data_is_joined_and_matched_in() {
    Category carpool =
        aCategory()
            .key("carpool")
            .options("to", "gangnam", "suwon")
            .levels("bags", 0, 3)
            .window("leaves", Duration.ofMinutes(15))
            .sizes(2, 3)
            .build();
    Community drivers = new Community(new Categories(List.of(carpool)), 1);
    Caller driver = drivers.newcomer("driver");
    Caller rider = drivers.newcomer("rider");
    Map<String, FacetInput> wish =
        Map.of(
            "to",
            new FacetInput.Choice(List.of("suwon")),
            "bags",
            new FacetInput.Span("0", "2"),
            "leaves",
            new FacetInput.Span("2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z"));

    RoomView room =
        drivers
            .rooms()
            .openRoom()
            .open(
                new OpenRoom.Command(
                    driver,
                    "To Suwon",
                    "",
                    "carpool",
                    wish,
                    drivers.clock().now().plus(Duration.ofHours(9)),
                    3,
                    false));
    for (Caller member : List.of(driver, rider)) {
      drivers
          .matching()
          .submitMatchRequest()
          .submit(
              new SubmitMatchRequest.Command(
                  member, "carpool", wish, Optional.empty(), Optional.empty(), Optional.empty()));
    }
    drivers.deliver();

    assertThat(room.details().category()).isEqualTo(carpool.key());
    MeetingView meeting =
        drivers.meetings().listMeetings().list(rider, PageRequest.first(20)).items().getFirst();
    assertThat(meeting.category()).isEqualTo(carpool.key());
    assertThat(meeting.members()).hasSize(2);
    assertThat(meeting.startsAt()).contains(Instant.parse("2026-03-02T09:00:00Z"));
  }
}
