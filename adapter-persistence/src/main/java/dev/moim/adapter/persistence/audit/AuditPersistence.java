package dev.moim.adapter.persistence.audit;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.EntityClasses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of the audit log. */
@Configuration(proxyBeanMethods = false)
public class AuditPersistence {
  @Bean
  EntityClasses auditEntities() {
    return EntityClasses.of(AuditEntryRow.class);
  }

  @Bean
  JpaAuditLog auditLog(CurrentSession current) {
    return new JpaAuditLog(current);
  }
}
