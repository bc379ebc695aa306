package dev.moim.adapter.persistence;

import dev.moim.adapter.persistence.audit.AuditPersistence;
import dev.moim.adapter.persistence.matching.MatchingPersistence;
import dev.moim.adapter.persistence.meeting.MeetingPersistence;
import dev.moim.adapter.persistence.member.MemberPersistence;
import dev.moim.adapter.persistence.moderation.ModerationPersistence;
import dev.moim.adapter.persistence.notification.NotificationPersistence;
import dev.moim.adapter.persistence.room.RoomPersistence;
import dev.moim.adapter.persistence.shared.Database;
import dev.moim.adapter.persistence.shared.DatabaseKind;
import dev.moim.adapter.persistence.shared.SharedPersistence;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything this adapter contributes to the program: the stores and transactions of the
 * application on the database of the {@link PersistenceSettings}, and its pool of connections.
 *
 * <p>Needs from elsewhere: the settings, a Clock, Ids, an EventCodec, and an OutboxSignal if there
 * is somebody to be told. The {@code Transactions} here try once: who uses them in use cases wraps
 * them in RetryingTransactions.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  SharedPersistence.class,
  MemberPersistence.class,
  RoomPersistence.class,
  MatchingPersistence.class,
  MeetingPersistence.class,
  NotificationPersistence.class,
  ModerationPersistence.class,
  AuditPersistence.class
})
public class PersistenceConfiguration {
  @Bean
  DatabaseKind databaseKind(PersistenceSettings settings) {
    return DatabaseKind.of(settings.url());
  }

  @Bean
  DataSource dataSource(PersistenceSettings settings) {
    return Database.pool(
        settings.url(),
        settings.user(),
        settings.password(),
        settings.poolSize(),
        settings.connectionTimeout());
  }
}
