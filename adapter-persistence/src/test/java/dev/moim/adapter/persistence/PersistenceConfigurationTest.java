package dev.moim.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.h2.command.Command;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.moim.adapter.persistence.TestServer#chosen")
class PersistenceConfigurationTest {
  private final TestServer server;

  PersistenceConfigurationTest(TestServer server) {
    this.server = server;
  }

  private static MemberEvent event() {
    return new MemberEvent.MemberSignedUp(Samples.memberId(), SettableClock.START);
  }

  @Test
  void what_was_stored_is_there_after_a_restart() {
    PersistenceSettings settings = server.newDatabase();
    try (TestDatabase database = new TestDatabase(server, settings)) {
      database
          .get(Transactions.class)
          .writeOnly(() -> database.get(Outbox.class).append(List.of(event())));
    }

    try (TestDatabase database = new TestDatabase(server, settings)) {
      assertThat(
              database
                  .get(Transactions.class)
                  .read(() -> database.get(OutboxMessages.class).depth()))
          .isEqualTo(1);
    }
  }

  @Test
  void a_server_of_another_kind_than_the_url_says_is_left_alone() throws Exception {
    assumeThat(server).isIn(TestServer.MARIADB, TestServer.MYSQL);
    PersistenceSettings right = server.newDatabase();
    boolean mysql = server == TestServer.MYSQL;
    var wrong =
        PersistenceSettings.of(
            mysql
                ? right.url().replace("jdbc:mysql:", "jdbc:mariadb:")
                : right.url().replace("jdbc:mariadb:", "jdbc:mysql:"),
            right.user(),
            right.password());

    assertThatThrownBy(() -> new TestDatabase(server, wrong))
        .hasRootCauseMessage(
            "the JDBC URL starts with "
                + (mysql
                    ? "jdbc:mariadb: and the server is MySQL"
                    : "jdbc:mysql: and the server is MariaDB"));

    try (TestDatabase database = new TestDatabase(server, right)) {
      assertThat(database.get(Transactions.class).read(() -> depth(database))).isZero();
    }
  }

  @Test
  void the_schema_has_the_table_of_the_scheduler() throws Exception {
    try (TestDatabase database = TestDatabase.on(server);
        Connection connection = database.get(DataSource.class).getConnection();
        Statement statement = connection.createStatement();
        ResultSet tasks = statement.executeQuery("select count(*) from scheduled_tasks")) {
      assertThat(tasks.next()).isTrue();
      assertThat(tasks.getLong(1)).isZero();
    }
  }

  @Test
  void what_a_connection_was_told_first_outlives_a_transaction_that_is_rolled_back()
      throws Exception {
    PersistenceSettings fresh = server.newDatabase();
    var settings =
        new PersistenceSettings(
            fresh.url(), fresh.user(), fresh.password(), 2, Duration.ofSeconds(5));
    try (TestDatabase database = new TestDatabase(server, settings);
        Connection one = database.get(DataSource.class).getConnection();
        Connection other = database.get(DataSource.class).getConnection()) {
      for (Connection connection : List.of(one, other)) {
        connection.rollback();

        assertThat(lockTimeout(connection)).isIn("5000", "5s", "5");
      }
    }
  }

  @Test
  void a_connection_to_h2_keeps_the_statements_that_it_has_read_from_one_transaction_to_the_next() {
    assumeThat(server).isEqualTo(TestServer.H2);
    PersistenceSettings fresh = server.newDatabase();
    var settings =
        new PersistenceSettings(
            fresh.url(), fresh.user(), fresh.password(), 2, Duration.ofSeconds(5));
    try (TestDatabase database = new TestDatabase(server, settings)) {
      Transactions transactions = database.get(Transactions.class);
      Command first = transactions.read(() -> prepared(database));

      assertThat(transactions.write(() -> prepared(database))).isSameAs(first);
      assertThat(transactions.read(() -> prepared(database))).isSameAs(first);
    }
  }

  private static Command prepared(TestDatabase database) {
    return database
        .get(CurrentSession.class)
        .reading()
        .doReturningWork(connection -> {
          JdbcConnection h2 = connection.unwrap(JdbcConnection.class);
          Command command =
              ((SessionLocal) h2.getSession()).prepareLocal("select count(*) from members");
          command.close();
          return command;
        });
  }

  private String lockTimeout(Connection connection) throws SQLException {
    String question =
        switch (server) {
          case H2 -> "select lock_timeout()";
          case POSTGRESQL -> "show lock_timeout";
          case MARIADB, MYSQL -> "select @@innodb_lock_wait_timeout";
        };
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      assertThat(answer.next()).isTrue();
      return answer.getString(1);
    }
  }

  @Test
  void no_connection_commits_by_itself() throws Exception {
    try (TestDatabase database = TestDatabase.on(server);
        Connection connection = database.get(DataSource.class).getConnection()) {
      assertThat(connection.getAutoCommit()).isFalse();
    }
  }

  @Test
  void after_a_read_has_failed_a_write_is_kept_as_a_whole_or_not_at_all() throws Exception {
    PersistenceSettings fresh = server.newDatabase();
    var twoConnections =
        new PersistenceSettings(
            fresh.url(), fresh.user(), fresh.password(), 2, Duration.ofSeconds(5));
    try (TestDatabase database = new TestDatabase(server, twoConnections);
        Connection other = database.get(DataSource.class).getConnection()) {
      Transactions transactions = database.get(Transactions.class);
      Outbox outbox = database.get(Outbox.class);
      assertThatThrownBy(() ->
              transactions.read(() -> {
                assertThat(depth(database)).isZero();
                throw new IllegalStateException("the read fails");
              }))
          .hasMessage("the read fails");

      assertThatThrownBy(() ->
              transactions.writeOnly(() -> {
                assertThat(database.get(Inbox.class).firstTime("consumer", Samples.uuid()))
                    .isTrue();
                throw new IllegalStateException("the write fails");
              }))
          .hasMessage("the write fails");
      transactions.writeOnly(() -> outbox.append(List.of(event())));

      assertThat(rows(other, "inbox_events")).isZero();
      assertThat(rows(other, "outbox_messages")).isOne();
    }
  }

  @Test
  void a_read_that_asks_nothing_needs_no_connection() throws Exception {
    PersistenceSettings fresh = server.newDatabase();
    var settings =
        new PersistenceSettings(
            fresh.url(), fresh.user(), fresh.password(), 2, Duration.ofSeconds(1));
    try (TestDatabase database = new TestDatabase(server, settings);
        Connection one = database.get(DataSource.class).getConnection();
        Connection other = database.get(DataSource.class).getConnection()) {
      assertThat(one).isNotSameAs(other);
      assertThat(database.get(Transactions.class).<String>read(() -> "nothing"))
          .isEqualTo("nothing");
    }
  }

  @Test
  void what_fails_first_is_told_though_the_connection_broke() throws Exception {
    try (TestDatabase database = TestDatabase.on(server)) {
      CurrentSession current = database.get(CurrentSession.class);
      Transactions transactions = database.get(Transactions.class);
      Runnable broken =
          () -> {
            current.reading().doWork(connection -> connection.abort(Runnable::run));
            throw new IllegalArgumentException("its own reason");
          };

      assertThatThrownBy(() ->
              transactions.read(() -> {
                broken.run();
                return 1;
              }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("its own reason");
      assertThatThrownBy(() -> transactions.writeOnly(broken))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("its own reason");
      assertThat(transactions.<Long>read(() -> depth(database))).isZero();
    }
  }

  private static long rows(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }

  @Test
  void the_relay_is_told_once_after_each_commit_that_has_something_for_it() {
    try (TestDatabase database = TestDatabase.on(server)) {
      Transactions transactions = database.get(Transactions.class);
      Outbox outbox = database.get(Outbox.class);

      transactions.writeOnly(() -> {
        outbox.append(List.of(event(), event()));
        outbox.append(List.of(event()));
        assertThat(database.signals).hasValue(0);
      });
      transactions.writeOnly(() -> outbox.append(List.of()));
      transactions.read(() -> 1);
      assertThatThrownBy(() ->
              transactions.writeOnly(() -> {
                outbox.append(List.of(event()));
                throw new IllegalStateException("fails");
              }))
          .hasMessage("fails");

      assertThat(database.signals).hasValue(1);
    }
  }

  @Test
  void who_finds_no_free_connection_in_time_is_refused_as_too_busy() throws Exception {
    PersistenceSettings fresh = server.newDatabase();
    var settings =
        new PersistenceSettings(
            fresh.url(), fresh.user(), fresh.password(), 2, Duration.ofMillis(250));
    try (TestDatabase database = new TestDatabase(server, settings);
        Connection one = database.get(DataSource.class).getConnection();
        Connection other = database.get(DataSource.class).getConnection()) {
      assertThat(one.isValid(1)).isTrue();
      assertThat(other.isValid(1)).isTrue();

      for (Runnable work :
          List.<Runnable>of(
              () -> database.get(Transactions.class).read(() -> depth(database)),
              () -> database.get(Transactions.class).write(() -> depth(database)))) {
        assertThatThrownBy(work::run)
            .isInstanceOfSatisfying(
                DomainException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(SharedError.TOO_BUSY));
      }
    }
  }

  private static long depth(TestDatabase database) {
    return database.get(OutboxMessages.class).depth();
  }
}
