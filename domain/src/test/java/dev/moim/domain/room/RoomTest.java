package dev.moim.domain.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
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

class RoomTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant MEETS_AT = NOW.plus(Duration.ofHours(3));
  private static final MemberId HOST = member(1);
  private static final MemberId MINJI = member(2);
  private static final MemberId JUN = member(3);
  private static final MemberId SORA = member(4);
  private static final MemberId HANA = member(5);

  private static MemberId member(int number) {
    return new MemberId(new UUID(0, number));
  }

  private static Room open(int capacity) {
    return open(capacity, MEETS_AT);
  }

  private static Room open(int capacity, Instant meetsAt) {
    return Room.open(
        new RoomId(new UUID(1, 1)),
        HOST,
        new RoomDetails(
            "Lunch",
            "",
            new CategoryKey("meal"),
            AllOf.ANYTHING,
            meetsAt,
            new Capacity(capacity),
            false),
        NOW);
  }

  private static RoomEvent.Notice notice(Room room, MemberId host, MemberId... recipients) {
    return new RoomEvent.Notice(room.snapshot().id(), "Lunch", host, false, List.of(recipients));
  }

  private static DomainException refused(ErrorCode code, Runnable change) {
    DomainException refusal = catchThrowableOfType(DomainException.class, change::run);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    return refusal;
  }

  @Test
  void who_opens_a_room_hosts_it_and_sits_on_its_first_seat() {
    Room room = open(4);

    Room.Snapshot state = room.snapshot();
    assertThat(state.host()).isEqualTo(HOST);
    assertThat(state.seats()).containsExactly(new Seat(HOST, 1, NOW));
    assertThat(state.seatsGiven()).isEqualTo(1);
    assertThat(state.status()).isEqualTo(RoomStatus.OPEN);
    assertThat(state.openedAt()).isEqualTo(NOW);
    assertThat(state.version()).isEqualTo(Version.NEW);
    assertThat(room.pullEvents())
        .containsExactly(new RoomEvent.RoomOpened(state.id(), HOST, "Lunch", NOW));
    assertThat(room.pullEvents()).isEmpty();
  }

  @Test
  void a_room_meets_after_now_and_within_sixty_days() {
    for (Instant wrong :
        List.of(
            NOW,
            NOW.minus(1, ChronoUnit.MICROS),
            NOW.plus(Room.FARTHEST).plus(1, ChronoUnit.MICROS))) {
      assertThat(refused(SharedError.INVALID_INPUT, () -> open(4, wrong)).fieldErrors())
          .singleElement()
          .satisfies(error -> assertThat(error.pointer()).isEqualTo("/meetsAt"));
    }
    assertThat(open(4, NOW.plus(Room.FARTHEST)).snapshot().status()).isEqualTo(RoomStatus.OPEN);
    assertThat(open(4, NOW.plus(1, ChronoUnit.MICROS)).snapshot().status())
        .isEqualTo(RoomStatus.OPEN);
  }

  @Test
  void those_in_the_room_are_told_who_joined() {
    Room room = open(4);
    room.pullEvents();

    room.join(MINJI, Set.of(), NOW);
    room.join(JUN, Set.of(), NOW.plusSeconds(1));

    assertThat(room.pullEvents())
        .containsExactly(
            new RoomEvent.MemberJoined(notice(room, HOST, HOST), MINJI, 2, NOW),
            new RoomEvent.MemberJoined(
                notice(room, HOST, HOST, MINJI), JUN, 3, NOW.plusSeconds(1)));
  }

  @Test
  void the_host_is_told_when_the_last_seat_is_taken() {
    Room room = open(2);
    room.pullEvents();

    room.join(MINJI, Set.of(), NOW);

    assertThat(room.pullEvents())
        .last()
        .isEqualTo(new RoomEvent.RoomFilled(notice(room, HOST, HOST), NOW));
  }

  @Test
  void a_full_room_takes_nobody() {
    Room room = open(2);
    room.join(MINJI, Set.of(), NOW);

    assertThat(refused(RoomError.ROOM_FULL, () -> room.join(JUN, Set.of(), NOW)).details())
        .containsEntry("capacity", 2);
  }

  @Test
  void who_is_kept_apart_from_somebody_in_the_room_does_not_join_and_is_not_told_from_whom() {
    Room room = open(4);
    room.join(MINJI, Set.of(JUN), NOW);
    Room.Snapshot before = room.snapshot();
    room.pullEvents();

    assertThat(refused(RoomError.ROOM_NOT_AVAILABLE, () -> room.join(JUN, Set.of(MINJI), NOW)))
        .satisfies(refusal -> {
          assertThat(refusal.details()).isEmpty();
          assertThat(refusal.fieldErrors()).isEmpty();
        });

    assertThat(room.snapshot()).isEqualTo(before);
    assertThat(room.pullEvents()).isEmpty();
  }

  @Test
  void a_seat_that_is_kept_can_be_taken_whoever_joins_meanwhile() {
    Room room = open(3);
    room.join(MINJI, Set.of(), NOW);
    room.join(SORA, Set.of(), NOW);
    room.queue(JUN, Set.of(HANA), NOW);
    room.leave(MINJI, NOW);
    room.leave(SORA, NOW);
    room.offerSeats(Map.of(JUN, Set.of(HANA)), Duration.ofMinutes(10), NOW);

    refused(RoomError.ROOM_NOT_AVAILABLE, () -> room.join(HANA, Set.of(JUN), NOW));

    room.join(JUN, Set.of(HANA), NOW);
    assertThat(room.snapshot().hasMember(JUN)).isTrue();
  }

  @Test
  void an_offer_ends_no_later_than_the_room_meets_also_when_it_meets_earlier() {
    Room room = open(2);
    room.join(MINJI, Set.of(), NOW);
    room.queue(JUN, Set.of(), NOW);
    room.leave(MINJI, NOW);
    room.offerSeats(Map.of(), Duration.ofMinutes(10), NOW);
    Instant earlier = NOW.plus(Duration.ofMinutes(5));
    RoomDetails details = room.snapshot().details();

    room.edit(
        HOST,
        new RoomDetails(
            details.title(),
            details.description(),
            details.category(),
            details.condition(),
            earlier,
            details.capacity(),
            details.anonymous()),
        NOW);

    assertThat(room.snapshot().waiting())
        .extracting(Waiting::offeredUntil)
        .containsExactly(Optional.of(earlier));
  }

  @Test
  void a_room_knows_whether_it_is_as_it_was_restored() {
    Room room = open(2);
    assertThat(room.isChanged()).isTrue();
    Room stored = Room.restore(room.snapshot().stored());
    assertThat(stored.isChanged()).isFalse();

    stored.vacate(JUN, NOW);
    stored.endOffers(NOW);
    assertThat(stored.isChanged()).isFalse();

    stored.join(JUN, Set.of(), NOW);
    assertThat(stored.isChanged()).isTrue();
  }

  @Test
  void who_was_kept_apart_from_somebody_who_has_left_joins() {
    Room room = open(4);
    room.join(MINJI, Set.of(), NOW);
    room.leave(MINJI, NOW);

    room.join(JUN, Set.of(MINJI), NOW);

    assertThat(room.snapshot().hasMember(JUN)).isTrue();
  }

  @Test
  void what_refuses_everybody_is_said_before_that_somebody_is_kept_apart() {
    Room full = open(2);
    full.join(MINJI, Set.of(), NOW);

    refused(RoomError.ROOM_FULL, () -> full.join(JUN, Set.of(MINJI), NOW));
    refused(RoomError.ROOM_NOT_OPEN, () -> full.join(JUN, Set.of(MINJI), MEETS_AT));
    refused(RoomError.ALREADY_A_MEMBER, () -> full.join(MINJI, Set.of(HOST), NOW));
  }

  @Test
  void nobody_joins_twice_not_even_a_full_room() {
    Room room = open(2);
    refused(RoomError.ALREADY_A_MEMBER, () -> room.join(HOST, Set.of(), NOW));
    room.join(MINJI, Set.of(), NOW);

    refused(RoomError.ALREADY_A_MEMBER, () -> room.join(MINJI, Set.of(), NOW));
  }

  @Test
  void who_joins_again_a_room_that_was_confirmed_meanwhile_is_told_to_be_in() {
    Room room = open(4);
    room.join(MINJI, Set.of(), NOW);
    room.confirm(HOST, NOW);
    Room.Snapshot confirmed = room.snapshot();

    refused(RoomError.ALREADY_A_MEMBER, () -> room.join(MINJI, Set.of(), NOW));
    refused(RoomError.ROOM_NOT_OPEN, () -> room.join(JUN, Set.of(), NOW));
    refused(RoomError.ROOM_NOT_OPEN, () -> room.join(MINJI, Set.of(), MEETS_AT));
    assertThat(room.snapshot()).isEqualTo(confirmed);
  }

  @Test
  void only_members_leave() {
    Room room = open(4);

    refused(RoomError.NOT_A_MEMBER, () -> room.leave(MINJI, NOW));
  }

  @Test
  void who_comes_back_gets_another_seat() {
    Room room = open(4);
    room.join(MINJI, Set.of(), NOW);
    room.leave(MINJI, NOW);

    room.join(MINJI, Set.of(), NOW.plusSeconds(1));

    assertThat(room.snapshot().seats())
        .containsExactly(new Seat(HOST, 1, NOW), new Seat(MINJI, 3, NOW.plusSeconds(1)));
    assertThat(room.snapshot().hasMember(MINJI)).isTrue();
    assertThat(room.snapshot().hasMember(JUN)).isFalse();
  }

  @Test
  void the_host_hands_the_room_to_who_was_there_longest() {
    Room room = open(4);
    room.join(MINJI, Set.of(), NOW);
    room.join(JUN, Set.of(), NOW);
    room.pullEvents();

    room.leave(HOST, NOW);

    assertThat(room.snapshot().host()).isEqualTo(MINJI);
    assertThat(room.pullEvents())
        .containsExactly(
            new RoomEvent.MemberLeft(notice(room, HOST, MINJI, JUN), HOST, 1, NOW),
            new RoomEvent.HostChanged(notice(room, MINJI, MINJI, JUN), MINJI, NOW));
    refused(RoomError.NOT_THE_HOST, () -> room.confirm(HOST, NOW));
    room.confirm(MINJI, NOW);
  }

  @Test
  void another_ones_leaving_changes_no_host() {
    Room room = open(4);
    room.join(MINJI, Set.of(), NOW);
    room.pullEvents();

    room.leave(MINJI, NOW);

    assertThat(room.pullEvents())
        .containsExactly(new RoomEvent.MemberLeft(notice(room, HOST, HOST), MINJI, 2, NOW));
  }

  @Test
  void the_last_ones_leaving_cancels_the_room() {
    Room room = open(4);
    room.pullEvents();

    room.leave(HOST, NOW);

    assertThat(room.snapshot().status()).isEqualTo(RoomStatus.CANCELLED);
    assertThat(room.snapshot().seats()).isEmpty();
    assertThat(room.pullEvents())
        .containsExactly(new RoomEvent.RoomCancelled(notice(room, HOST), "", NOW));
  }

  @Test
  void who_can_not_act_gives_a_seat_up_as_if_leaving() {
    Room left = open(4);
    left.join(MINJI, Set.of(), NOW);
    Room vacated = Room.restore(left.snapshot());
    left.pullEvents();

    left.leave(HOST, NOW);
    vacated.vacate(HOST, NOW);

    assertThat(vacated.snapshot()).isEqualTo(left.snapshot());
    assertThat(vacated.pullEvents()).isEqualTo(left.pullEvents()).hasSize(2);
  }

  @Test
  void who_has_no_seat_or_none_in_an_open_room_gives_none_up() {
    Room open = open(4);
    open.join(MINJI, Set.of(), NOW);
    Room.Snapshot stays = open.snapshot();
    Room confirmed = Room.restore(withStatus(stays, RoomStatus.CONFIRMED));
    Room over = Room.restore(stays);

    open.vacate(JUN, NOW);
    confirmed.vacate(MINJI, NOW);
    over.vacate(MINJI, MEETS_AT);

    assertThat(open.snapshot()).isEqualTo(stays);
    assertThat(confirmed.snapshot().seats()).isEqualTo(stays.seats());
    assertThat(over.snapshot()).isEqualTo(stays);
    assertThat(over.pullEvents()).isEmpty();
  }

  @Test
  void a_room_is_confirmed_by_its_host_when_there_are_two() {
    Room room = open(4);
    refused(RoomError.TOO_FEW_MEMBERS, () -> room.confirm(HOST, NOW));
    room.join(MINJI, Set.of(), NOW);
    room.pullEvents();

    refused(RoomError.NOT_THE_HOST, () -> room.confirm(MINJI, NOW));
    room.confirm(HOST, NOW);

    assertThat(room.snapshot().status()).isEqualTo(RoomStatus.CONFIRMED);
    assertThat(room.pullEvents())
        .containsExactly(new RoomEvent.RoomConfirmed(notice(room, HOST, MINJI), NOW));
  }

  @Test
  void a_room_is_cancelled_by_its_host_and_the_others_are_told() {
    Room room = open(4);
    room.join(MINJI, Set.of(), NOW);
    room.pullEvents();

    refused(RoomError.NOT_THE_HOST, () -> room.cancel(MINJI, "", NOW));
    room.cancel(HOST, "", NOW);

    assertThat(room.snapshot().status()).isEqualTo(RoomStatus.CANCELLED);
    assertThat(room.pullEvents())
        .containsExactly(new RoomEvent.RoomCancelled(notice(room, HOST, MINJI), "", NOW));
  }

  @Test
  void an_open_room_expires_when_its_time_comes() {
    Room room = open(4);
    room.pullEvents();

    room.expire(MEETS_AT.minus(1, ChronoUnit.MICROS));
    assertThat(room.snapshot().status()).isEqualTo(RoomStatus.OPEN);
    assertThat(room.pullEvents()).isEmpty();

    room.expire(MEETS_AT);
    room.expire(MEETS_AT.plusSeconds(1));
    assertThat(room.snapshot().status()).isEqualTo(RoomStatus.EXPIRED);
    assertThat(room.pullEvents())
        .containsExactly(new RoomEvent.RoomExpired(notice(room, HOST, HOST), MEETS_AT));
  }

  @ParameterizedTest
  @EnumSource(value = RoomStatus.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
  void a_room_that_ended_stays_as_it_is(RoomStatus ended) {
    Room.Snapshot state = withStatus(open(4).snapshot(), ended);
    Room room = Room.restore(state);

    List<Runnable> changes =
        List.of(
            () -> room.join(MINJI, Set.of(), NOW),
            () -> room.queue(MINJI, Set.of(), NOW),
            () -> room.edit(HOST, state.details(), NOW),
            () -> room.remove(HOST, MINJI, "", NOW),
            () -> room.cancelAsAdmin(JUN, "", "", NOW),
            () -> room.leave(HOST, NOW),
            () -> room.confirm(HOST, NOW),
            () -> room.cancel(HOST, "", NOW));
    for (Runnable change : changes) {
      assertThat(refused(RoomError.ROOM_NOT_OPEN, change).details()).containsEntry("status", ended);
    }
    refused(
        ended == RoomStatus.CONFIRMED ? RoomError.NOT_WAITING : RoomError.ROOM_NOT_OPEN,
        () -> room.stopWaiting(MINJI, NOW));
    room.expire(MEETS_AT);

    assertThat(room.snapshot()).isEqualTo(state);
    assertThat(room.pullEvents()).isEmpty();
  }

  private static Room.Snapshot withStatus(Room.Snapshot room, RoomStatus status) {
    return new Room.Snapshot(
        room.id(),
        room.host(),
        room.details(),
        room.seats(),
        room.seatsGiven(),
        room.waiting(),
        room.removed(),
        status,
        room.cancelReason(),
        room.hidden(),
        room.openedAt(),
        room.version());
  }

  @Test
  void an_open_room_that_is_hidden_is_cancelled_and_its_members_concerned() {
    Room room = open(4);
    room.join(MINJI, Set.of(), NOW);
    room.pullEvents();

    room.hide(JUN, "192.0.2.1", "an advertisement", NOW);

    assertThat(room.snapshot().hidden()).isTrue();
    assertThat(room.snapshot().status()).isEqualTo(RoomStatus.CANCELLED);
    assertThat(room.snapshot().details().title()).isEqualTo("Lunch");
    assertThat(room.pullEvents())
        .containsExactly(
            new RoomEvent.RoomHidden(
                room.snapshot().id(),
                HOST,
                true,
                List.of(HOST, MINJI),
                JUN,
                "192.0.2.1",
                "an advertisement",
                NOW));
  }

  @ParameterizedTest
  @EnumSource(value = RoomStatus.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
  void a_room_that_ended_is_hidden_and_stays_what_it_was(RoomStatus ended) {
    Room open = open(4);
    open.join(MINJI, Set.of(), NOW);
    Room room = Room.restore(withStatus(open.snapshot(), ended));

    room.hide(JUN, "", "an advertisement", NOW);

    assertThat(room.snapshot().hidden()).isTrue();
    assertThat(room.snapshot().status()).isEqualTo(ended);
    assertThat(room.pullEvents())
        .containsExactly(
            new RoomEvent.RoomHidden(
                room.snapshot().id(),
                HOST,
                false,
                List.of(HOST),
                JUN,
                "",
                "an advertisement",
                NOW));
  }

  @Test
  void hiding_what_is_hidden_changes_nothing() {
    Room room = open(4);
    room.hide(JUN, "", "an advertisement", NOW);
    Room.Snapshot hidden = room.snapshot();
    room.pullEvents();

    room.hide(MINJI, "", "again", NOW.plusSeconds(1));

    assertThat(room.snapshot()).isEqualTo(hidden);
    assertThat(room.pullEvents()).isEmpty();
  }

  @Test
  void without_text_all_else_of_a_room_is_seen() {
    RoomDetails details = open(4).snapshot().details();

    RoomDetails shown = details.withoutText();

    assertThat(shown.title()).isEqualTo("…");
    assertThat(shown.description()).isEmpty();
    assertThat(shown.meetsAt()).isEqualTo(details.meetsAt());
    assertThat(shown.category()).isEqualTo(details.category());
    assertThat(shown.capacity()).isEqualTo(details.capacity());
  }

  @Test
  void a_room_whose_time_has_come_counts_as_expired_before_it_is_marked() {
    Room room = open(4);

    assertThat(
            refused(RoomError.ROOM_NOT_OPEN, () -> room.join(MINJI, Set.of(), MEETS_AT)).details())
        .containsEntry("status", RoomStatus.EXPIRED);
    room.join(MINJI, Set.of(), MEETS_AT.minus(1, ChronoUnit.MICROS));
  }

  @Test
  void a_room_is_restored_as_it_was_and_tells_no_events() {
    Room room = open(4);
    room.join(MINJI, Set.of(), NOW);
    Room.Snapshot stored = room.snapshot().stored();

    Room restored = Room.restore(stored);

    assertThat(restored.snapshot()).isEqualTo(stored);
    assertThat(restored.pullEvents()).isEmpty();
    assertThat(stored.version()).isEqualTo(new Version(1));
  }

  @Test
  void a_snapshot_does_not_change_with_its_room() {
    Room room = open(4);
    Room.Snapshot before = room.snapshot();

    room.join(MINJI, Set.of(), NOW);

    assertThat(before.seats()).hasSize(1);
  }

  @Test
  void all_events_of_a_room_share_its_key() {
    Room room = open(2);
    room.join(MINJI, Set.of(), NOW);
    room.leave(HOST, NOW);
    room.cancel(MINJI, "", NOW);

    assertThat(room.pullEvents())
        .hasSize(6)
        .allSatisfy(event -> assertThat(event.key()).isEqualTo(room.snapshot().id().toString()));
  }

  /** Whatever people do in whatever order, the rules hold and a refusal changes nothing. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_rules_of_a_room_hold_whatever_people_do(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int capacity = 2 + random.nextInt(4);
      Room room = open(capacity);
      Optional<MemberId> second = Optional.empty();
      for (int step = 0; step < 30; step++) {
        Room.Snapshot before = room.snapshot();
        room.pullEvents();
        MemberId who = member(1 + random.nextInt(7));
        Instant now = NOW.plusSeconds(step);
        if (before.seats().size() > 1) {
          second = Optional.of(before.seats().get(1).member());
        }
        boolean hostLeaves = false;
        try {
          switch (random.nextInt(21)) {
            case 0 -> room.confirm(who, now);
            case 1 -> room.cancel(who, "", now);
            case 2, 3, 4, 5 -> {
              room.leave(who, now);
              hostLeaves = who.equals(before.host());
            }
            case 6, 7, 8, 9 -> room.queue(who, Set.of(), now);
            case 10 -> room.stopWaiting(who, now);
            case 11 -> room.remove(before.host(), who, "", now);
            case 12 -> room.endOffers(now);
            case 13 -> {
              int seats = 2 + random.nextInt(4);
              room.edit(before.host(), withCapacity(before.details(), seats), now);
              capacity = seats;
            }
            case 14 -> {
              if (before.seats().size() > Room.FEWEST) {
                room.missing(who, now);
              }
            }
            default -> room.join(who, Set.of(), now);
          }
          room.offerSeats(Map.of(), Duration.ofSeconds(3), now);
        } catch (DomainException refusal) {
          assertThat(room.snapshot()).isEqualTo(before);
          assertThat(room.pullEvents()).isEmpty();
        }
        holds(room.snapshot(), capacity);
        if (hostLeaves && room.snapshot().status() == RoomStatus.OPEN) {
          assertThat(Optional.of(room.snapshot().host())).isEqualTo(second);
        }
      }
    }
  }

  private static RoomDetails withCapacity(RoomDetails details, int seats) {
    return new RoomDetails(
        details.title(),
        details.description(),
        details.category(),
        details.condition(),
        details.meetsAt(),
        new Capacity(seats),
        details.anonymous());
  }

  private static void holds(Room.Snapshot room, int capacity) {
    List<MemberId> members = new ArrayList<>();
    room.seats().forEach(seat -> members.add(seat.member()));
    List<MemberId> involved = new ArrayList<>(members);
    room.waiting().forEach(waiting -> involved.add(waiting.member()));
    assertThat(involved).doesNotHaveDuplicates();
    room.removed().forEach(removal -> assertThat(involved).doesNotContain(removal.member()));
    assertThat(room.taken()).isBetween(members.size(), capacity);
    if (room.status() != RoomStatus.OPEN && room.status() != RoomStatus.CONFIRMED) {
      assertThat(room.waiting()).isEmpty();
    } else if (!room.isFull()) {
      assertThat(room.waiting()).allSatisfy(one -> assertThat(one.offeredUntil()).isPresent());
    }
    assertThat(members).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(capacity);
    assertThat(room.seats()).extracting(Seat::number).isSorted().doesNotHaveDuplicates();
    assertThat(room.seats())
        .allSatisfy(seat -> assertThat(seat.number()).isBetween(1, room.seatsGiven()));
    if (room.status() == RoomStatus.OPEN) {
      assertThat(members).contains(room.host());
    }
    if (room.status() == RoomStatus.CONFIRMED) {
      assertThat(members).hasSizeGreaterThanOrEqualTo(Room.FEWEST);
    }
  }
}
