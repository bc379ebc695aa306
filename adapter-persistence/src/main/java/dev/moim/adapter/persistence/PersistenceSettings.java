package dev.moim.adapter.persistence;

import dev.moim.adapter.persistence.shared.DatabaseKind;
import java.time.Duration;

/**
 * Which database to use, and how.
 *
 * @param url JDBC URL; its kind decides everything else, see {@link DatabaseKind}
 * @param user empty if the database asks for none
 * @param password never shown
 * @param poolSize how many connections there are at the most: 2–200
 * @param connectionTimeout how long a use case waits for a free connection before it is refused
 *     with TOO_BUSY: 250 ms–60 s
 */
public record PersistenceSettings(
    String url, String user, String password, int poolSize, Duration connectionTimeout) {
  public static final int DEFAULT_POOL_SIZE = 10;
  public static final Duration DEFAULT_CONNECTION_TIMEOUT = Duration.ofSeconds(5);

  public PersistenceSettings {
    DatabaseKind.of(url);
    if (poolSize < 2 || poolSize > 200) {
      throw new IllegalArgumentException("a pool has 2 to 200 connections: " + poolSize);
    }
    if (connectionTimeout.compareTo(Duration.ofMillis(250)) < 0
        || connectionTimeout.compareTo(Duration.ofSeconds(60)) > 0) {
      throw new IllegalArgumentException(
          "the time to wait for a connection is 250 ms to 60 s: " + connectionTimeout);
    }
  }

  /** A database with the defaults of everything else. */
  public static PersistenceSettings of(String url, String user, String password) {
    return new PersistenceSettings(
        url, user, password, DEFAULT_POOL_SIZE, DEFAULT_CONNECTION_TIMEOUT);
  }

  /** The URL without what may be secret in it, for logs. */
  public String shownUrl() {
    return DatabaseKind.withoutSecrets(url);
  }

  @Override
  public String toString() {
    return "PersistenceSettings[%s, user=%s, password=…, poolSize=%d, connectionTimeout=%s]"
        .formatted(shownUrl(), user, poolSize, connectionTimeout);
  }
}
