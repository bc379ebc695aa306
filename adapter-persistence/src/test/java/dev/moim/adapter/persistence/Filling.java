package dev.moim.adapter.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.util.Calendar;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Fills all tables with rows that mean nothing, as different from each other as those of a busy
 * community, and lets the database count them: with few rows, reading the table is the best plan.
 */
final class Filling {
  private static final int ROWS = 3_000;
  private static final long A_MONTH = Duration.ofDays(30).toMillis();
  private static final long A_YEAR = Duration.ofDays(365).toMillis();
  private static final List<String> SEVEN = List.of("v0", "v1", "v2", "v3", "v4", "v5", "v6");

  /**
   * Most have ended. Nobody waits for a group: PostgreSQL reads all invitations of so small a table
   * sooner than it looks up those of a pool.
   */
  private static final List<String> STATUSES =
      Stream.of(
              Collections.nCopies(5, "OPEN"),
              Collections.nCopies(5, "CONFIRMED"),
              Collections.nCopies(90, "ENDED"))
          .flatMap(List::stream)
          .toList();

  /** Those for which queries ask are among them, so that there is something for them to find. */
  private static final Map<String, List<String>> FEW_VALUES =
      Map.ofEntries(
          Map.entry("status", STATUSES),
          Map.entry("category", List.of("meal", "study", "exercise")),
          Map.entry("facet_value", List.of("gaepo", "seocho", "delivery", "lunch", "*")),
          Map.entry("role", SEVEN),
          Map.entry("type", SEVEN),
          Map.entry("purpose", SEVEN),
          Map.entry("action", SEVEN),
          Map.entry("subject_kind", SEVEN),
          Map.entry("consumer", SEVEN),
          Map.entry("answer", SEVEN),
          Map.entry("source", SEVEN),
          Map.entry("reason", SEVEN),
          Map.entry("end_reason", SEVEN));

  /** Of the three rows that belong to one room each is of another. */
  private static final List<String> FACETS = List.of("place", "way", "time");

  /** JSON and what people write: reading a table is no better for its rows being short. */
  private static final List<String> LONG_TEXTS =
      List.of(
          "details",
          "texts",
          "arguments",
          "payload",
          "match_condition",
          "agreed",
          "answer_headers",
          "answer_body",
          "description");

  private final Random random = new Random(1);
  private final Map<String, UUID> ids = new HashMap<>();
  private final TestServer server;

  private Filling(TestServer server) {
    this.server = server;
  }

  static void of(TestDatabase database) throws SQLException {
    Filling filling = new Filling(database.server);
    try (Connection connection = database.get(DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      // Those that others belong to come later in the list of what is emptied.
      for (String table : TestDatabase.TABLES.reversed()) {
        filling.fill(connection, table);
      }
      connection.commit();
      if (database.server == TestServer.MARIADB || database.server == TestServer.MYSQL) {
        statement.execute("analyze table " + String.join(", ", TestDatabase.TABLES));
      } else {
        statement.execute("analyze");
      }
      connection.commit();
    }
  }

  /** The tables that the rows of one belong to, by the column that says to which row. */
  private static Map<String, String> owners(Connection connection, String table)
      throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    String stored = database.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    Map<String, String> owners = new HashMap<>();
    try (ResultSet keys =
        database.getImportedKeys(connection.getCatalog(), connection.getSchema(), stored)) {
      while (keys.next()) {
        owners.put(
            keys.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT),
            keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return owners;
  }

  private void fill(Connection connection, String table) throws SQLException {
    Map<String, String> owners = owners(connection, table);
    try (Statement statement = connection.createStatement();
        ResultSet nothing = statement.executeQuery("select * from " + table + " where 1 = 0")) {
      ResultSetMetaData columns = nothing.getMetaData();
      List<String> names =
          IntStream.rangeClosed(1, columns.getColumnCount())
              .mapToObj(i -> name(columns, i))
              .toList();
      String insert =
          "insert into %s (%s) values (%s)"
              .formatted(
                  table,
                  String.join(", ", names),
                  names.stream().map(name -> "?").collect(Collectors.joining(", ")));
      try (PreparedStatement rows = connection.prepareStatement(insert)) {
        for (int row = 0; row < ROWS; row++) {
          for (int i = 1; i <= names.size(); i++) {
            set(rows, columns, i, table, Optional.ofNullable(owners.get(names.get(i - 1))), row);
          }
          rows.addBatch();
        }
        rows.executeBatch();
      }
    }
  }

  private static String name(ResultSetMetaData columns, int column) {
    try {
      return columns.getColumnName(column).toLowerCase(Locale.ROOT);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void set(
      PreparedStatement rows,
      ResultSetMetaData columns,
      int column,
      String table,
      Optional<String> owner,
      int row)
      throws SQLException {
    String name = name(columns, column);
    int type = columns.getColumnType(column);
    boolean mayBeNull = columns.isNullable(column) == ResultSetMetaData.columnNullable;
    if (mayBeNull && !name.endsWith("_key") && random.nextInt(10) > 0) {
      rows.setNull(column, type == Types.OTHER ? Types.OTHER : type);
    } else if (isUuid(columns, column)) {
      rows.setObject(column, server.stored(uuid(table, name, owner, row)));
    } else {
      switch (type) {
        case Types.BOOLEAN, Types.BIT -> rows.setBoolean(column, random.nextInt(10) == 0);
        case Types.BIGINT -> rows.setLong(column, row + 1); // MySQL counts on where it is told 0
        case Types.INTEGER -> rows.setInt(column, row % 3 + 1);
        case Types.SMALLINT -> rows.setShort(column, (short) 1);
        case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
            rows.setTimestamp(column, moment(), Calendar.getInstance(TimeZone.getTimeZone("UTC")));
        case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
            rows.setBytes(column, "bytes".getBytes(StandardCharsets.UTF_8));
        default -> rows.setString(column, text(name, row));
      }
    }
  }

  private String text(String column, int row) {
    if (column.equals("facet")) {
      return FACETS.get(row % FACETS.size());
    }
    if (FEW_VALUES.containsKey(column)) {
      List<String> values = FEW_VALUES.get(column);
      return values.get(random.nextInt(values.size()));
    }
    return LONG_TEXTS.contains(column) ? "t" + row + "x".repeat(200) : "t" + row;
  }

  private boolean isUuid(ResultSetMetaData columns, int column) throws SQLException {
    return server == TestServer.MYSQL
        ? columns.getColumnType(column) == Types.VARBINARY
        : columns.getColumnTypeName(column).equalsIgnoreCase("uuid");
  }

  private UUID uuid(String table, String column, Optional<String> owner, int row) {
    if (owner.isPresent()) {
      return Objects.requireNonNull(ids.get(owner.get() + row / 3));
    }
    // Of version 4: MariaDB takes no others than those of a known one.
    UUID id =
        new UUID(
            (random.nextLong() & ~0xF000L) | 0x4000L,
            (random.nextLong() & ~0xC000_0000_0000_0000L) | 0x8000_0000_0000_0000L);
    if (column.equals("id")) {
      ids.put(table + row, id);
    }
    return id;
  }

  /** Mostly past, some within the month to come. */
  private Timestamp moment() {
    return new Timestamp(PlansTest.NOW.toEpochMilli() + A_MONTH - random.nextLong(A_YEAR));
  }
}
