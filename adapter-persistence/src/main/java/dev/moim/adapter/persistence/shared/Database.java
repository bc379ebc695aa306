package dev.moim.adapter.persistence.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.BatchSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;

/** Opens a database: the pool of connections, the schema, and Hibernate on top of both. */
public final class Database {
  private static final String COMMON = "classpath:db/migration/common";

  private Database() {}

  /**
   * A pool of connections. All databases run at the same isolation, "read committed": versions and
   * unique constraints find the lost races, and the default of MariaDB and MySQL would behave
   * differently. No connection commits by itself: switching that off and on again for each
   * transaction would cost these two round trips.
   */
  public static DataSource pool(
      String url, String user, String password, int size, Duration connectionTimeout) {
    DatabaseKind kind = DatabaseKind.of(url);
    var config = new HikariConfig();
    config.setPoolName("moim");
    config.setJdbcUrl(kind.connectionUrl(url));
    config.setConnectionInitSql(kind.greeting());
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(connectionTimeout.toMillis());
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setAutoCommit(false);
    // What the greeting sets would go with the first transaction that is rolled back.
    config.setIsolateInternalQueries(true);
    return new HikariDataSource(config);
  }

  /** Brings the schema to the present version, whatever older one it has. */
  static void migrate(DataSource pool, DatabaseKind kind) {
    try (Connection connection = pool.getConnection()) {
      kind.refuseOther(connection.getMetaData().getDatabaseProductName());
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not tell its name", e);
    }
    scripts(kind)
        .dataSource(pool)
        .placeholders(kind.columnTypes())
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }

  /** The scripts that all kinds have in common, and those of this one. */
  public static FluentConfiguration scripts(DatabaseKind kind) {
    return switch (kind) {
      case H2, POSTGRESQL -> Flyway.configure().locations(COMMON);
      case MARIADB -> Flyway.configure().locations(COMMON, "classpath:db/migration/mariadb");
      case MYSQL -> Flyway.configure().resourceProvider(MySqlScripts.found());
    };
  }

  /** Hibernate on a migrated database; fails if the schema does not fit the entities. */
  static SessionFactory sessions(DataSource pool, DatabaseKind kind, List<EntityClasses> entities) {
    var configuration = new Configuration();
    if (kind == DatabaseKind.MYSQL) {
      configuration.setProperty(JdbcSettings.DIALECT, MySqlByMariaDbDriver.class.getName());
    }
    entities.stream()
        .flatMap(context -> context.classes().stream())
        .forEach(configuration::addAnnotatedClass);
    configuration.getProperties().put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
    configuration
        .setProperty(JdbcSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true)
        .setProperty(SchemaToolingSettings.HBM2DDL_AUTO, "validate")
        .setProperty(JdbcSettings.JDBC_TIME_ZONE, "UTC")
        .setProperty(BatchSettings.STATEMENT_BATCH_SIZE, 100)
        .setProperty(BatchSettings.ORDER_INSERTS, true)
        .setProperty(BatchSettings.ORDER_UPDATES, true)
        .setInterceptor(new SavedRowsAreWritten());
    return configuration.buildSessionFactory();
  }
}
