package dev.moim.testkit.matching;

import static dev.moim.testkit.matching.MatchRequestBuilder.aMatchRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.condition.SampleConditions;
import dev.moim.testkit.shared.AggregateContract;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link MatchRequests} keeps to. */
public abstract class MatchRequestsContract extends AggregateContract<MatchRequest.Snapshot> {
  private static final Instant NOW = SettableClock.START;
  private static final CategoryKey MEAL = new CategoryKey("meal");

  protected abstract MatchRequests requests();

  @Override
  protected MatchRequest.Snapshot fresh() {
    return aMatchRequest().build();
  }

  @Override
  protected List<MatchRequest.Snapshot> shapes() {
    List<MatchRequest.Snapshot> shapes = new ArrayList<>();
    shapes.add(aMatchRequest().build());
    shapes.add(
        aMatchRequest()
            .category("z" + "9_-".repeat(13))
            .condition(SampleConditions.EVERY_KIND)
            .size(2, 20)
            .build());
    shapes.add(
        aMatchRequest()
            .submittedAt(Samples.EARLY)
            .expiresAt(Samples.FAR)
            .size(GroupSize.GREATEST, GroupSize.GREATEST)
            .build());
    shapes.add(aMatchRequest().matched(Samples.meetingId()).build());
    for (MatchRequestStatus status : MatchRequestStatus.values()) {
      shapes.add(aMatchRequest().status(status).build());
    }
    return shapes;
  }

  @Override
  protected MatchRequest.Snapshot changed(MatchRequest.Snapshot state) {
    boolean waits = state.status() == MatchRequestStatus.WAITING;
    return new MatchRequest.Snapshot(
        state.id(),
        state.member(),
        state.category(),
        state.condition(),
        state.size(),
        state.submittedAt(),
        state.expiresAt(),
        waits ? MatchRequestStatus.MATCHED : MatchRequestStatus.WAITING,
        waits ? Optional.of(Samples.meetingId()) : Optional.empty(),
        state.version());
  }

  @Override
  protected Optional<MatchRequest.Snapshot> find(MatchRequest.Snapshot like) {
    return requests().find(like.id()).map(MatchRequest::snapshot);
  }

  @Override
  protected MatchRequest.Snapshot save(MatchRequest.Snapshot state) {
    return requests().save(MatchRequest.restore(state));
  }

  @Override
  protected Version version(MatchRequest.Snapshot state) {
    return state.version();
  }

  @Override
  protected MatchRequest.Snapshot stored(MatchRequest.Snapshot state) {
    return state.stored();
  }

  private MatchRequest.Snapshot add(MatchRequestBuilder request) {
    return write(() -> save(request.build()));
  }

  @Test
  void a_change_that_is_not_saved_stays_invisible() {
    MatchRequest.Snapshot stored = add(aMatchRequest());

    change(() -> requests().find(stored.id()).orElseThrow().cancel(NOW));

    assertThat(read(() -> find(stored))).contains(stored);
  }

  @Test
  void a_change_after_the_save_stays_invisible() {
    MatchRequest request = aMatchRequest().restore();
    MatchRequest.Snapshot stored = write(() -> requests().save(request));

    request.cancel(NOW);

    assertThat(read(() -> find(stored))).contains(stored);
  }

  @Test
  void a_second_live_request_in_the_category_is_refused() {
    MemberId member = Samples.memberId();
    MatchRequest.Snapshot live = add(aMatchRequest().member(member));
    MatchRequest.Snapshot second = aMatchRequest().member(member).build();

    assertThatThrownBy(() -> change(() -> save(second)))
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(MatchingError.LIVE_REQUEST_EXISTS));

    assertThat(read(() -> find(second))).isEmpty();
    assertThat(read(() -> requests().liveOf(member, MEAL))).contains(live.id());
  }

  @Test
  void live_requests_of_other_members_and_categories_are_no_obstacle() {
    MemberId member = Samples.memberId();
    MatchRequest.Snapshot meal = add(aMatchRequest().member(member));
    MatchRequest.Snapshot study = add(aMatchRequest().member(member).category("study"));
    add(aMatchRequest());

    assertThat(read(() -> requests().liveOf(member, MEAL))).contains(meal.id());
    assertThat(read(() -> requests().liveOf(member, new CategoryKey("study"))))
        .contains(study.id());
    assertThat(read(() -> requests().liveOf(member, new CategoryKey("exercise")))).isEmpty();
  }

  @Test
  void a_request_that_ended_makes_room_for_the_next() {
    MemberId member = Samples.memberId();
    for (int i = 0; i < 3; i++) {
      MatchRequest.Snapshot stored = add(aMatchRequest().member(member));
      change(() -> {
        MatchRequest request = requests().find(stored.id()).orElseThrow();
        request.cancel(NOW);
        requests().save(request);
      });
      assertThat(read(() -> requests().liveOf(member, MEAL))).isEmpty();
    }
    add(aMatchRequest().member(member).matched(Samples.meetingId()));
    add(aMatchRequest().member(member).status(MatchRequestStatus.EXPIRED));

    MatchRequest.Snapshot last = add(aMatchRequest().member(member));

    assertThat(read(() -> requests().liveOf(member, MEAL))).contains(last.id());
  }

  @Test
  void one_work_may_end_a_request_and_submit_the_next() {
    MemberId member = Samples.memberId();
    MatchRequest.Snapshot first = add(aMatchRequest().member(member));

    MatchRequest.Snapshot second =
        write(() -> {
          MatchRequest request = requests().find(first.id()).orElseThrow();
          request.cancel(NOW);
          requests().save(request);
          return save(aMatchRequest().member(member).build());
        });

    assertThat(read(() -> requests().liveOf(member, MEAL))).contains(second.id());
  }

  @Test
  void of_racing_requests_of_one_member_exactly_one_lives() {
    MemberId member = Samples.memberId();

    List<Race.Outcome<MatchRequest.Snapshot>> outcomes =
        overlappingUntilSettled(20, i -> save(aMatchRequest().member(member).build()));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allSatisfy(outcome ->
            assertThat(outcome.failure().orElseThrow())
                .isInstanceOfSatisfying(
                    DomainException.class,
                    refusal ->
                        assertThat(refusal.code()).isEqualTo(MatchingError.LIVE_REQUEST_EXISTS)));
    assertThat(read(() -> requests().countWaiting(MEAL, NOW))).isEqualTo(1);
  }

  @Test
  void whoever_loses_the_race_sees_the_live_request_or_a_conflict() {
    MemberId member = Samples.memberId();

    List<Race.Outcome<MatchRequest.Snapshot>> outcomes =
        overlapping(20, i -> save(aMatchRequest().member(member).build()));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allSatisfy(outcome ->
            assertThat(outcome.failure().orElseThrow())
                .isInstanceOfAny(DomainException.class, ConcurrencyConflict.class));
  }

  @Test
  void waiting_are_those_of_the_category_whose_time_is_not_over_oldest_first() {
    MatchRequest.Snapshot young =
        add(aMatchRequest().submittedAt(NOW.minusSeconds(1)).expiresAt(NOW.plusSeconds(60)));
    MatchRequest.Snapshot old =
        add(aMatchRequest().submittedAt(NOW.minusSeconds(90)).expiresAt(NOW.plusNanos(1_000)));
    add(aMatchRequest().submittedAt(NOW.minusSeconds(99)).expiresAt(NOW));
    add(aMatchRequest().category("study"));
    add(aMatchRequest().matched(Samples.meetingId()));
    add(aMatchRequest().status(MatchRequestStatus.CANCELLED));
    add(aMatchRequest().status(MatchRequestStatus.EXPIRED));

    assertThat(read(() -> requests().waiting(MEAL, NOW))).containsExactly(old, young);
    assertThat(read(() -> requests().countWaiting(MEAL, NOW))).isEqualTo(2);
    assertThat(read(() -> requests().waiting(new CategoryKey("exercise"), NOW))).isEmpty();
    assertThat(read(() -> requests().countWaiting(new CategoryKey("exercise"), NOW))).isZero();
  }

  @Test
  void all_who_wait_are_read_however_many() {
    List<MatchRequestId> many =
        write(() -> {
          List<MatchRequestId> saved = new ArrayList<>();
          for (int i = 0; i < 300; i++) {
            saved.add(
                save(aMatchRequest()
                        .condition(SampleConditions.EVERY_KIND)
                        .submittedAt(NOW.plusSeconds(i))
                        .build())
                    .id());
          }
          return saved;
        });

    assertThat(read(() -> requests().waiting(MEAL, NOW)))
        .extracting(MatchRequest.Snapshot::id)
        .containsExactlyElementsOf(many);
  }

  @Test
  void overdue_are_the_waiting_whose_time_is_over_the_longest_over_first() {
    MatchRequestId just = add(aMatchRequest().expiresAt(NOW)).id();
    MatchRequestId longest = add(aMatchRequest().expiresAt(NOW.minusSeconds(600))).id();
    MatchRequestId study =
        add(aMatchRequest().category("study").expiresAt(NOW.minusSeconds(60))).id();
    add(aMatchRequest().expiresAt(NOW.plusNanos(1_000)));
    add(aMatchRequest().expiresAt(NOW.minusSeconds(60)).status(MatchRequestStatus.CANCELLED));

    assertThat(read(() -> requests().overdue(NOW, 10))).containsExactly(longest, study, just);
    assertThat(read(() -> requests().overdue(NOW, 2))).containsExactly(longest, study);
  }

  @Test
  void members_turn_the_pages_of_their_own_requests_latest_first() {
    MemberId member = Samples.memberId();
    List<MatchRequest.Snapshot> own = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      own.add(
          add(
              aMatchRequest()
                  .member(member)
                  .status(MatchRequestStatus.CANCELLED)
                  .submittedAt(NOW.minusSeconds(i / 3))));
    }
    add(aMatchRequest());

    List<MatchRequest.Snapshot> seen =
        PageWalk.all(
            5,
            page -> read(() -> requests().of(member, page)),
            () ->
                add(
                    aMatchRequest()
                        .member(member)
                        .status(MatchRequestStatus.EXPIRED)
                        .submittedAt(NOW.plusSeconds(1))));

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(own)
        .isSortedAccordingTo(Comparator.comparing(MatchRequest.Snapshot::submittedAt).reversed());
  }
}
