package dev.moim.adapter.persistence;

import static dev.moim.testkit.room.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.IdempotentAnswers.Answer;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is stored is what comes back, to the character and the microsecond, on each database and
 * whatever time zone the program, the next one and the server have.
 */
@EachDatabase
class TextsAndTimesTest {
  private static final List<String> ZONES =
      List.of("UTC", "Asia/Seoul", "America/St_Johns", "Pacific/Apia", "Europe/Berlin");

  /** Among them hours that a clock on a wall skips or shows twice, in Berlin and in St. John's. */
  private static final List<Instant> MOMENTS =
      Stream.of(
              "1970-01-01T00:00:01.000001Z",
              "2026-03-08T05:30:00.123456Z",
              "2026-03-29T01:30:00.999999Z",
              "2026-10-25T00:30:00.000001Z",
              "2026-10-25T01:30:00.000001Z",
              "2026-11-01T03:59:59.999999Z",
              "2038-01-19T03:14:08Z",
              "2100-02-28T23:59:59.999999Z",
              "9998-12-31T23:59:59.999999Z")
          .map(Instant::parse)
          .toList();

  private static final TimeZone ZONE = TimeZone.getDefault();

  private final TestDatabase database;
  private final Transactions transactions;
  private final Rooms rooms;

  TextsAndTimesTest(TestDatabase database) {
    this.database = database;
    transactions = database.get(Transactions.class);
    rooms = database.get(Rooms.class);
  }

  @BeforeEach
  void empty_the_database() {
    database.empty();
  }

  @AfterEach
  void the_zone_is_what_it_was() {
    TimeZone.setDefault(ZONE);
  }

  private RoomId save(Room room) {
    return transactions.write(() -> rooms.save(room).id());
  }

  private Room.Snapshot found(RoomId id) {
    return transactions.read(() -> rooms.find(id)).orElseThrow().snapshot();
  }

  @Test
  void an_instant_is_the_same_for_programs_in_other_zones() {
    for (Instant moment : MOMENTS) {
      for (String writer : ZONES) {
        TimeZone.setDefault(TimeZone.getTimeZone(writer));
        RoomId id = save(aRoom().openedAt(Samples.EARLY).meetsAt(moment).restore());

        for (String reader : ZONES) {
          TimeZone.setDefault(TimeZone.getTimeZone(reader));

          assertThat(found(id).details().meetsAt())
              .as("written in %s, read in %s", writer, reader)
              .isEqualTo(moment);
          assertThat(transactions.read(() -> rooms.overdue(moment, 1_000))).contains(id);
          assertThat(transactions.read(() -> rooms.overdue(moment.minusNanos(1_000), 1_000)))
              .doesNotContain(id);
        }
      }
    }
  }

  @Test
  void what_lies_in_the_table_is_utc() throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Seoul"));
    save(aRoom().meetsAt(Instant.parse("2026-07-01T00:30:00.123456Z")).restore());

    String column =
        switch (database.server) {
          case H2, POSTGRESQL -> "meets_at at time zone 'UTC'";
          case MARIADB, MYSQL -> "meets_at";
        };
    try (Connection connection = database.get(DataSource.class).getConnection();
        Statement statement = connection.createStatement();
        ResultSet stored =
            statement.executeQuery("select cast(" + column + " as char(26)) from rooms")) {
      assertThat(stored.next()).isTrue();
      assertThat(stored.getString(1)).startsWith("2026-07-01 00:30:00.123456");
    }
  }

  @Test
  void texts_come_back_to_the_character() {
    for (String text :
        List.of(
            Samples.LONG_TEXT,
            Samples.TRICKY,
            "👩‍👩‍👧‍👦".repeat(180),
            Normalizer.normalize(Samples.HANGUL, Normalizer.Form.NFD),
            Normalizer.normalize(Samples.HANGUL, Normalizer.Form.NFC),
            "힣".repeat(2_000),
            "ｗｉｄｅ ﬁ ﬀ Å Å İı ß",
            "مرحبا שלום",
            "\u2000 wide blanks \u3000")) {
      Room room = aRoom().description(text).restore();
      String given = room.snapshot().details().description();

      assertThat(found(save(room)).details().description()).isEqualTo(given);
    }
  }

  /** MySQL has a collation in which a blank at the end counts from 8.0.17 on. */
  private String endingWithBlankIfItCounts() {
    if (database.server != TestServer.MYSQL) {
      return "key ";
    }
    try (Connection connection = database.get(DataSource.class).getConnection();
        Statement statement = connection.createStatement();
        ResultSet collation =
            statement.executeQuery(
                "select 1 from information_schema.collations"
                    + " where collation_name = 'utf8mb4_0900_bin'")) {
      return collation.next() ? "key " : " key";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void texts_are_equal_when_their_characters_are() {
    MemberId member = Samples.memberId();
    List<String> different =
        List.of(
            "key",
            "KEY",
            endingWithBlankIfItCounts(),
            "key\u00a0",
            "kéy",
            Normalizer.normalize("kéy", Normalizer.Form.NFD),
            "ｋey",
            Normalizer.normalize("가", Normalizer.Form.NFC),
            Normalizer.normalize("가", Normalizer.Form.NFD),
            "ㅋ",
            "🍜",
            "🍚",
            "ß",
            "ss");
    IdempotentAnswers answers = database.get(IdempotentAnswers.class);
    UUID event = Samples.uuid();

    for (String text : different) {
      Answer answer = new Answer(200, Map.of(), text);
      transactions.writeOnly(() ->
          answers.keep(
              new IdempotentAnswers.Key(member, text), "hash", answer, SettableClock.START));
      assertThat(transactions.write(() -> database.get(Inbox.class).firstTime(text, event)))
          .isTrue();
    }

    for (String text : different) {
      assertThat(transactions.read(() -> answers.find(new IdempotentAnswers.Key(member, text))))
          .map(kept -> kept.answer().body())
          .contains(text);
    }
  }
}
