package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.EntityClasses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of members and their sessions. */
@Configuration(proxyBeanMethods = false)
public class MemberPersistence {
  @Bean
  EntityClasses memberEntities() {
    return EntityClasses.of(MemberRow.class, SessionRow.class);
  }

  @Bean
  JpaMembers members(CurrentSession current) {
    return new JpaMembers(current);
  }

  @Bean
  JpaSessions sessions(CurrentSession current) {
    return new JpaSessions(current);
  }
}
