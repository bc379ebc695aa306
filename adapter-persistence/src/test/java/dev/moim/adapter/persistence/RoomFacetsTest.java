package dev.moim.adapter.persistence;

import static dev.moim.testkit.room.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomStatus;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomFacetsTest {
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
      stored = save(database);
      try (Connection connection = database.get(DataSource.class).getConnection();
          Statement statement = connection.createStatement()) {
        for (String sql : before) {
          assertThat(statement.executeUpdate(sql)).isPositive();
        }
        connection.commit();
      }
      assertThat(atGaepo(database)).isEmpty();
    }

    try (TestDatabase database = TestDatabase.inFile(folder)) {
      // Saved once to be found, and otherwise as it was.
      assertThat(atGaepo(database))
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("version")
          .containsExactly(stored);
    }
  }

  private static Room.Snapshot save(TestDatabase database) {
    return database
        .get(Transactions.class)
        .write(() -> database.get(Rooms.class).save(aRoom().restore()));
  }

  private static List<Room.Snapshot> atGaepo(TestDatabase database) {
    var query =
        new ListRooms.Query(
            Optional.of(new CategoryKey("meal")),
            Map.of(new FacetKey("place"), Set.of("gaepo")),
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
