package dev.moim.testkit.room;

import static dev.moim.testkit.room.RoomBuilder.aRoom;
import static dev.moim.testkit.room.RoomQueries.everything;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.in.ListRooms.Sort;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.condition.Range;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.condition.SampleConditions;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.StoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of {@link RoomList} keeps to. */
public abstract class RoomListContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;
  private static final long SEED = 42;
  private static final CategoryKey MEAL = new CategoryKey("meal");
  private static final FacetKey PLACE = new FacetKey("place");
  private static final FacetKey TIME = new FacetKey("time");
  private static final FacetKey LEVEL = new FacetKey("level");

  protected abstract RoomList list();

  /** The rooms that are listed. */
  protected abstract Rooms rooms();

  private Room.Snapshot add(RoomBuilder room) {
    return write(() -> rooms().save(room.restore()));
  }

  /** As it is asked for: nobody looks for rooms where none can fit. */
  private Page<Room.Snapshot> page(ListRooms.Query query) {
    return query.fitsNone()
        ? new Page<>(List.of(), Optional.empty())
        : read(() -> list().page(query));
  }

  @Test
  void an_empty_list_has_one_empty_page() {
    Page<Room.Snapshot> page = page(everything(Sort.SOONEST, PageRequest.first(20)));

    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isEmpty();
  }

  @Test
  void rooms_are_listed_as_they_are_stored() {
    Room.Snapshot room =
        add(
            aRoom()
                .title(Samples.EMOJI)
                .description(Samples.LONG_TEXT)
                .condition(SampleConditions.EVERY_KIND)
                .members(Samples.memberId(), Samples.memberId())
                .anonymous());

    assertThat(page(everything(Sort.SOONEST, PageRequest.first(20))).items()).containsExactly(room);
  }

  @Test
  void soonest_goes_by_meeting_time_and_newest_by_time_of_opening() {
    RoomId first = add(aRoom().openedAt(NOW).meetsAt(NOW.plusSeconds(300))).id();
    RoomId second = add(aRoom().openedAt(NOW.plusSeconds(1)).meetsAt(NOW.plusSeconds(100))).id();
    RoomId third = add(aRoom().openedAt(NOW.plusSeconds(2)).meetsAt(NOW.plusSeconds(200))).id();

    assertThat(page(everything(Sort.SOONEST, PageRequest.first(20))).items())
        .extracting(Room.Snapshot::id)
        .containsExactly(second, third, first);
    assertThat(page(everything(Sort.NEWEST, PageRequest.first(20))).items())
        .extracting(Room.Snapshot::id)
        .containsExactly(third, second, first);
  }

  @Test
  void a_page_ends_at_its_limit_and_the_last_one_has_no_next() {
    for (int i = 0; i < 4; i++) {
      add(aRoom());
    }

    assertThat(page(everything(Sort.SOONEST, PageRequest.first(3))).items()).hasSize(3);
    assertThat(page(everything(Sort.SOONEST, PageRequest.first(3))).next()).isPresent();
    assertThat(page(everything(Sort.SOONEST, PageRequest.first(4))).items()).hasSize(4);
    assertThat(page(everything(Sort.SOONEST, PageRequest.first(4))).next()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void every_filter_with_every_sort_shows_exactly_the_rooms_that_fit(Sort sort) {
    MemberId member = Samples.memberId();
    List<Room.Snapshot> all = manyRooms(member);

    for (Optional<CategoryKey> category : choices(new CategoryKey("meal"))) {
      for (Optional<RoomStatus> status :
          anyOrOneOf(List.of(RoomStatus.OPEN, RoomStatus.CANCELLED))) {
        for (Optional<MemberId> wanted : choices(member)) {
          for (boolean free : new boolean[] {false, true}) {
            List<Room.Snapshot> found =
                PageWalk.all(
                    7,
                    request ->
                        page(new ListRooms.Query(category, status, wanted, free, sort, request)));

            Predicate<Room.Snapshot> fits =
                room ->
                    category.map(room.details().category()::equals).orElse(true)
                        && status.map(room.status()::equals).orElse(true)
                        && wanted.map(room::hasMember).orElse(!room.hidden())
                        && (!free || canBeJoined(room));
            assertThat(found)
                .as("%s %s %s %s", category, status, wanted, free)
                .containsExactlyInAnyOrderElementsOf(all.stream().filter(fits).toList())
                .isSortedAccordingTo(order(sort));
          }
        }
      }
    }
  }

  private static <T> List<Optional<T>> choices(T value) {
    return anyOrOneOf(List.of(value));
  }

  private static <T> List<Optional<T>> anyOrOneOf(List<T> values) {
    return Stream.concat(Stream.of(Optional.<T>empty()), values.stream().map(Optional::of))
        .toList();
  }

  private static boolean canBeJoined(Room.Snapshot room) {
    return room.status() == RoomStatus.OPEN
        && room.seats().size() < room.details().capacity().seats();
  }

  private static Comparator<Room.Snapshot> order(Sort sort) {
    return switch (sort) {
      case SOONEST -> Comparator.comparing(room -> room.details().meetsAt());
      case NEWEST -> Comparator.comparing(Room.Snapshot::openedAt).reversed();
    };
  }

  /** Rooms with few different times, so that the identifier decides among many. */
  private List<Room.Snapshot> manyRooms(MemberId member) {
    Random random = new Random(SEED);
    List<RoomBuilder> builders = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      RoomBuilder room =
          aRoom()
              .category(random.nextBoolean() ? "meal" : "study")
              .status(random.nextInt(3) > 0 ? RoomStatus.OPEN : RoomStatus.CANCELLED)
              .capacity(2 + random.nextInt(2))
              .openedAt(NOW.plusSeconds(random.nextInt(4)))
              .meetsAt(NOW.plus(Duration.ofHours(1 + random.nextInt(4))));
      if (random.nextInt(8) == 0) {
        room.hidden();
      }
      switch (random.nextInt(4)) {
        case 0 -> room.host(member);
        case 1 -> room.members(member);
        case 2 -> room.members(Samples.memberId());
        default -> room.members();
      }
      builders.add(room);
    }
    Collections.shuffle(builders, random);
    return builders.stream().map(this::add).toList();
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void facets_status_seats_and_times_show_exactly_the_rooms_that_fit(Sort sort) {
    MemberId member = Samples.memberId();
    List<Room.Snapshot> all = roomsOfManyConditions(member);
    List<Map<FacetKey, Set<String>>> wishes =
        List.of(
            Map.of(PLACE, Set.of("gaepo")),
            Map.of(PLACE, Set.of("gaepo", "out")),
            Map.of(PLACE, Set.of("seocho"), TIME, Set.of("lunch")),
            Map.of(TIME, Set.of("lunch", "dinner"), PLACE, Set.of("gaepo", "seocho")));
    Instant noon = NOW.plus(Duration.ofHours(2));
    Instant evening = NOW.plus(Duration.ofHours(4));

    for (Map<FacetKey, Set<String>> facets : wishes) {
      for (Optional<RoomStatus> status :
          anyOrOneOf(List.of(RoomStatus.OPEN, RoomStatus.CONFIRMED))) {
        for (Optional<MemberId> wanted : choices(member)) {
          for (Optional<Instant> from : choices(noon)) {
            for (Optional<Instant> to : choices(evening)) {
              for (boolean free : new boolean[] {false, true}) {
                Predicate<Room.Snapshot> fits =
                    room ->
                        room.details().category().equals(MEAL)
                            && facets.entrySet().stream()
                                .allMatch(facet -> accepts(room, facet.getKey(), facet.getValue()))
                            && status.map(room.status()::equals).orElse(true)
                            && wanted.map(room::hasMember).orElse(!room.hidden())
                            && meets(room, from, to)
                            && (!free || canBeJoined(room));
                List<Room.Snapshot> found =
                    PageWalk.all(
                        7,
                        request ->
                            page(
                                new ListRooms.Query(
                                    Optional.of(MEAL),
                                    facets,
                                    status,
                                    wanted,
                                    free,
                                    from,
                                    to,
                                    sort,
                                    request)));
                assertThat(found)
                    .as("%s %s %s %s %s %s", facets, status, wanted, free, from, to)
                    .containsExactlyInAnyOrderElementsOf(all.stream().filter(fits).toList())
                    .isSortedAccordingTo(order(sort));
              }
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void times_without_facets_show_exactly_the_rooms_that_fit(Sort sort) {
    MemberId member = Samples.memberId();
    List<Room.Snapshot> all = manyRooms(member);
    Instant second = NOW.plus(Duration.ofHours(2));
    Instant fourth = NOW.plus(Duration.ofHours(4));

    for (Optional<CategoryKey> category : choices(MEAL)) {
      for (Optional<RoomStatus> status : choices(RoomStatus.OPEN)) {
        for (Optional<MemberId> wanted : choices(member)) {
          for (Optional<Instant> from : choices(second)) {
            for (Optional<Instant> to : choices(fourth)) {
              Predicate<Room.Snapshot> fits =
                  room ->
                      category.map(room.details().category()::equals).orElse(true)
                          && status.map(room.status()::equals).orElse(true)
                          && wanted.map(room::hasMember).orElse(!room.hidden())
                          && meets(room, from, to);
              List<Room.Snapshot> found =
                  PageWalk.all(
                      7,
                      request ->
                          page(
                              new ListRooms.Query(
                                  category, Map.of(), status, wanted, false, from, to, sort,
                                  request)));
              assertThat(found)
                  .as("%s %s %s %s %s", category, status, wanted, from, to)
                  .containsExactlyInAnyOrderElementsOf(all.stream().filter(fits).toList())
                  .isSortedAccordingTo(order(sort));
            }
          }
        }
      }
    }
  }

  private static boolean meets(Room.Snapshot room, Optional<Instant> from, Optional<Instant> to) {
    return !from.map(room.details().meetsAt()::isBefore).orElse(false)
        && to.map(room.details().meetsAt()::isBefore).orElse(true);
  }

  @Test
  void a_room_meets_from_the_very_instant_and_before_the_other() {
    Room.Snapshot room = add(aRoom().meetsAt(NOW.plusSeconds(60)));

    assertThat(between(NOW.plusSeconds(60), NOW.plusSeconds(61))).containsExactly(room);
    assertThat(between(NOW.plusSeconds(61), NOW.plusSeconds(99))).isEmpty();
    assertThat(between(NOW, NOW.plusSeconds(60))).isEmpty();
  }

  private List<Room.Snapshot> between(Instant from, Instant to) {
    return page(new ListRooms.Query(
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.of(from),
            Optional.of(to),
            Sort.SOONEST,
            PageRequest.first(20)))
        .items();
  }

  /** From 65 levels on they are not counted one by one. */
  @ParameterizedTest
  @EnumSource(Sort.class)
  void a_room_is_found_by_the_levels_that_it_accepts_however_many(Sort sort) {
    List<Range> ranges =
        List.of(
            new Range(1, 1),
            new Range(1, 64),
            new Range(1, 65),
            new Range(31, 96),
            new Range(32, 127),
            new Range(1, 100),
            new Range(-100, -1),
            new Range(-70, 70),
            new Range(1, 1_000));
    List<Room.Snapshot> rooms =
        ranges.stream()
            .map(range -> add(aRoom().category("study").condition(new AllOf(Map.of(LEVEL, range)))))
            .toList();
    Room.Snapshot open = add(aRoom().category("study"));

    for (int level :
        new int[] {
          -100, -70, -65, -64, -33, -32, -1, 0, 1, 30, 31, 32, 63, 64, 65, 66, 70, 71, 95, 96, 97,
          100, 101, 127, 128, 900, 1_000, 1_001
        }) {
      List<Room.Snapshot> accepting = new ArrayList<>(List.of(open));
      for (int i = 0; i < ranges.size(); i++) {
        if (ranges.get(i).meet(new Range(level, level)).isPresent()) {
          accepting.add(rooms.get(i));
        }
      }
      assertThat(ofStudy(sort, Map.of(LEVEL, Set.of(Integer.toString(level)))))
          .as("level %d", level)
          .containsExactlyInAnyOrderElementsOf(accepting);
      assertThat(
              ofStudy(sort, Map.of(LEVEL, Set.of(Integer.toString(level)), PLACE, Set.of("gaepo"))))
          .as("level %d, at Gaepo", level)
          .containsExactlyInAnyOrderElementsOf(accepting);
    }
    assertThat(ofStudy(sort, Map.of(LEVEL, Set.of("900", "101", "-100"))))
        .containsExactlyInAnyOrder(open, rooms.get(4), rooms.get(6), rooms.get(8));
  }

  private List<Room.Snapshot> ofStudy(Sort sort, Map<FacetKey, Set<String>> facets) {
    return PageWalk.all(
        2,
        request ->
            page(
                new ListRooms.Query(
                    Optional.of(new CategoryKey("study")),
                    facets,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    sort,
                    request)));
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void an_ended_room_has_no_free_seat_whatever_its_status(Sort sort) {
    Map<RoomStatus, Room.Snapshot> rooms = new EnumMap<>(RoomStatus.class);
    for (RoomStatus status : RoomStatus.values()) {
      rooms.put(status, add(seatsFor(4).status(status)));
    }

    for (Map<FacetKey, Set<String>> facets :
        List.of(Map.<FacetKey, Set<String>>of(), Map.of(PLACE, Set.of("gaepo")))) {
      for (Optional<RoomStatus> status : anyOrOneOf(List.of(RoomStatus.values()))) {
        List<Room.Snapshot> found =
            page(new ListRooms.Query(
                    Optional.of(MEAL),
                    facets,
                    status,
                    Optional.empty(),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    sort,
                    PageRequest.first(20)))
                .items();
        assertThat(found)
            .as("%s %s", facets, status)
            .isEqualTo(
                status.orElse(RoomStatus.OPEN) == RoomStatus.OPEN
                    ? List.of(rooms.get(RoomStatus.OPEN))
                    : List.of());
      }
    }
  }

  @Test
  void a_seat_that_is_kept_for_somebody_is_not_free() {
    Instant until = NOW.plusSeconds(600);
    Room.Snapshot free = add(seatsFor(4).offered(Samples.memberId(), until));
    Room.Snapshot kept = add(seatsFor(3).offered(Samples.memberId(), until));
    Room.Snapshot waitedFor = add(seatsFor(3).waiting(Samples.memberId()));

    assertThat(joinable(Map.of())).containsExactlyInAnyOrder(free, waitedFor);
    assertThat(joinable(Map.of(PLACE, Set.of("gaepo")))).containsExactlyInAnyOrder(free, waitedFor);
    assertThat(all()).containsExactlyInAnyOrder(free, kept, waitedFor);
  }

  @Test
  void a_seat_is_free_again_when_the_one_it_was_kept_for_waits_no_longer() {
    MemberId waiting = Samples.memberId();
    Room.Snapshot kept = add(seatsFor(3).offered(waiting, NOW.plusSeconds(600)));

    Room.Snapshot given =
        write(() -> {
          Room room = rooms().find(kept.id()).orElseThrow();
          room.stopWaiting(waiting, NOW);
          return rooms().save(room);
        });

    assertThat(joinable(Map.of())).containsExactly(given);
    assertThat(joinable(Map.of(PLACE, Set.of("gaepo")))).containsExactly(given);
  }

  /** With two members. */
  private static RoomBuilder seatsFor(int capacity) {
    return aRoom().capacity(capacity).members(Samples.memberId());
  }

  private List<Room.Snapshot> joinable(Map<FacetKey, Set<String>> facets) {
    return page(new ListRooms.Query(
            Optional.of(MEAL),
            facets,
            Optional.of(RoomStatus.OPEN),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            Sort.SOONEST,
            PageRequest.first(20)))
        .items();
  }

  private List<Room.Snapshot> all() {
    return page(everything(Sort.SOONEST, PageRequest.first(20))).items();
  }

  private static boolean accepts(Room.Snapshot room, FacetKey facet, Set<String> wanted) {
    return room.details()
        .condition()
        .of(facet)
        .map(condition -> condition.meet(new OneOf(wanted)).isPresent())
        .orElse(true);
  }

  private List<Room.Snapshot> roomsOfManyConditions(MemberId member) {
    Random random = new Random(SEED);
    List<Room.Snapshot> rooms = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      Map<FacetKey, OneOf> condition = new TreeMap<>();
      some(random, "gaepo", "seocho", "out").ifPresent(fixed -> condition.put(PLACE, fixed));
      some(random, "lunch", "dinner").ifPresent(fixed -> condition.put(TIME, fixed));
      RoomBuilder room =
          aRoom()
              .category(random.nextInt(6) > 0 ? "meal" : "study")
              .condition(new AllOf(condition))
              .capacity(2 + random.nextInt(2))
              .openedAt(NOW.plusSeconds(random.nextInt(4)))
              .meetsAt(NOW.plus(Duration.ofHours(1 + random.nextInt(4))))
              .members(random.nextInt(3) == 0 ? member : Samples.memberId());
      if (random.nextInt(8) == 0) {
        room.hidden();
      }
      Room.Snapshot added = add(room);
      rooms.add(random.nextInt(3) == 0 ? ended(added) : added);
    }
    return rooms;
  }

  /** What the list knows of a room must follow its changes. */
  private Room.Snapshot ended(Room.Snapshot stored) {
    return write(() -> {
      Room room = rooms().find(stored.id()).orElseThrow();
      room.confirm(stored.host(), NOW);
      return rooms().save(room);
    });
  }

  /** Nothing asked, one option, or two of them. */
  private static Optional<OneOf> some(Random random, String... options) {
    List<String> shuffled = new ArrayList<>(List.of(options));
    Collections.shuffle(shuffled, random);
    int count = random.nextInt(3);
    return count == 0 ? Optional.empty() : Optional.of(new OneOf(shuffled.subList(0, count)));
  }

  @Test
  void an_edited_room_is_found_by_what_it_is_about_now() {
    Room.Snapshot stored =
        add(aRoom().condition(new AllOf(Map.of(PLACE, new OneOf(List.of("gaepo"))))));

    Room.Snapshot edited =
        write(() -> {
          Room room = rooms().find(stored.id()).orElseThrow();
          RoomBuilder wanted =
              aRoom()
                  .condition(new AllOf(Map.of(PLACE, new OneOf(List.of("out")))))
                  .meetsAt(NOW.plus(Duration.ofDays(3)));
          room.edit(stored.host(), wanted.details(), NOW);
          return rooms().save(room);
        });

    assertThat(at("gaepo")).isEmpty();
    assertThat(at("out")).containsExactly(edited);
  }

  private List<Room.Snapshot> at(String place) {
    return page(new ListRooms.Query(
            Optional.of(MEAL),
            Map.of(PLACE, Set.of(place)),
            Optional.of(RoomStatus.OPEN),
            Optional.empty(),
            false,
            Optional.of(NOW),
            Optional.empty(),
            Sort.SOONEST,
            PageRequest.first(20)))
        .items();
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void turning_pages_shows_each_room_once_although_others_are_opened_meanwhile(Sort sort) {
    Random random = new Random(SEED);
    List<RoomId> before =
        manyRooms(Samples.memberId()).stream()
            .filter(room -> !room.hidden())
            .map(Room.Snapshot::id)
            .toList();

    List<RoomId> seen =
        PageWalk.all(
                5,
                request -> page(everything(sort, request)),
                () ->
                    add(
                        aRoom()
                            .openedAt(NOW.plusSeconds(random.nextInt(4)))
                            .meetsAt(NOW.plus(Duration.ofHours(1 + random.nextInt(4))))))
            .stream()
            .map(Room.Snapshot::id)
            .toList();

    assertThat(seen).doesNotHaveDuplicates().containsAll(before);
  }

  @Test
  void a_position_stays_good_when_its_room_is_gone_from_the_list() {
    List<Room.Snapshot> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(add(aRoom().meetsAt(NOW.plusSeconds(60L * i))));
    }
    Page<Room.Snapshot> first = page(openOnly(PageRequest.first(3)));

    change(() -> {
      Room last = rooms().find(all.get(2).id()).orElseThrow();
      last.cancel(last.snapshot().host(), "", NOW.minusSeconds(1));
      rooms().save(last);
    });

    assertThat(page(openOnly(new PageRequest(3, first.next()))).items())
        .containsExactlyElementsOf(all.subList(3, 6));
  }

  private static ListRooms.Query openOnly(PageRequest page) {
    return new ListRooms.Query(
        Optional.empty(),
        Optional.of(RoomStatus.OPEN),
        Optional.empty(),
        false,
        Sort.SOONEST,
        page);
  }
}
