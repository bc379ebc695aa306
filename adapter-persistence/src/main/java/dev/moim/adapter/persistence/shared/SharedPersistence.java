package dev.moim.adapter.persistence.shared;

import dev.moim.adapter.persistence.PersistenceSettings;
import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.OutboxSignal;
import dev.moim.domain.shared.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Transactions, and the stores of messages. */
@Configuration(proxyBeanMethods = false)
public class SharedPersistence {
  @Bean
  EntityClasses sharedEntities() {
    return EntityClasses.of(
        OutboxMessageRow.class, InboxRow.class, DeadLetterRow.class, IdempotentAnswerRow.class);
  }

  @Bean
  SessionFactory sessionFactory(DataSource pool, DatabaseKind kind, List<EntityClasses> entities) {
    Database.migrate(pool, kind);
    return Database.sessions(pool, kind, entities);
  }

  @Bean
  Durability durability(DatabaseKind kind, PersistenceSettings settings, DataSource pool) {
    return Durability.of(kind, settings.url(), pool);
  }

  @Bean
  HibernateTransactions transactions(
      SessionFactory sessions,
      DatabaseKind kind,
      Durability durability,
      ObjectProvider<OutboxSignal> signal) {
    var dialect = sessions.unwrap(SessionFactoryImplementor.class).getJdbcServices().getDialect();
    Supplier<OutboxSignal> relay = SingletonSupplier.ofNullable(signal::getIfAvailable);
    return new HibernateTransactions(
        sessions,
        new OutboxTable(dialect),
        new AfterCommit(durability, () -> Optional.ofNullable(relay.get())),
        kind.readsOneByOne());
  }

  @Bean
  JpaOutbox outbox(HibernateTransactions transactions, EventCodec codec, Ids ids, Clock clock) {
    return new JpaOutbox(transactions, codec, ids, clock);
  }

  @Bean
  JpaInbox inbox(CurrentSession current, Clock clock) {
    return new JpaInbox(current, clock);
  }

  @Bean
  JpaDeadLetters deadLetters(CurrentSession current) {
    return new JpaDeadLetters(current);
  }

  @Bean
  JpaIdempotentAnswers idempotentAnswers(HibernateTransactions transactions) {
    return new JpaIdempotentAnswers(transactions);
  }
}
