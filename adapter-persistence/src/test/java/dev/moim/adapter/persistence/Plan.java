package dev.moim.adapter.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * How a database answers a statement, as it explains it: what it expects, without doing it.
 *
 * @param lines one for each step; of MariaDB and MySQL the columns that matter
 */
record Plan(TestServer server, List<String> lines) {
  /** A page, and what belongs to its rows. To read or sort so many costs nothing worth an index. */
  private static final int FEW = 100;

  private static final Pattern ROWS = Pattern.compile("rows=(\\d+)");

  static Plan of(StatementCounter.Sent statement, TestDatabase database) throws SQLException {
    try (Connection connection = database.get(DataSource.class).getConnection()) {
      return new Plan(
          database.server,
          switch (database.server) {
            case H2 -> explained(connection, "explain ", statement);
            case POSTGRESQL -> forAllValues(connection, statement.sql());
            case MARIADB -> explained(connection, "explain ", statement);
            case MYSQL -> explained(connection, "explain format=traditional ", statement);
          });
    }
  }

  private static List<String> explained(
      Connection connection, String explain, StatementCounter.Sent statement) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(explain + statement.sql())) {
      statement.bind(query);
      List<String> lines = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        boolean inColumns = rows.getMetaData().getColumnCount() > 1;
        while (rows.next()) {
          lines.addAll(inColumns ? List.of(row(rows)) : rows.getString(1).lines().toList());
        }
      }
      return lines;
    }
  }

  /** As PostgreSQL plans it once for its connections: values that it is given it does not heed. */
  private static List<String> forAllValues(Connection connection, String sql) throws SQLException {
    var parameters = new AtomicInteger();
    String numbered =
        sql.chars()
            .mapToObj(
                each -> each == '?' ? "$" + parameters.incrementAndGet() : Character.toString(each))
            .collect(Collectors.joining());
    String values =
        parameters.get() == 0 ? "" : "(null" + ", null".repeat(parameters.get() - 1) + ")";
    try (Statement query = connection.createStatement()) {
      query.execute("prepare explained as " + numbered);
      List<String> lines = new ArrayList<>();
      try (ResultSet rows = query.executeQuery("explain execute explained" + values)) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
      query.execute("deallocate explained");
      return lines;
    }
  }

  private static String row(ResultSet row) throws SQLException {
    return "table=%s type=%s key=%s rows=%s %s"
        .formatted(
            row.getString("table"),
            row.getString("type"),
            row.getString("key"),
            row.getString("rows"),
            row.getString("Extra"));
  }

  /** All that makes a statement slower the more rows there are. */
  List<String> flaws() {
    return Stream.concat(readings().stream(), sorts().stream()).toList();
  }

  /** What it says of all that it reads from one end to the other. */
  List<String> readings() {
    return Stream.concat(tablesRead().stream(), indexesReadAsAWhole().stream()).toList();
  }

  /** What it says of tables that it reads without an index. */
  List<String> tablesRead() {
    return lines(line ->
        switch (server) {
          case H2 -> line.contains(".tableScan");
          case POSTGRESQL -> line.contains("Seq Scan");
          case MARIADB, MYSQL -> line.contains("type=ALL") && !line.contains("table=<");
        });
  }

  /**
   * What it says of indexes that it reads from the first entry to the last, or to where a page ends
   * that is far from the first. The others do not tell it of their steps.
   */
  List<String> indexesReadAsAWhole() {
    return lines(line ->
        switch (server) {
          case H2, POSTGRESQL -> false;
          case MARIADB, MYSQL -> line.contains("type=index ") && many(line);
        });
  }

  /** What it says of sorting more than a few rows. H2 does not tell how many they are. */
  List<String> sorts() {
    return lines(line ->
        switch (server) {
          case H2 -> false;
          case POSTGRESQL -> line.matches("(\\s|->)*(Incremental )?Sort\\s+\\(.*") && many(line);
          case MARIADB, MYSQL -> line.contains("Using filesort") && many(line);
        });
  }

  private List<String> lines(Predicate<String> wanted) {
    return lines.stream().filter(wanted).toList();
  }

  private static boolean many(String line) {
    Matcher rows = ROWS.matcher(line);
    return rows.find() && Long.parseLong(rows.group(1)) > FEW;
  }
}
