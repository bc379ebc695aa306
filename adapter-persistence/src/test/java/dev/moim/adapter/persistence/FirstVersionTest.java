package dev.moim.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Member;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.room.Seat;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that the first version of Moim wrote, brought to the present schema. What stands in it
 * was made with {@code --demo} and by its members through the API: two rooms are confirmed, two are
 * open, two members were matched and a third one waits.
 */
class FirstVersionTest {
  private static final CategoryKey MEAL = new CategoryKey("meal");
  private static final RoomId LUNCH =
      new RoomId(UUID.fromString("01a22aa4-9907-7000-801c-3e05ff00d236"));
  private static final RoomId OPEN =
      new RoomId(UUID.fromString("01a22aa5-1e5c-7000-b704-d17f77ab9af6"));

  private TestDatabase database;

  @BeforeEach
  void database_of_the_first_version(@TempDir Path folder) throws SQLException {
    PersistenceSettings settings = TestServer.file(folder);
    String dump = "first-version.sql";
    try (Connection connection =
        DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
      RunScript.execute(
          connection,
          new InputStreamReader(
              Objects.requireNonNull(FirstVersionTest.class.getResourceAsStream(dump)),
              StandardCharsets.UTF_8));
    }
    database = new TestDatabase(TestServer.H2, settings);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private <T> T read(Supplier<T> reading) {
    return database.get(Transactions.class).read(reading);
  }

  private Member.Snapshot member(String nickname) {
    return read(() ->
            database
                .get(Members.class)
                .findByEmail(new EmailAddress(nickname + "@moim.example"))
                .map(Member::snapshot))
        .orElseThrow();
  }

  private Room.Snapshot room(RoomId id) {
    return read(() -> database.get(Rooms.class).find(id).map(Room::snapshot)).orElseThrow();
  }

  @Test
  void members_are_who_they_were() {
    for (int i = 1; i <= 6; i++) {
      assertThat(member("demo-" + i).person().orElseThrow().nickname().value())
          .isEqualTo("demo-" + i);
    }
  }

  @Test
  void rooms_have_their_texts_conditions_and_seats() {
    Room.Snapshot lunch = room(LUNCH);
    Room.Snapshot open = room(OPEN);

    assertThat(lunch.status()).isEqualTo(RoomStatus.CONFIRMED);
    assertThat(lunch.host()).isEqualTo(member("demo-1").id());
    assertThat(lunch.seats())
        .extracting(Seat::member)
        .containsExactly(
            member("demo-1").id(),
            member("demo-2").id(),
            member("demo-3").id(),
            member("demo-4").id());
    assertThat(open.details().title()).isEqualTo("점심 같이 🍜");
    assertThat(open.status()).isEqualTo(RoomStatus.OPEN);
    assertThat(open.waiting()).isEmpty();
    assertThat(open.removed()).isEmpty();
  }

  @Test
  void open_rooms_are_found_by_what_they_accept() {
    var query =
        new ListRooms.Query(
            Optional.of(MEAL),
            Map.of(new FacetKey("place"), Set.of("seocho")),
            Optional.of(RoomStatus.OPEN),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            ListRooms.Sort.SOONEST,
            PageRequest.first(20));

    assertThat(read(() -> database.get(RoomList.class).page(query)).items())
        .extracting(Room.Snapshot::id)
        .containsExactly(OPEN);
  }

  @Test
  void meetings_have_their_members_and_know_where_they_come_from() {
    MemberId member = member("demo-1").id();

    List<Meeting.Snapshot> meetings =
        read(() -> database.get(Meetings.class).of(member, PageRequest.first(20))).items();

    assertThat(meetings).extracting(meeting -> meeting.members().size()).containsExactly(2, 5, 4);
    assertThat(meetings.getLast().source()).isEqualTo(new MeetingSource.ConfirmedRoom(LUNCH));
    assertThat(meetings.getFirst().source()).isEqualTo(new MeetingSource.RandomMatch());
    assertThat(read(() -> database.get(Meetings.class).ofRoom(LUNCH)).map(Meeting::snapshot))
        .contains(meetings.getLast());
  }

  @Test
  void match_requests_stand_where_they_stood() {
    assertThat(statuses("demo-1")).containsExactly(MatchRequestStatus.MATCHED);
    assertThat(statuses("demo-2")).containsExactly(MatchRequestStatus.MATCHED);
    assertThat(statuses("demo-3")).containsExactly(MatchRequestStatus.WAITING);
  }

  private List<MatchRequestStatus> statuses(String nickname) {
    MemberId member = member(nickname).id();
    return read(() -> database.get(MatchRequests.class).of(member, PageRequest.first(20)))
        .items()
        .stream()
        .map(MatchRequest.Snapshot::status)
        .toList();
  }

  @Test
  void notifications_can_still_be_read() {
    MemberId member = member("demo-4").id();

    assertThat(
            read(() -> database.get(Notifications.class).of(member, PageRequest.first(100)))
                .items())
        .isNotEmpty();
  }

  /** What was stored is stored again as it is, with all that has come since. */
  @Test
  void an_open_room_goes_on() {
    MemberId joining = member("demo-5").id();
    Transactions transactions = database.get(Transactions.class);
    Rooms rooms = database.get(Rooms.class);

    transactions.writeOnly(() -> {
      Room room = rooms.find(OPEN).orElseThrow();
      room.join(joining, Set.of(), room.snapshot().openedAt());
      rooms.save(room);
    });

    assertThat(room(OPEN).hasMember(joining)).isTrue();
  }
}
