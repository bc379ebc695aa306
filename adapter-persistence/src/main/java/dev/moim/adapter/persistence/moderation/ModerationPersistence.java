package dev.moim.adapter.persistence.moderation;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.EntityClasses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of reports. */
@Configuration(proxyBeanMethods = false)
public class ModerationPersistence {
  @Bean
  EntityClasses moderationEntities() {
    return EntityClasses.of(ReportRow.class);
  }

  @Bean
  JpaReports reports(CurrentSession current) {
    return new JpaReports(current);
  }

  @Bean
  JpaReportLists reportLists(CurrentSession current) {
    return new JpaReportLists(current);
  }
}
