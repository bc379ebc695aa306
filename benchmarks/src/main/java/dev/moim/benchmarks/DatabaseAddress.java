package dev.moim.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
