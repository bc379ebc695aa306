package dev.moim.application.matching;

import static dev.moim.testkit.Refusals.assertInvalid;
import static dev.moim.testkit.Refusals.assertRefused;
import static dev.moim.testkit.condition.CategoryBuilder.aCategory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.matching.port.in.RunMatchingPass;
import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.matching.service.MatchingUseCases;
import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.Locks;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.ConditionError;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.condition.SampleConditions;
import dev.moim.testkit.shared.LocalLocks;
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
  private static final CategoryKey MEAL = new CategoryKey("meal");

  private final Community community = new Community();
  private final Caller minji = community.newcomer("minji");
  private final Caller jun = community.newcomer("jun");

  private static SubmitMatchRequest.Command meal(Caller member, String... places) {
    return new SubmitMatchRequest.Command(
        member,
        "meal",
        Map.of("place", new FacetInput.Choice(List.of(places))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private MatchRequestView submit(SubmitMatchRequest.Command command) {
    return community.matching().submitMatchRequest().submit(command);
  }

  private MatchRequestView view(Caller member, MatchRequestId request) {
    return community.matching().viewMatchRequest().view(member, request);
  }

  private void cancel(Caller member, MatchRequestId request) {
    community
        .matching()
        .cancelMatchRequest()
        .cancel(new CancelMatchRequest.Command(member, request));
  }

  private RunMatchingPass.Result pass() {
    return community.matching().runMatchingPass().run(MEAL);
  }

  @Test
  void a_request_takes_what_is_not_said_from_its_category() {
    MatchRequestView view = submit(meal(minji, "gaepo", "gaepo", "seocho"));

    MatchRequest.Snapshot request = view.request();
    assertThat(request.member()).isEqualTo(minji.id());
    assertThat(request.condition()).isEqualTo(SampleConditions.oneOf("place", "gaepo", "seocho"));
    assertThat(request.size()).isEqualTo(new GroupSize(2, 4));
    assertThat(request.expiresAt())
        .isEqualTo(community.clock().now().plus(SampleCategories.MEAL.patience()));
    assertThat(request.status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(view.waiting()).isEqualTo(1);
    assertThat(view(minji, request.id())).isEqualTo(view);
  }

  @Test
  void a_least_size_above_the_usual_one_is_the_greatest_too() {
    MatchRequestView view =
        submit(
            new SubmitMatchRequest.Command(
                minji, "study", Map.of(), Optional.of(5), Optional.empty(), Optional.empty()));

    assertThat(view.request().size()).isEqualTo(new GroupSize(5, 5));
  }

  @Test
  void everything_wrong_with_a_request_is_said_at_once() {
    assertInvalid(
        () ->
            submit(
                new SubmitMatchRequest.Command(
                    minji,
                    "meal",
                    Map.of("place", new FacetInput.Choice(List.of("moon"))),
                    Optional.of(1),
                    Optional.of(5),
                    Optional.empty())),
        "/condition/place/0 UNKNOWN_OPTION",
        "/size/min OUT_OF_RANGE",
        "/size/max OUT_OF_RANGE");
    assertRefused(
        ConditionError.UNKNOWN_CATEGORY,
        () ->
            submit(
                new SubmitMatchRequest.Command(
                    minji, "nap", Map.of(), Optional.empty(), Optional.empty(), Optional.empty())));
  }

  @Test
  void patience_is_neither_too_short_nor_too_long() {
    Instant now = community.clock().now();
    assertInvalid(
        () -> submit(expiring(now.plus(Category.LEAST_PATIENCE).minusNanos(1_000))),
        "/expiresAt TOO_SOON");
    assertInvalid(
        () -> submit(expiring(now.plus(Category.MOST_PATIENCE).plusNanos(1_000))),
        "/expiresAt TOO_FAR_AHEAD");

    assertThat(submit(expiring(now.plus(Category.MOST_PATIENCE))).waiting()).isEqualTo(1);
  }

  private SubmitMatchRequest.Command expiring(Instant end) {
    return new SubmitMatchRequest.Command(
        minji, "meal", Map.of(), Optional.empty(), Optional.empty(), Optional.of(end));
  }

  @Test
  void a_second_live_request_is_refused_with_the_first() {
    MatchRequestId live = submit(meal(minji)).request().id();

    assertThat(
            assertRefused(MatchingError.LIVE_REQUEST_EXISTS, () -> submit(meal(minji))).details())
        .containsEntry("matchRequestId", live);
  }

  @Test
  void a_request_whose_time_is_over_makes_way_for_a_new_one() {
    MatchRequestId late = submit(meal(minji)).request().id();
    community.clock().advance(SampleCategories.MEAL.patience());

    MatchRequestId live = submit(meal(minji)).request().id();

    assertThat(view(minji, late).request().status()).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(view(minji, live).request().status()).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void others_may_neither_see_nor_cancel_a_request() {
    MatchRequestId request = submit(meal(minji)).request().id();

    assertRefused(MatchingError.MATCH_REQUEST_NOT_FOUND, () -> view(jun, request));
    assertRefused(MatchingError.MATCH_REQUEST_NOT_FOUND, () -> cancel(jun, request));
    assertRefused(
        MatchingError.MATCH_REQUEST_NOT_FOUND, () -> view(minji, Samples.matchRequestId()));
  }

  @Test
  void a_cancelled_request_is_not_matched_and_stays_readable() {
    MatchRequestId request = submit(meal(minji)).request().id();

    cancel(minji, request);
    cancel(minji, request);
    assertThat(submit(meal(jun)).waiting()).isEqualTo(1);

    assertThat(pass()).isEqualTo(new RunMatchingPass.Result(0, 0));
    assertThat(view(minji, request).request().status()).isEqualTo(MatchRequestStatus.CANCELLED);
  }

  @Test
  void two_who_fit_are_brought_together() {
    MatchRequestId one = submit(meal(minji, "gaepo", "seocho")).request().id();
    MatchRequestId other = submit(meal(jun, "seocho", "out")).request().id();

    assertThat(pass()).isEqualTo(new RunMatchingPass.Result(1, 0));

    MatchRequest.Snapshot matched = view(minji, one).request();
    MeetingId meeting = matched.meeting().orElseThrow();
    assertThat(matched.status()).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(view(jun, other).request().meeting()).contains(meeting);
    MeetingView view = community.meetings().viewMeeting().view(jun, meeting);
    assertThat(view.members())
        .extracting(MeetingView.Person::nickname)
        .containsExactlyInAnyOrder(Optional.of("minji"), Optional.of("jun"));
    assertThat(view.source()).isEqualTo(new MeetingSource.RandomMatch());
    assertThat(view.startsAt()).isEmpty();
    assertThat(view.agreed().meet(SampleConditions.oneOf("place", "seocho"))).isPresent();
    assertThat(assertRefused(MatchingError.ALREADY_MATCHED, () -> cancel(minji, one)).details())
        .containsEntry("meetingId", meeting);
  }

  @Test
  void two_who_do_not_fit_go_on_waiting() {
    submit(meal(minji, "gaepo"));
    assertThat(submit(meal(jun, "out")).waiting()).isEqualTo(2);

    assertThat(pass()).isEqualTo(new RunMatchingPass.Result(0, 0));
  }

  @Test
  void requests_expire_when_their_time_is_over_and_only_once() {
    MatchRequestId request = submit(meal(minji)).request().id();
    assertThat(community.matching().expireMatchRequests().expire()).isZero();

    community.clock().advance(SampleCategories.MEAL.patience());

    assertThat(pass()).isEqualTo(new RunMatchingPass.Result(0, 0));
    assertThat(community.matching().expireMatchRequests().expire()).isEqualTo(1);
    assertThat(community.matching().expireMatchRequests().expire()).isZero();
    assertThat(view(minji, request).request().status()).isEqualTo(MatchRequestStatus.EXPIRED);
    assertRefused(MatchingError.REQUEST_NOT_WAITING, () -> cancel(minji, request));
    assertThat(submit(meal(minji)).waiting()).isEqualTo(1);
  }

  @Test
  void members_list_their_own_requests_latest_first() {
    List<MatchRequestId> own = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      community.clock().advance(Duration.ofSeconds(1));
      MatchRequestId request = submit(meal(minji)).request().id();
      cancel(minji, request);
      own.addFirst(request);
    }
    submit(meal(jun));

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
  void a_pass_over_an_unknown_pool_is_refused() {
    assertRefused(
        ConditionError.UNKNOWN_CATEGORY,
        () -> community.matching().runMatchingPass().run(new CategoryKey("nap")));
  }

  @Test
  void a_pass_that_another_keeps_out_is_to_be_tried_again() {
    Locks taken =
        new Locks() {
          @Override
          public <T> Optional<T> whileHolding(String name, Duration patience, Supplier<T> work) {
            return Optional.empty();
          }
        };

    assertThatThrownBy(
            () -> matching(community.meetings().formMeeting(), taken).runMatchingPass().run(MEAL))
        .isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  void a_submission_triggers_a_pass_and_a_pass_too_many_changes_nothing() {
    submit(meal(minji));
    submit(meal(jun));
    var messages = community.messages();

    community.handle(messages);
    community.handle(messages);

    assertThat(community.meetings().listMeetings().list(minji, PageRequest.first(20)).items())
        .hasSize(1);
  }

  @Test
  void who_cancels_during_a_pass_frees_the_others_at_once() {
    Caller sora = community.newcomer("sora");
    MatchRequestId leaving = submit(meal(minji)).request().id();
    MatchRequestId one = submit(meal(jun)).request().id();
    MatchRequestId other = submit(meal(sora)).request().id();
    AtomicBoolean first = new AtomicBoolean(true);
    FormMeeting whileCancelling =
        command -> {
          if (first.getAndSet(false)) {
            Race.of(
                1,
                i -> {
                  cancel(minji, leaving);
                  return i;
                });
          }
          return community.meetings().formMeeting().form(command);
        };

    RunMatchingPass.Result result =
        matching(whileCancelling, new LocalLocks()).runMatchingPass().run(MEAL);

    assertThat(result).isEqualTo(new RunMatchingPass.Result(1, 1));
    assertThat(view(minji, leaving).request().status()).isEqualTo(MatchRequestStatus.CANCELLED);
    MatchRequest.Snapshot matched = view(jun, one).request();
    assertThat(matched.status()).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(view(sora, other).request().meeting()).isEqualTo(matched.meeting());
    assertThat(community.meetings().listMeetings().list(minji, PageRequest.first(20)).items())
        .isEmpty();
  }

  @Test
  void a_fault_while_a_group_is_stored_is_not_hidden() {
    submit(meal(minji));
    MatchRequestId request = submit(meal(jun)).request().id();
    FormMeeting broken =
        command -> {
          throw ConditionError.UNKNOWN_CATEGORY.exception();
        };

    assertRefused(
        ConditionError.UNKNOWN_CATEGORY,
        () -> matching(broken, new LocalLocks()).runMatchingPass().run(MEAL));

    assertThat(view(jun, request).request().status()).isEqualTo(MatchRequestStatus.WAITING);
  }

  private MatchingUseCases matching(FormMeeting formMeeting, Locks locks) {
    return MatchingUseCases.of(
        community.matchRequests(),
        SampleCategories.ALL,
        formMeeting,
        community.members().checkActive(),
        locks,
        community.transactions(),
        community.outbox(),
        community.ids(),
        community.clock());
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
  }
}
