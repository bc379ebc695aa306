package dev.moim.adapter.persistence;

import static dev.moim.testkit.room.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.StoreUpkeep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.Range;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.room.RoomBuilder;
import dev.moim.testkit.shared.PageWalk;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomFacetsTest {
  private static final FacetKey PLACE = new FacetKey("place");

  @TempDir Path folder;

  /** As rooms are that an earlier release stored. */
  @Test
  void open_rooms_of_which_nothing_was_kept_are_found_after_the_next_start() throws Exception {
    areFoundAfterTheNextStart("delete from room_facets", "update rooms set facet_index = ''");
  }

  @Test
  void open_rooms_are_found_by_a_facet_that_their_category_has_got_since() throws Exception {
    areFoundAfterTheNextStart(
        "delete from room_facets where facet = 'place'",
        "update rooms set facet_index = replace(facet_index, 'place=', 'former=')");
  }

  private void areFoundAfterTheNextStart(String... before) throws Exception {
    Room.Snapshot stored;
    try (TestDatabase database = TestDatabase.inFile(folder)) {
      stored = save(database, aRoom());
      run(database, before);
      assertThat(atGaepo(database)).isEmpty();
    }

    try (TestDatabase database = TestDatabase.inFile(folder)) {
      // Saved once to be found, and otherwise as it was.
      assertThat(atGaepo(database))
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("version")
          .containsExactly(stored);
    }
  }

  private static void run(TestDatabase database, String... changes) throws SQLException {
    try (Connection connection = database.get(DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : changes) {
        assertThat(statement.executeUpdate(sql)).isPositive();
      }
      connection.commit();
    }
  }

  /** More than the upkeep looks at in one part. */
  @Test
  void rooms_of_every_status_are_found_by_such_a_facet_when_the_upkeep_has_come_to_them()
      throws Exception {
    Set<RoomId> all = new HashSet<>();
    try (TestDatabase database = TestDatabase.inFile(folder)) {
      for (int i = 0; i < 110; i++) {
        for (RoomStatus status : RoomStatus.values()) {
          all.add(save(database, aRoom().status(status)).id());
        }
      }
      keepUp(database);
      run(
          database,
          "delete from room_facets where facet = 'place'",
          "update rooms set facet_index = replace(facet_index, 'place=', 'former=')",
          // With other facets, or by a release that kept less.
          "update store_upkeep set done = 'less'");
    }

    try (TestDatabase database = TestDatabase.inFile(folder)) {
      assertThat(found(database, PLACE, "gaepo"))
          .allMatch(room -> room.status() == RoomStatus.OPEN)
          .isNotEmpty();
      keepUp(database);
      assertThat(found(database, PLACE, "gaepo"))
          .extracting(Room.Snapshot::id)
          .containsExactlyInAnyOrderElementsOf(all);
    }
  }

  @Test
  void what_was_kept_up_is_not_looked_at_after_the_next_start() throws Exception {
    try (TestDatabase database = TestDatabase.inFile(folder)) {
      save(database, aRoom());
      keepUp(database);
    }

    try (TestDatabase database = TestDatabase.inFile(folder)) {
      StoreUpkeep upkeep = database.get(StoreUpkeep.class);
      assertThat(database.statements.during(upkeep::someMore)).hasSize(1);
      assertThat(database.statements.during(upkeep::someMore)).isEmpty();
    }
  }

  /** Of a range of many levels an earlier release kept what it kept of a facet left open. */
  @Test
  void a_room_of_many_levels_is_found_by_those_only_when_the_upkeep_has_come_to_it()
      throws Exception {
    FacetKey level = new FacetKey("level");
    var levels = new AllOf(Map.of(level, new Range(1, 100)));
    try (TestDatabase database = TestDatabase.inFile(folder)) {
      save(database, aRoom().category("study").condition(levels));
      run(
          database,
          "delete from room_facets where facet = 'level' and facet_value <> '1'",
          "update room_facets set facet_value = '*' where facet = 'level'",
          "update rooms set facet_index = 'level=*;place=*;subject=*'");
      assertThat(found(database, level, "900")).hasSize(1);

      keepUp(database);

      assertThat(found(database, level, "900")).isEmpty();
      assertThat(found(database, level, "90")).hasSize(1);
    }
  }

  /** As one is that a later release stored. The walk comes to it before all others. */
  @Test
  void a_room_whose_condition_cannot_be_read_is_told_of_once_and_keeps_no_other_from_being_found()
      throws Exception {
    RoomId unreadable = new RoomId(new UUID(0, 1));
    Set<RoomId> others = new HashSet<>();
    try (TestDatabase database = TestDatabase.inFile(folder)) {
      save(database, aRoom().id(unreadable));
      for (RoomStatus status : RoomStatus.values()) {
        others.add(save(database, aRoom().status(status)).id());
      }
      keepUp(database);
      run(
          database,
          "delete from room_facets where facet = 'place'",
          "update rooms set facet_index = replace(facet_index, 'place=', 'former=')",
          "update rooms set match_condition = '{\"$v\": 9}' where id = '%s'".formatted(unreadable),
          "update store_upkeep set done = 'less'");
    }

    List<String> told =
        toldBy(() -> {
          try (TestDatabase database = TestDatabase.inFile(folder)) {
            assertThat(found(database, PLACE, "gaepo"))
                .extracting(Room.Snapshot::status)
                .containsExactly(RoomStatus.OPEN);
            keepUp(database);
            assertThat(found(database, PLACE, "gaepo"))
                .extracting(Room.Snapshot::id)
                .containsExactlyInAnyOrderElementsOf(others);
          }
        });

    assertThat(told).singleElement().asString().contains(unreadable.toString());
  }

  /** What the upkeep has in the log of that. */
  private static List<String> toldBy(Runnable work) {
    List<String> told = new ArrayList<>();
    Logger log = Logger.getLogger("dev.moim.adapter.persistence.room.FacetUpkeep");
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            told.add(new SimpleFormatter().formatMessage(line));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    log.addHandler(handler);
    try {
      work.run();
    } finally {
      log.removeHandler(handler);
    }
    return told;
  }

  private static void keepUp(TestDatabase database) {
    StoreUpkeep upkeep = database.get(StoreUpkeep.class);
    int parts = 0;
    while (upkeep.someMore() > 0) {
      parts++;
      assertThat(parts).isLessThan(10);
    }
  }

  private static Room.Snapshot save(TestDatabase database, RoomBuilder room) {
    return database
        .get(Transactions.class)
        .write(() -> database.get(Rooms.class).save(room.restore()));
  }

  private static List<Room.Snapshot> found(TestDatabase database, FacetKey facet, String value) {
    return PageWalk.all(
        100,
        page ->
            database
                .get(Transactions.class)
                .read(() -> database.get(RoomList.class).page(any(facet, value, page))));
  }

  private static ListRooms.Query any(FacetKey facet, String value, PageRequest page) {
    return new ListRooms.Query(
        Optional.of(new CategoryKey(facet.equals(PLACE) ? "meal" : "study")),
        Map.of(facet, Set.of(value)),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        ListRooms.Sort.SOONEST,
        page);
  }

  private static List<Room.Snapshot> atGaepo(TestDatabase database) {
    var query =
        new ListRooms.Query(
            Optional.of(new CategoryKey("meal")),
            Map.of(PLACE, Set.of("gaepo")),
            Optional.of(RoomStatus.OPEN),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            ListRooms.Sort.SOONEST,
            PageRequest.first(20));
    return database
        .get(Transactions.class)
        .read(() -> database.get(RoomList.class).page(query).items());
  }
}
