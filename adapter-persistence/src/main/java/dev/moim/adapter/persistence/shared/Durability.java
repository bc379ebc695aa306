package dev.moim.adapter.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Makes sure that what the calling thread has committed outlives the process: asked after each
 * commit, before anybody is told of it.
 */
@FunctionalInterface
interface Durability {
  /** Blocks until what is committed by now is stored. */
  void await();

  /** As the kind of database needs it; most do it with the commit. */
  static Durability of(DatabaseKind kind, String url, DataSource pool) {
    if (!kind.storesAfterCommit(url)) {
      return () -> {};
    }
    try (Connection connection = pool.getConnection()) {
      return new GroupedStoring(H2File.of(connection)::store);
    } catch (SQLException e) {
      throw new IllegalStateException("the database file can't be reached", e);
    }
  }
}
