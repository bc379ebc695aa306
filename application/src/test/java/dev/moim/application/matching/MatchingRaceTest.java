package dev.moim.application.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.shared.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchingRaceTest {
  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 100);
  }

  private static final CategoryKey MEAL = new CategoryKey("meal");

  private static MatchRequestView submit(Community community, Caller member) {
    return community
        .matching()
        .submitMatchRequest()
        .submit(
            new SubmitMatchRequest.Command(
                member, "meal", Map.of(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static void cancel(Community community, Caller member, MatchRequestId request) {
    community
        .matching()
        .cancelMatchRequest()
        .cancel(new CancelMatchRequest.Command(member, request));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void twenty_identical_requests_at_once_are_one_and_never_match_themselves(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    Caller minji = community.newcomer("minji");

    List<Race.Outcome<MatchRequestView>> outcomes = Race.of(20, i -> submit(community, minji));
    community.deliver();

    List<Race.Outcome<MatchRequestView>> won =
        outcomes.stream().filter(Race.Outcome::succeeded).toList();
    assertThat(won).hasSize(1);
    MatchRequestId live = won.getFirst().result().orElseThrow().request().id();
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allSatisfy(outcome ->
            assertThat(outcome.failure().orElseThrow())
                .isInstanceOfSatisfying(
                    DomainException.class,
                    refusal -> {
                      assertThat(refusal.code()).isEqualTo(MatchingError.LIVE_REQUEST_EXISTS);
                      assertThat(refusal.details()).containsEntry("matchRequestId", live);
                    }));
    assertThat(community.matching().viewMatchRequest().view(minji, live).request().status())
        .isEqualTo(MatchRequestStatus.WAITING);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void cancelling_during_passes_loses_nobody_and_leaves_nobody_waiting(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    Random random = new Random(seed);
    List<Caller> members = new ArrayList<>();
    List<MatchRequestId> requests = new ArrayList<>();
    List<Boolean> cancels = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      members.add(community.newcomer("member" + i));
      requests.add(submit(community, members.getLast()).request().id());
      cancels.add(random.nextInt(3) == 0);
    }

    List<Race.Outcome<Integer>> outcomes =
        Race.of(
            42,
            i -> {
              if (i >= 40) {
                community.matching().runPool().run(MEAL);
                return 0;
              }
              if (cancels.get(i)) {
                cancel(community, members.get(i), requests.get(i));
              }
              return 0;
            });

    community.deliver();
    List<MatchRequest.Snapshot> after = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      after.add(
          community.matching().viewMatchRequest().view(members.get(i), requests.get(i)).request());
    }
    for (int i = 0; i < 40; i++) {
      MatchRequest.Snapshot request = after.get(i);
      Race.Outcome<Integer> outcome = outcomes.get(i);
      List<MeetingView> meetings =
          community.meetings().listMeetings().list(members.get(i), PageRequest.first(20)).items();
      if (request.status() == MatchRequestStatus.MATCHED) {
        assertThat(meetings)
            .extracting(MeetingView::id)
            .containsExactly(request.meeting().orElseThrow());
      } else {
        assertThat(meetings).isEmpty();
      }
      if (cancels.get(i)) {
        MatchRequestStatus expected =
            outcome.succeeded() ? MatchRequestStatus.CANCELLED : MatchRequestStatus.MATCHED;
        assertThat(request.status()).isEqualTo(expected);
        outcome
            .failure()
            .ifPresent(failure ->
                assertThat(failure)
                    .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal ->
                            assertThat(refusal.code()).isEqualTo(MatchingError.ALREADY_MATCHED)));
      }
    }
    assertThat(outcomes.subList(40, 42)).allMatch(Race.Outcome::succeeded);
    assertThat(after)
        .filteredOn(request -> request.status() == MatchRequestStatus.WAITING)
        .hasSizeLessThanOrEqualTo(1);
  }
}
