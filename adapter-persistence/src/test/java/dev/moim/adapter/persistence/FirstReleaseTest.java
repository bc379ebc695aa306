package dev.moim.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.notification.port.in.ListNotifications;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Role;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.Clock;
import dev.moim.testkit.shared.SettableClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that the first release left, as that release wrote it: the present one finds all of it
 * and goes on with it. H2 was the only kind of database then.
 */
class FirstReleaseTest {
  private static final String SCRIPT = "/dev/moim/adapter/persistence/first-release.sql";
  private static final PageRequest ALL = PageRequest.first(PageRequest.MOST);

  /** Once in each start, as soon as the scheduler runs, this is filled anew. */
  private static final Set<String> NOT_KEPT = Set.of("flyway_schema_history", "SCHEDULED_TASKS");

  private Map<String, Long> before = Map.of();
  private TestDatabase database;
  private UseCases useCases;
  private Caller minji;
  private Caller jun;

  @BeforeEach
  void the_present_release_opens_it(@TempDir Path folder) throws SQLException {
    PersistenceSettings settings = TestServer.file(folder);
    try (Connection connection = connect(settings);
        Statement statement = connection.createStatement()) {
      statement.execute("runscript from 'classpath:" + SCRIPT + "'");
      before = rows(connection);
    }
    database = new TestDatabase(TestServer.H2, settings);
    ((SettableClock) database.get(Clock.class)).set(Instant.parse("2026-12-01T00:00:00Z"));
    useCases = new UseCases(database);
    minji = member("minji@example.org");
    jun = member("jun@example.org");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Connection connect(PersistenceSettings settings) throws SQLException {
    return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
  }

  /** How many rows each table has. */
  private static Map<String, Long> rows(Connection connection) throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    for (String table : tables(connection)) {
      try (Statement statement = connection.createStatement();
          ResultSet count = statement.executeQuery("select count(*) from \"" + table + "\"")) {
        count.next();
        rows.put(table, count.getLong(1));
      }
    }
    return rows;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"BASE TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
    }
    tables.removeAll(NOT_KEPT);
    return tables;
  }

  private Caller member(String email) {
    return database
        .get(Transactions.class)
        .read(() -> database.get(Members.class).findByEmail(new EmailAddress(email)))
        .map(member -> new Caller(member.snapshot().id(), Role.MEMBER))
        .orElseThrow();
  }

  private List<RoomView> roomsOf(Caller member) {
    return useCases
        .rooms
        .listRooms()
        .list(
            member,
            new ListRooms.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.of(member.id()),
                false,
                ListRooms.Sort.NEWEST,
                ALL))
        .items();
  }

  private RoomView room(Caller member, String title) {
    return roomsOf(member).stream()
        .filter(room -> room.details().title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static String title(RoomView room) {
    return room.details().title();
  }

  private List<MatchRequest.Snapshot> requestsOf(Caller member) {
    return useCases.matching.listMatchRequests().list(member, ALL).items().stream()
        .map(MatchRequestView::request)
        .toList();
  }

  @Test
  void no_row_is_lost() throws SQLException {
    Map<String, Long> after =
        database
            .get(Transactions.class)
            .read(() -> {
              try (Connection connection = database.get(DataSource.class).getConnection()) {
                return rows(connection);
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });

    assertThat(before)
        .hasSizeGreaterThan(10)
        .containsEntry("MEMBERS", 8L)
        .containsEntry("SEATS", 13L);
    assertThat(after).containsAllEntriesOf(before);
  }

  @Test
  void rooms_are_as_they_were_and_can_be_joined_and_confirmed() {
    assertThat(roomsOf(jun))
        .extracting(FirstReleaseTest::title, RoomView::status)
        .contains(tuple("점심 🍜 같이", RoomStatus.OPEN), tuple("Algorithms", RoomStatus.CONFIRMED));
    RoomView lunch = room(jun, "점심 🍜 같이");
    assertThat(lunch.details().description()).isEqualTo("첫 모임\n둘째 줄");
    assertThat(lunch.details().anonymous()).isTrue();

    Caller third = member("demo-3@moim.example");
    useCases.rooms.joinRoom().join(new JoinRoom.Command(third, lunch.id()));
    useCases
        .rooms
        .confirmRoom()
        .confirm(new ConfirmRoom.Command(minji, lunch.id(), Optional.empty()));

    assertThat(useCases.meetings.listMeetings().list(third, ALL).items())
        .extracting(MeetingView::members)
        .singleElement()
        .satisfies(members -> assertThat(members).hasSize(3));
  }

  @Test
  void rooms_are_found_by_their_facets_which_that_release_did_not_keep() {
    List<RoomView> found =
        useCases
            .rooms
            .listRooms()
            .list(
                minji,
                new ListRooms.Query(
                    Optional.of(new CategoryKey("meal")),
                    Map.of(new FacetKey("place"), Set.of("gaepo")),
                    Optional.of(RoomStatus.OPEN),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    ListRooms.Sort.SOONEST,
                    ALL))
            .items();

    assertThat(found).extracting(FirstReleaseTest::title).contains("점심 🍜 같이");
  }

  @Test
  void requests_and_meetings_are_as_they_were_and_go_on() {
    assertThat(useCases.meetings.listMeetings().list(minji, ALL).items())
        .extracting(MeetingView::members)
        .hasSize(2)
        .allSatisfy(members -> assertThat(members).hasSize(2));
    assertThat(requestsOf(minji))
        .extracting(MatchRequest.Snapshot::status)
        .containsExactly(MatchRequestStatus.MATCHED);
    MatchRequest.Snapshot waiting = requestsOf(jun).getFirst();
    assertThat(waiting.status()).isEqualTo(MatchRequestStatus.WAITING);

    useCases
        .matching
        .cancelMatchRequest()
        .cancel(new CancelMatchRequest.Command(jun, waiting.id()));

    assertThat(requestsOf(jun))
        .extracting(MatchRequest.Snapshot::status)
        .containsExactly(MatchRequestStatus.CANCELLED);
  }

  @Test
  void notifications_are_there_and_unread() {
    ListNotifications.Result told = useCases.notifications.listNotifications().list(jun, ALL);

    assertThat(told.unread()).isEqualTo(3);
    assertThat(told.page().items())
        .extracting(Notification::type)
        .containsExactly(
            NotificationType.ROOM_CANCELLED,
            NotificationType.ROOM_CONFIRMED,
            NotificationType.ROOM_JOINED);
    assertThat(told.page().items().getLast().arguments()).containsEntry("nickname", "민지");
  }
}
