package dev.moim.adapter.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/** The file of an H2 database that is open in this process. */
final class H2File {
  private final MVStore file;

  private H2File(MVStore file) {
    this.file = file;
  }

  /** The file behind a connection; it stays open while the pool has any. */
  static H2File of(Connection connection) throws SQLException {
    if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
      return new H2File(session.getDatabase().getStore().getMvStore());
    }
    throw new SQLException("the database is not open in this process");
  }

  /** Writes what has been committed to the file, if anything; {@code CHECKPOINT} would tidy up. */
  void store() {
    if (file.isClosed()) {
      throw new IllegalStateException("the database file was closed under a commit");
    }
    file.commit();
  }
}
