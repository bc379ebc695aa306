package dev.moim.application.matching.service;

import static dev.moim.testkit.matching.MatchRequestBuilder.aMatchRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.room.port.in.FindSeats.FreeSeats;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom the free seats of rooms suit. */
class RoomSeatsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant SOON = NOW.plus(Duration.ofHours(2));
  private static final MemberId HOST = Samples.memberId();

  private static FreeSeats room(Instant meetsAt, int capacity) {
    return new FreeSeats(
        Samples.roomId(), AllOf.ANYTHING, meetsAt, capacity, 1, Set.of(HOST), Set.of());
  }

  private static RoomSeats seats(Category category, FreeSeats... rooms) {
    return new RoomSeats(category, ZoneOffset.UTC, List.of(rooms), Map.of());
  }

  private static MatchRequest.Snapshot asking(
      Category category, Map<String, FacetInput> condition) {
    return aMatchRequest()
        .category(category.key().value())
        .condition(category.read(condition, NOW))
        .submittedAt(NOW)
        .expiresAt(NOW.plus(Duration.ofHours(1)))
        .build();
  }

  private static MatchRequest.Snapshot free(Instant from, Instant to) {
    return asking(
        SampleCategories.EXERCISE,
        Map.of("when", new FacetInput.Span(from.toString(), to.toString())));
  }

  private static boolean suits(RoomSeats seats, MatchRequest.Snapshot request) {
    return seats.suiting(request, List.of(), NOW).isPresent();
  }

  @Test
  void a_room_meets_while_the_member_is_free_and_for_long_enough() {
    RoomSeats seats = seats(SampleCategories.EXERCISE, room(SOON, 4));

    assertThat(suits(seats, asking(SampleCategories.EXERCISE, Map.of()))).isTrue();
    assertThat(suits(seats, free(SOON, SOON.plus(Duration.ofMinutes(60))))).isTrue();
    assertThat(suits(seats, free(SOON.plusSeconds(1), SOON.plus(Duration.ofHours(5))))).isFalse();
    assertThat(suits(seats, free(NOW, SOON.plus(Duration.ofMinutes(59))))).isFalse();
  }

  @Test
  void a_room_meets_at_an_hour_that_was_asked_for() {
    Instant lunch = Instant.parse("2026-03-02T12:00:00Z");
    RoomSeats seats = seats(SampleCategories.MEAL, room(lunch, 4));

    assertThat(suits(seats, meal("lunch"))).isTrue();
    assertThat(suits(seats, meal("dinner", "lunch"))).isTrue();
    assertThat(suits(seats, meal("dinner"))).isFalse();
  }

  private static MatchRequest.Snapshot meal(String... times) {
    return asking(SampleCategories.MEAL, Map.of("time", new FacetInput.Choice(List.of(times))));
  }

  @Test
  void seats_that_were_taken_are_not_given_twice() {
    FreeSeats one = room(SOON, 2);
    FreeSeats other = room(SOON, 2);
    RoomSeats seats = seats(SampleCategories.MEAL, one, other);
    MatchRequest.Snapshot first = meal();
    assertThat(seats.suiting(first, List.of(), NOW)).contains(one.room());

    seats.take(one.room(), first);

    assertThat(seats.suiting(meal(), List.of(), NOW)).contains(other.room());
    assertThat(seats.suiting(meal(), List.of(other.room()), NOW)).isEmpty();
  }

  @Test
  void nobody_is_seated_with_whom_they_keep_apart_be_it_a_newcomer() {
    MatchRequest.Snapshot first = meal();
    MatchRequest.Snapshot second = meal();
    MatchRequest.Snapshot third = meal();
    RoomId room = Samples.roomId();
    RoomSeats seats =
        new RoomSeats(
            SampleCategories.MEAL,
            ZoneOffset.UTC,
            List.of(new FreeSeats(room, AllOf.ANYTHING, SOON, 4, 1, Set.of(HOST), Set.of())),
            Map.of(first.member(), Set.of(HOST), third.member(), Set.of(second.member())));

    assertThat(suits(seats, first)).isFalse();
    assertThat(suits(seats, third)).isTrue();
    seats.take(room, second);
    assertThat(suits(seats, third)).isFalse();
  }

  @Test
  void nobody_is_seated_where_they_were_removed() {
    MatchRequest.Snapshot request = meal();
    FreeSeats former =
        new FreeSeats(
            Samples.roomId(), AllOf.ANYTHING, SOON, 4, 1, Set.of(HOST), Set.of(request.member()));

    assertThat(suits(seats(SampleCategories.MEAL, former), request)).isFalse();
    assertThat(suits(seats(SampleCategories.MEAL, former), meal())).isTrue();
  }

  @Test
  void nobody_is_seated_twice_or_for_another_day() {
    MatchRequest.Snapshot request = meal();
    FreeSeats own =
        new FreeSeats(
            Samples.roomId(), AllOf.ANYTHING, SOON, 4, 2, Set.of(HOST, request.member()), Set.of());

    assertThat(suits(seats(SampleCategories.MEAL, own), request)).isFalse();
    assertThat(
            suits(seats(SampleCategories.MEAL, room(NOW.plus(Duration.ofHours(24)), 4)), request))
        .isFalse();
  }

  /** One is in it, and two seats are kept for who waits. */
  @Test
  void who_a_seat_is_kept_for_is_no_company_yet() {
    FreeSeats kept =
        new FreeSeats(Samples.roomId(), AllOf.ANYTHING, SOON, 4, 3, Set.of(HOST), Set.of());
    RoomSeats seats = seats(SampleCategories.MEAL, kept);

    assertThat(suits(seats, aMatchRequest().size(4, 4).build())).isFalse();
    assertThat(suits(seats, aMatchRequest().size(2, 4).build())).isTrue();
  }
}
