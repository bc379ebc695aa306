package dev.moim.domain.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Rooms that are full, and what their host does to them. */
class WaitListTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant MEETS_AT = NOW.plus(Duration.ofHours(3));
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final MemberId HOST = member(1);
  private static final MemberId MINJI = member(2);
  private static final MemberId JUN = member(3);
  private static final MemberId SORA = member(4);
  private static final MemberId HANA = member(5);

  private final Room room = full();

  private static MemberId member(int number) {
    return new MemberId(new UUID(0, number));
  }

  /** Of the host and Minji. */
  private static Room full() {
    Room room = Room.open(new RoomId(new UUID(1, 1)), HOST, details(2, MEETS_AT), NOW);
    room.join(MINJI, Set.of(), NOW);
    room.pullEvents();
    return room;
  }

  private static RoomDetails details(int capacity, Instant meetsAt) {
    return details(capacity, meetsAt, AllOf.ANYTHING);
  }

  private static RoomDetails details(int capacity, Instant meetsAt, AllOf condition) {
    return new RoomDetails(
        "Lunch", "", new CategoryKey("meal"), condition, meetsAt, new Capacity(capacity), false);
  }

  private RoomEvent.Notice notice(MemberId... recipients) {
    return new RoomEvent.Notice(
        room.snapshot().id(), "Lunch", room.snapshot().host(), false, List.of(recipients));
  }

  private static DomainException refused(ErrorCode code, Runnable change) {
    DomainException refusal = catchThrowableOfType(DomainException.class, change::run);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    return refusal;
  }

  private void offer(Instant now) {
    room.offerSeats(Map.of(), PATIENCE, now);
  }

  private List<MemberId> waiting() {
    return room.snapshot().waiting().stream().map(Waiting::member).toList();
  }

  private Optional<Instant> offeredUntil(MemberId member) {
    return room.snapshot().waitingOf(member).orElseThrow().offeredUntil();
  }

  @Test
  void those_who_find_a_room_full_wait_in_the_order_of_their_coming() {
    room.queue(JUN, Set.of(), NOW);
    room.queue(SORA, Set.of(), NOW.plusSeconds(1));

    assertThat(room.snapshot().waiting())
        .containsExactly(
            new Waiting(JUN, 1, NOW, Optional.empty()),
            new Waiting(SORA, 2, NOW.plusSeconds(1), Optional.empty()));
    assertThat(room.pullEvents()).isEmpty();
    refused(RoomError.ALREADY_WAITING, () -> room.queue(JUN, Set.of(), NOW));
    refused(RoomError.ALREADY_A_MEMBER, () -> room.queue(MINJI, Set.of(), NOW));
    refused(RoomError.ROOM_NOT_AVAILABLE, () -> room.queue(HANA, Set.of(MINJI), NOW));
  }

  @Test
  void nobody_waits_where_a_seat_is_free() {
    room.leave(MINJI, NOW);

    refused(RoomError.SEAT_IS_FREE, () -> room.queue(JUN, Set.of(), NOW));
    refused(RoomError.ROOM_NOT_AVAILABLE, () -> room.queue(JUN, Set.of(HOST), NOW));
  }

  @Test
  void a_wait_list_has_an_end() {
    for (int i = 0; i < Room.MOST_WAITING; i++) {
      room.queue(member(100 + i), Set.of(), NOW);
    }

    refused(RoomError.WAIT_LIST_FULL, () -> room.queue(JUN, Set.of(), NOW));
  }

  @Test
  void a_seat_that_becomes_free_is_kept_for_the_first_who_waits_and_nobody_else_takes_it() {
    room.queue(JUN, Set.of(), NOW);
    room.queue(SORA, Set.of(), NOW);

    room.leave(MINJI, NOW);
    room.pullEvents();
    offer(NOW);

    assertThat(offeredUntil(JUN)).contains(NOW.plus(PATIENCE));
    assertThat(offeredUntil(SORA)).isEmpty();
    assertThat(room.pullEvents())
        .containsExactly(new RoomEvent.SeatOffered(notice(JUN), NOW.plus(PATIENCE), NOW));
    refused(RoomError.ROOM_FULL, () -> room.join(SORA, Set.of(), NOW));
    refused(RoomError.ROOM_FULL, () -> room.join(HANA, Set.of(), NOW));

    room.join(JUN, Set.of(), NOW.plusSeconds(1));
    assertThat(waiting()).containsExactly(SORA);
    assertThat(room.snapshot().hasMember(JUN)).isTrue();
    assertThat(room.snapshot().isFull()).isTrue();
  }

  @Test
  void an_offer_that_is_over_goes_to_the_next_and_who_missed_it_waits_no_longer() {
    room.queue(JUN, Set.of(), NOW);
    room.queue(SORA, Set.of(), NOW);
    room.leave(MINJI, NOW);
    offer(NOW);
    Instant over = NOW.plus(PATIENCE);
    room.pullEvents();

    room.endOffers(over.minusNanos(1_000));
    assertThat(waiting()).containsExactly(JUN, SORA);
    refused(RoomError.ROOM_FULL, () -> room.join(JUN, Set.of(), over));
    room.endOffers(over);
    offer(over);

    assertThat(waiting()).containsExactly(SORA);
    assertThat(offeredUntil(SORA)).contains(over.plus(PATIENCE));
    assertThat(room.pullEvents())
        .containsExactly(
            new RoomEvent.OfferEnded(notice(JUN), over),
            new RoomEvent.SeatOffered(notice(SORA), over.plus(PATIENCE), over));
  }

  @Test
  void who_declines_makes_way_for_the_next() {
    room.queue(JUN, Set.of(), NOW);
    room.queue(SORA, Set.of(), NOW);
    room.leave(MINJI, NOW);
    offer(NOW);

    room.stopWaiting(JUN, NOW);
    offer(NOW);

    assertThat(offeredUntil(SORA)).isPresent();
    refused(RoomError.NOT_WAITING, () -> room.stopWaiting(JUN, NOW));
  }

  @Test
  void who_is_kept_apart_from_somebody_in_the_room_or_coming_is_passed_over() {
    room.queue(JUN, Set.of(), NOW);
    room.queue(SORA, Set.of(), NOW);
    room.queue(HANA, Set.of(), NOW);
    room.edit(HOST, details(4, MEETS_AT), NOW);

    room.offerSeats(Map.of(JUN, Set.of(MINJI), HANA, Set.of(SORA)), PATIENCE, NOW);

    assertThat(offeredUntil(JUN)).isEmpty();
    assertThat(offeredUntil(SORA)).isPresent();
    assertThat(offeredUntil(HANA)).isEmpty();
    assertThat(room.snapshot().taken()).isEqualTo(3);
  }

  @Test
  void an_offer_ends_with_the_room() {
    room.queue(JUN, Set.of(), NOW);
    Instant late = MEETS_AT.minusSeconds(60);

    room.leave(MINJI, late);
    offer(late);

    assertThat(offeredUntil(JUN)).contains(MEETS_AT);
  }

  @Test
  void those_who_wait_learn_that_the_room_has_ended() {
    room.queue(JUN, Set.of(), NOW);

    room.cancel(HOST, "", NOW);

    assertThat(waiting()).isEmpty();
    assertThat(room.pullEvents())
        .containsExactly(
            new RoomEvent.WaitingEnded(notice(JUN), NOW),
            new RoomEvent.RoomCancelled(notice(MINJI), "", NOW));
  }

  @Test
  void those_who_wait_when_the_room_is_confirmed_are_offered_the_seat_of_who_can_not_come() {
    room.queue(JUN, Set.of(), NOW);
    room.queue(SORA, Set.of(), NOW);

    room.confirm(HOST, NOW);
    assertThat(waiting()).containsExactly(JUN, SORA);
    assertThat(room.hasSeatToOffer(NOW)).isFalse();
    room.pullEvents();
    room.missing(MINJI, NOW);
    offer(NOW);

    assertThat(offeredUntil(JUN)).contains(NOW.plus(PATIENCE));
    assertThat(room.pullEvents())
        .containsExactly(new RoomEvent.SeatOffered(notice(JUN), NOW.plus(PATIENCE), NOW));
    refused(RoomError.ROOM_NOT_OPEN, () -> room.join(SORA, Set.of(), NOW));
    refused(RoomError.ROOM_NOT_OPEN, () -> room.join(HANA, Set.of(), NOW));
    refused(RoomError.ROOM_NOT_OPEN, () -> room.queue(HANA, Set.of(), NOW));
    refused(RoomError.ROOM_NOT_AVAILABLE, () -> room.join(JUN, Set.of(HOST), NOW));
    room.join(JUN, Set.of(), NOW);

    assertThat(room.snapshot().hasMember(JUN)).isTrue();
    assertThat(waiting()).containsExactly(SORA);
    assertThat(room.pullEvents()).as("the meeting tells who joins it").isEmpty();
  }

  @Test
  void an_offer_in_a_confirmed_room_goes_to_the_next_when_it_is_declined_or_over() {
    room.queue(JUN, Set.of(), NOW);
    room.queue(SORA, Set.of(), NOW);
    room.queue(HANA, Set.of(), NOW);
    room.confirm(HOST, NOW);
    room.missing(MINJI, NOW);
    offer(NOW);

    room.stopWaiting(JUN, NOW);
    offer(NOW);
    assertThat(offeredUntil(SORA)).isPresent();
    Instant over = NOW.plus(PATIENCE);
    refused(RoomError.ROOM_NOT_OPEN, () -> room.join(SORA, Set.of(), over));
    room.endOffers(over);
    offer(over);

    assertThat(waiting()).containsExactly(HANA);
    assertThat(offeredUntil(HANA)).contains(over.plus(PATIENCE));
  }

  @Test
  void nobody_is_offered_a_seat_when_a_confirmed_room_has_begun() {
    room.queue(JUN, Set.of(), NOW);
    room.queue(SORA, Set.of(), NOW);
    room.confirm(HOST, NOW);
    Instant late = MEETS_AT.minusSeconds(60);
    room.missing(MINJI, late);
    offer(late);
    assertThat(offeredUntil(JUN)).contains(MEETS_AT);
    room.pullEvents();

    refused(RoomError.ROOM_NOT_OPEN, () -> room.join(JUN, Set.of(), MEETS_AT));
    refused(RoomError.ROOM_NOT_OPEN, () -> room.stopWaiting(SORA, MEETS_AT));
    room.endOffers(MEETS_AT);
    assertThat(room.hasSeatToOffer(MEETS_AT)).isFalse();
    room.endWaiting(MEETS_AT);

    assertThat(waiting()).isEmpty();
    assertThat(room.pullEvents())
        .containsExactly(
            new RoomEvent.OfferEnded(notice(JUN), MEETS_AT),
            new RoomEvent.WaitingEnded(notice(SORA), MEETS_AT));
  }

  @Test
  void who_can_not_come_hands_a_confirmed_room_on_and_is_missed_only_once() {
    room.confirm(HOST, NOW);
    room.pullEvents();

    room.missing(HOST, NOW);
    room.missing(HOST, NOW);

    assertThat(room.snapshot().host()).isEqualTo(MINJI);
    assertThat(room.snapshot().seats()).hasSize(1);
    assertThat(room.pullEvents()).isEmpty();
  }

  @Test
  void nobody_is_missed_in_an_open_room_and_its_wait_list_stays() {
    room.queue(JUN, Set.of(), NOW);

    room.missing(MINJI, NOW);
    room.endWaiting(NOW);

    assertThat(room.snapshot().hasMember(MINJI)).isTrue();
    assertThat(waiting()).containsExactly(JUN);
  }

  @Test
  void of_a_hidden_room_those_who_wait_are_told_as_the_members_are() {
    room.queue(JUN, Set.of(), NOW);

    room.hide(SORA, "", "an advertisement", NOW);

    assertThat(room.pullEvents())
        .singleElement()
        .isInstanceOfSatisfying(
            RoomEvent.RoomHidden.class,
            event -> assertThat(event.recipients()).containsExactly(HOST, MINJI, JUN));
    assertThat(waiting()).isEmpty();
  }

  @Test
  void who_can_not_act_any_more_loses_the_place_in_the_wait_list() {
    room.queue(JUN, Set.of(), NOW);

    room.vacate(JUN, NOW);

    assertThat(waiting()).isEmpty();
  }

  @Test
  void a_larger_room_has_seats_for_those_who_wait() {
    room.queue(JUN, Set.of(), NOW);
    room.queue(SORA, Set.of(), NOW);
    room.queue(HANA, Set.of(), NOW);

    room.edit(HOST, details(4, MEETS_AT), NOW);
    offer(NOW);

    assertThat(offeredUntil(JUN)).isPresent();
    assertThat(offeredUntil(SORA)).isPresent();
    assertThat(offeredUntil(HANA)).isEmpty();
    assertThat(
            refused(SharedError.INVALID_INPUT, () -> room.edit(HOST, details(3, MEETS_AT), NOW))
                .fieldErrors())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.pointer()).isEqualTo("/capacity");
          assertThat(error.details()).containsEntry("taken", 4);
        });
  }

  @Test
  void who_is_in_the_room_or_waits_is_told_of_another_time_or_condition_only() {
    room.queue(JUN, Set.of(), NOW);
    RoomDetails text =
        new RoomDetails(
            "Dinner",
            "Noodles",
            new CategoryKey("meal"),
            AllOf.ANYTHING,
            MEETS_AT,
            new Capacity(2),
            false);

    room.edit(HOST, text, NOW);
    assertThat(room.pullEvents()).isEmpty();
    assertThat(room.snapshot().details()).isEqualTo(text);

    room.edit(HOST, details(2, MEETS_AT.plusSeconds(60)), NOW);
    room.edit(
        HOST,
        details(
            2,
            MEETS_AT.plusSeconds(60),
            new AllOf(Map.of(new FacetKey("place"), new OneOf(List.of("gaepo"))))),
        NOW);
    assertThat(room.pullEvents())
        .containsExactly(
            new RoomEvent.RoomChanged(notice(MINJI, JUN), NOW),
            new RoomEvent.RoomChanged(notice(MINJI, JUN), NOW));
  }

  @Test
  void only_the_host_edits_and_only_to_a_time_that_is_near() {
    refused(RoomError.NOT_THE_HOST, () -> room.edit(MINJI, details(3, MEETS_AT), NOW));
    for (Instant wrong : List.of(NOW, NOW.plus(Room.FARTHEST).plusSeconds(1))) {
      refused(SharedError.INVALID_INPUT, () -> room.edit(HOST, details(3, wrong), NOW));
    }
    Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() ->
            room.edit(
                HOST,
                new RoomDetails(
                    "Lunch",
                    "",
                    new CategoryKey("study"),
                    AllOf.ANYTHING,
                    MEETS_AT,
                    new Capacity(2),
                    false),
                NOW));
    Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() ->
            room.edit(
                HOST,
                new RoomDetails(
                    "Lunch",
                    "",
                    new CategoryKey("meal"),
                    AllOf.ANYTHING,
                    MEETS_AT,
                    new Capacity(2),
                    true),
                NOW));
  }

  @Test
  void who_is_removed_is_told_why_and_stays_outside() {
    room.remove(HOST, MINJI, " was rude ", NOW);

    assertThat(room.pullEvents())
        .containsExactly(
            new RoomEvent.MemberRemoved(notice(MINJI), MINJI, "was rude", NOW),
            new RoomEvent.MemberLeft(notice(), MINJI, 2, NOW));
    assertThat(room.snapshot().removed()).containsExactly(new Removal(MINJI, "was rude", NOW));
    refused(RoomError.REMOVED_FROM_ROOM, () -> room.join(MINJI, Set.of(), NOW));
    room.join(JUN, Set.of(), NOW);
    refused(RoomError.REMOVED_FROM_ROOM, () -> room.queue(MINJI, Set.of(), NOW));
  }

  @Test
  void only_members_are_removed_only_by_the_host_and_the_host_is_not() {
    refused(RoomError.NOT_THE_HOST, () -> room.remove(MINJI, HOST, "", NOW));
    refused(RoomError.ROOM_MEMBER_NOT_FOUND, () -> room.remove(HOST, JUN, "", NOW));
    refused(RoomError.HOST_STAYS, () -> room.remove(HOST, HOST, "", NOW));
    assertThat(
            refused(SharedError.INVALID_INPUT, () -> room.remove(HOST, MINJI, "x".repeat(201), NOW))
                .fieldErrors())
        .singleElement()
        .satisfies(error -> assertThat(error.pointer()).isEqualTo("/reason"));
    assertThat(room.snapshot().hasMember(MINJI)).isTrue();
  }

  @Test
  void a_host_removes_so_many_and_no_more() {
    for (int i = 0; i < Room.MOST_REMOVED; i++) {
      room.remove(HOST, room.snapshot().seats().getLast().member(), "", NOW);
      room.join(member(1_000 + i), Set.of(), NOW);
    }

    MemberId last = room.snapshot().seats().getLast().member();
    refused(RoomError.TOO_MANY_REMOVED, () -> room.remove(HOST, last, "", NOW));
  }

  @Test
  void an_admin_cancels_in_the_hosts_stead_which_is_on_record() {
    room.cancelAsAdmin(SORA, "192.0.2.1", "a storm", NOW);

    assertThat(room.snapshot().status()).isEqualTo(RoomStatus.CANCELLED);
    assertThat(room.snapshot().cancelReason()).isEqualTo("a storm");
    assertThat(room.pullEvents())
        .containsExactly(
            new RoomEvent.RoomCancelled(notice(HOST, MINJI), "a storm", NOW),
            new RoomEvent.AdminCancelled(
                room.snapshot().id(), HOST, SORA, "192.0.2.1", "a storm", NOW));
  }
}
