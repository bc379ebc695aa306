package dev.moim.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Where a database is, and as whom to use it. */
record DatabaseAddress(String url, String user, String password) {
  /** The file that a Moim with the default set-up keeps in its data folder. */
  static DatabaseAddress inFolder(Path data) {
    return new DatabaseAddress("jdbc:h2:file:" + data.resolve("moim"), "", "");
  }

  /** Tells a Moim to use it, by environment variables. */
  Map<String, String> settings() {
    return Map.of(
        "MOIM_DATABASE_URL", url, "MOIM_DATABASE_USER", user, "MOIM_DATABASE_PASSWORD", password);
  }

  boolean isMariaDb() {
    return url.startsWith("jdbc:mariadb:");
  }

  boolean isPostgres() {
    return url.startsWith("jdbc:postgresql:");
  }

  /** The same, of which PostgreSQL takes texts as values of every type, as MariaDB does anyway. */
  DatabaseAddress withTextsForAll() {
    return isPostgres()
        ? new DatabaseAddress(url + "?stringtype=unspecified", user, password)
        : this;
  }

  /** Where it is, for the programs that come with PostgreSQL. */
  List<String> pgOptions() {
    URI uri = URI.create(url.substring("jdbc:".length()));
    return List.of(
        "-h", uri.getHost(), "-p", "" + uri.getPort(), "-U", user, uri.getPath().substring(1));
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** The number that a statement asks for. */
  long number(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
