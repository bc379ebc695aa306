package dev.moim.adapter.persistence.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.BatchSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;

/** Opens a database: the pool of connections, the schema, and Hibernate on top of both. */
public final class Database {
  private Database() {}

  /**
   * A pool of connections. All databases run at the same isolation, "read committed": versions and
   * unique constraints find the lost races, and MariaDB's default would behave differently. No
   * connection commits by itself: switching that off and on again for each transaction would cost
   * MariaDB two round trips.
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
    Flyway.configure()
        .dataSource(pool)
        .locations(kind.migrations())
        .placeholders(kind.columnTypes())
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }

  /** Hibernate on a migrated database; fails if the schema does not fit the entities. */
  static SessionFactory sessions(DataSource pool, List<EntityClasses> entities) {
    var configuration = new Configuration();
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
