package dev.moim.adapter.persistence;

import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.OutboxSignal;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.shared.Clock;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.shared.RememberingEventCodec;
import dev.moim.testkit.shared.SequentialIds;
import dev.moim.testkit.shared.SettableClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The whole adapter on a database of its own, wired as in the program. */
final class TestDatabase implements AutoCloseable {
  /** All tables; those that others belong to come after them. */
  static final List<String> TABLES =
      List.of(
          "seats",
          "room_facets",
          "room_comments",
          "room_waiting",
          "room_removals",
          "rooms",
          "seat_claims",
          "store_upkeep",
          "meeting_reviews",
          "meeting_absences",
          "score_entries",
          "meeting_members",
          "meetings",
          "match_invitations",
          "match_requests",
          "match_proposal_seats",
          "match_proposals",
          "notifications",
          "session_tokens",
          "sessions",
          "mailed_links",
          "warnings",
          "identities",
          "member_pictures",
          "reports",
          "audit_entries",
          "personal_blocks",
          "members",
          "outbox_messages",
          "inbox_events",
          "dead_letters",
          "idempotent_answers",
          "scheduled_tasks");

  final StatementCounter statements = new StatementCounter();
  final AtomicInteger signals = new AtomicInteger();
  final TestServer server;
  private final AnnotationConfigApplicationContext context;

  TestDatabase(TestServer server, PersistenceSettings settings) {
    this.server = server;
    context = new AnnotationConfigApplicationContext();
    context.registerBean(PersistenceSettings.class, () -> settings);
    context.registerBean(Categories.class, () -> SampleCategories.ALL);
    context.registerBean(Clock.class, SettableClock::new);
    context.registerBean(Ids.class, () -> new SequentialIds());
    context.registerBean(EventCodec.class, RememberingEventCodec::new);
    context.registerBean(OutboxSignal.class, () -> signals::incrementAndGet);
    context.registerBean(BeanPostProcessor.class, () -> new Counting(statements));
    context.register(PersistenceConfiguration.class);
    context.refresh();
  }

  private record Counting(StatementCounter counter) implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof DataSource pool ? counter.counting(pool) : bean;
    }
  }

  /** A new one with the present schema. */
  static TestDatabase on(TestServer server) {
    return new TestDatabase(server, server.newDatabase());
  }

  /** A new one on each server that was chosen, made when its turn comes. */
  static Stream<TestDatabase> onEachServer() {
    return TestServer.chosen().map(TestDatabase::on);
  }

  static TestDatabase inFile(Path folder) {
    return new TestDatabase(TestServer.H2, TestServer.file(folder));
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  <T> T get(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  void empty() {
    try (Connection connection = get(DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.executeUpdate("delete from " + table);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  @Override
  public String toString() {
    return server.toString();
  }
}
