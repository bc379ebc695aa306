package dev.moim.adapter.persistence.notification;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.EntityClasses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of notifications. */
@Configuration(proxyBeanMethods = false)
public class NotificationPersistence {
  @Bean
  EntityClasses notificationEntities() {
    return EntityClasses.of(NotificationRow.class);
  }

  @Bean
  JpaNotifications notifications(CurrentSession current) {
    return new JpaNotifications(current);
  }
}
