package dev.moim.testkit.matching;

import static dev.moim.testkit.Refusals.assertOthersRefused;
import static dev.moim.testkit.matching.MatchRequestBuilder.aMatchRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.Invitation;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.matching.RoomSeat;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.condition.SampleConditions;
import dev.moim.testkit.shared.AggregateContract;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    shapes.add(aMatchRequest().matched(Samples.meetingId()).openUntil(NOW).build());
    shapes.add(aMatchRequest().seated(Samples.roomId()).fillsRooms().build());
    shapes.add(aMatchRequest().proposed(new MatchProposalId(Samples.uuid())).build());
    shapes.add(aMatchRequest().leader(Samples.matchRequestId()).build());
    shapes.add(
        aMatchRequest()
            .relaxing(
                new Relaxation.AnyValue(new FacetKey("way"), Duration.ofMinutes(10)),
                new Relaxation.SmallerGroup(2, Duration.ofMinutes(15)))
            .build());
    shapes.add(
        aMatchRequest()
            .status(MatchRequestStatus.INVITING)
            .invites(
                new Invitation(Samples.memberId(), Invitation.Answer.OPEN, Optional.empty()),
                new Invitation(
                    Samples.memberId(),
                    Invitation.Answer.ACCEPTED,
                    Optional.of(Samples.matchRequestId())),
                new Invitation(Samples.memberId(), Invitation.Answer.DECLINED, Optional.empty()))
            .build());
    for (EndReason reason : EndReason.values()) {
      shapes.add(aMatchRequest().ended(MatchRequestStatus.EXPIRED, reason).build());
    }
    for (MatchRequestStatus status : MatchRequestStatus.values()) {
      shapes.add(aMatchRequest().status(status).build());
    }
    return shapes;
  }

  @Override
  protected MatchRequest.Snapshot changed(MatchRequest.Snapshot state) {
    return new MatchRequest.Snapshot(
        state.id(),
        state.member(),
        state.category(),
        state.wish(),
        state.submittedAt().plusSeconds(1),
        state.expiresAt(),
        state.leader(),
        List.of(new Invitation(Samples.memberId(), Invitation.Answer.OPEN, Optional.empty())),
        state.status() == MatchRequestStatus.WAITING
            ? MatchRequestStatus.MATCHED
            : MatchRequestStatus.WAITING,
        Optional.of(EndReason.GROUP_FELL_APART),
        Optional.of(new MatchProposalId(Samples.uuid())),
        Optional.of(Samples.meetingId()),
        Optional.of(new RoomSeat(Samples.roomId(), 7)),
        Optional.of(NOW.plusSeconds(60)),
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

    change(() -> requests().find(stored.id()).orElseThrow().cancel(EndReason.TAKEN_BACK, NOW));

    assertThat(read(() -> find(stored))).contains(stored);
  }

  @Test
  void a_change_after_the_save_stays_invisible() {
    MatchRequest request = aMatchRequest().restore();
    MatchRequest.Snapshot stored = write(() -> requests().save(request));

    request.cancel(EndReason.TAKEN_BACK, NOW);

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
        request.cancel(EndReason.TAKEN_BACK, NOW);
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
          request.cancel(EndReason.TAKEN_BACK, NOW);
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
    assertOthersRefused(MatchingError.LIVE_REQUEST_EXISTS, outcomes);
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
  void a_request_in_an_open_group_lives_until_that_is_final() {
    MemberId member = Samples.memberId();
    MatchRequest.Snapshot open =
        add(aMatchRequest().member(member).matched(Samples.meetingId()).openUntil(NOW));
    assertThat(read(() -> requests().liveOf(member, MEAL))).contains(open.id());
    assertThatThrownBy(() -> add(aMatchRequest().member(member)))
        .isInstanceOf(DomainException.class);

    change(() -> {
      MatchRequest request = requests().find(open.id()).orElseThrow();
      request.closeGroup();
      requests().save(request);
    });

    assertThat(read(() -> requests().liveOf(member, MEAL))).isEmpty();
    add(aMatchRequest().member(member));
  }

  @Test
  void counted_are_those_who_wait_and_whose_time_is_not_over() {
    add(aMatchRequest().submittedAt(NOW.minusSeconds(1)).expiresAt(NOW.plusSeconds(60)));
    add(aMatchRequest().submittedAt(NOW.minusSeconds(90)).expiresAt(NOW.plusNanos(1_000)));
    add(aMatchRequest().submittedAt(NOW.minusSeconds(99)).expiresAt(NOW));
    add(aMatchRequest().category("study"));
    add(aMatchRequest().matched(Samples.meetingId()));
    add(aMatchRequest().status(MatchRequestStatus.CANCELLED));

    assertThat(read(() -> requests().countWaiting(MEAL, NOW))).isEqualTo(2);
    assertThat(read(() -> requests().countWaiting(new CategoryKey("exercise"), NOW))).isZero();
  }

  @Test
  void in_the_pool_is_who_waits_or_has_an_open_group_and_leads_oldest_first() {
    MeetingId meeting = Samples.meetingId();
    MatchRequest.Snapshot young = add(aMatchRequest().submittedAt(NOW.minusSeconds(1)));
    MatchRequest.Snapshot over =
        add(aMatchRequest().submittedAt(NOW.minusSeconds(99)).expiresAt(NOW.minusSeconds(1)));
    MatchRequest.Snapshot grouped =
        add(
            aMatchRequest()
                .submittedAt(NOW.minusSeconds(50))
                .matched(meeting)
                .openUntil(NOW)
                .invites(
                    new Invitation(
                        Samples.memberId(),
                        Invitation.Answer.ACCEPTED,
                        Optional.of(Samples.matchRequestId()))));
    MatchRequest.Snapshot done = add(aMatchRequest().matched(meeting));
    add(aMatchRequest().leader(grouped.id()));
    add(aMatchRequest().leader(grouped.id()).matched(meeting).openUntil(NOW));
    add(aMatchRequest().category("study"));
    add(aMatchRequest().status(MatchRequestStatus.INVITING));
    add(aMatchRequest().status(MatchRequestStatus.CANCELLED));

    assertThat(read(() -> requests().inPool(MEAL))).containsExactly(over, grouped, young);
    assertThat(read(() -> requests().versionsInPool(MEAL)))
        .containsOnly(
            Map.entry(over.id(), over.version()),
            Map.entry(grouped.id(), grouped.version()),
            Map.entry(young.id(), young.version()));
    assertThat(read(() -> requests().ofMeetings(List.of(meeting, Samples.meetingId()))))
        .containsExactlyInAnyOrder(grouped, done);
    assertThat(read(() -> requests().ofMeeting(meeting, done.member()))).contains(done.id());
    assertThat(read(() -> requests().ofMeeting(meeting, young.member()))).isEmpty();
    assertThat(read(() -> requests().ofMeeting(Samples.meetingId(), done.member()))).isEmpty();
    assertThat(read(() -> requests().inPool(new CategoryKey("exercise")))).isEmpty();
  }

  @Test
  void seated_in_a_room_are_those_who_were_matched_into_it() {
    RoomId room = Samples.roomId();
    MatchRequest.Snapshot leading = add(aMatchRequest().seated(room));
    MatchRequest.Snapshot companion = add(aMatchRequest().leader(leading.id()).seated(room));
    add(aMatchRequest().seated(Samples.roomId()));
    add(aMatchRequest().seated(room).status(MatchRequestStatus.CANCELLED));
    add(aMatchRequest());

    assertThat(read(() -> requests().seatedIn(room))).containsExactlyInAnyOrder(leading, companion);
  }

  @Test
  void many_are_read_at_once() {
    List<MatchRequest.Snapshot> many =
        write(() -> {
          List<MatchRequest.Snapshot> saved = new ArrayList<>();
          for (int i = 0; i < 1_100; i++) {
            saved.add(
                save(
                    aMatchRequest()
                        .condition(SampleConditions.EVERY_KIND)
                        .submittedAt(NOW.plusSeconds(i))
                        .build()));
          }
          return saved;
        });
    List<MatchRequestId> ids =
        new ArrayList<>(many.stream().map(MatchRequest.Snapshot::id).toList());
    ids.add(Samples.matchRequestId());

    assertThat(read(() -> requests().inPool(MEAL))).containsExactlyElementsOf(many);
    assertThat(read(() -> requests().findAll(ids).stream().map(MatchRequest::snapshot).toList()))
        .containsExactlyInAnyOrderElementsOf(many);
    assertThat(read(() -> requests().findAll(List.of()))).isEmpty();
  }

  @Test
  void submitted_between_two_moments_are_those_who_lead_and_began_to_wait_oldest_first() {
    Instant end = NOW.plusSeconds(60);
    MatchRequest.Snapshot second =
        add(aMatchRequest().submittedAt(NOW.plusSeconds(1)).status(MatchRequestStatus.CANCELLED));
    MatchRequest.Snapshot first =
        add(
            aMatchRequest()
                .submittedAt(NOW)
                .invites(
                    new Invitation(
                        Samples.memberId(),
                        Invitation.Answer.ACCEPTED,
                        Optional.of(Samples.matchRequestId()))));
    MatchRequest.Snapshot third =
        add(aMatchRequest().submittedAt(end.minusNanos(1_000)).matched(Samples.meetingId()));
    add(aMatchRequest().submittedAt(end));
    add(aMatchRequest().submittedAt(NOW.minusNanos(1_000)));
    add(aMatchRequest().submittedAt(NOW).leader(first.id()));
    add(aMatchRequest().submittedAt(NOW).status(MatchRequestStatus.INVITING));
    add(aMatchRequest().submittedAt(NOW).category("study"));

    assertThat(read(() -> requests().submittedBetween(MEAL, NOW, end, 10)))
        .containsExactly(first, second, third);
    assertThat(read(() -> requests().submittedBetween(MEAL, NOW, end, 2)))
        .containsExactly(first, second);
    assertThat(read(() -> requests().submittedBetween(MEAL, end.plusSeconds(1), end, 2))).isEmpty();
  }

  @Test
  void overdue_are_those_with_the_status_whose_time_is_over_the_longest_over_first() {
    MatchRequestId just = add(aMatchRequest().expiresAt(NOW)).id();
    MatchRequestId longest = add(aMatchRequest().expiresAt(NOW.minusSeconds(600))).id();
    MatchRequestId study =
        add(aMatchRequest().category("study").expiresAt(NOW.minusSeconds(60))).id();
    MatchRequestId inviting =
        add(aMatchRequest().expiresAt(NOW).status(MatchRequestStatus.INVITING)).id();
    add(aMatchRequest().expiresAt(NOW.plusNanos(1_000)));
    add(aMatchRequest().expiresAt(NOW.minusSeconds(60)).status(MatchRequestStatus.CANCELLED));

    assertThat(read(() -> requests().overdue(MatchRequestStatus.WAITING, NOW, 10)))
        .containsExactly(longest, study, just);
    assertThat(read(() -> requests().overdue(MatchRequestStatus.WAITING, NOW, 2)))
        .containsExactly(longest, study);
    assertThat(read(() -> requests().overdue(MatchRequestStatus.INVITING, NOW, 2)))
        .containsExactly(inviting);
  }

  @Test
  void a_friend_sees_what_they_have_not_answered_latest_first() {
    MemberId friend = Samples.memberId();
    Invitation open = new Invitation(friend, Invitation.Answer.OPEN, Optional.empty());
    MatchRequest.Snapshot first =
        add(aMatchRequest().status(MatchRequestStatus.INVITING).invites(open));
    MatchRequest.Snapshot second =
        add(
            aMatchRequest()
                .status(MatchRequestStatus.INVITING)
                .submittedAt(NOW.plusSeconds(1))
                .invites(
                    new Invitation(Samples.memberId(), Invitation.Answer.OPEN, Optional.empty()),
                    open));
    add(aMatchRequest().status(MatchRequestStatus.EXPIRED).invites(open));
    add(
        aMatchRequest()
            .status(MatchRequestStatus.INVITING)
            .invites(new Invitation(friend, Invitation.Answer.DECLINED, Optional.empty())));

    assertThat(read(() -> requests().inviting(friend, 10))).containsExactly(second, first);
    assertThat(read(() -> requests().inviting(friend, 1))).containsExactly(second);
    assertThat(read(() -> requests().inviting(Samples.memberId(), 10))).isEmpty();
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
