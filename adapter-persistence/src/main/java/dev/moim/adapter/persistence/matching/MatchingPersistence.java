package dev.moim.adapter.persistence.matching;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.EntityClasses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of match requests. */
@Configuration(proxyBeanMethods = false)
public class MatchingPersistence {
  @Bean
  EntityClasses matchingEntities() {
    return EntityClasses.of(MatchRequestRow.class, MatchProposalRow.class);
  }

  @Bean
  JpaMatchRequests matchRequests(CurrentSession current) {
    return new JpaMatchRequests(current);
  }

  @Bean
  JpaMatchProposals matchProposals(CurrentSession current) {
    return new JpaMatchProposals(current);
  }
}
