package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.EntityClasses;
import dev.moim.application.shared.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of members, and of all that they sign in with. */
@Configuration(proxyBeanMethods = false)
public class MemberPersistence {
  @Bean
  EntityClasses memberEntities() {
    return EntityClasses.of(
        MemberRow.class,
        SessionRow.class,
        SessionTokenRow.class,
        MailedLinkRow.class,
        WarningRow.class,
        IdentityRow.class,
        MemberPictureRow.class,
        PersonalBlockRow.class);
  }

  @Bean
  JpaMembers members(CurrentSession current) {
    return new JpaMembers(current);
  }

  @Bean
  JpaMemberDirectory memberDirectory(CurrentSession current) {
    return new JpaMemberDirectory(current);
  }

  @Bean
  JpaSessions sessions(CurrentSession current) {
    return new JpaSessions(current);
  }

  @Bean
  JpaStandings standings(CurrentSession current) {
    return new JpaStandings(current);
  }

  @Bean
  JpaMailedLinks mailedLinks(CurrentSession current) {
    return new JpaMailedLinks(current);
  }

  @Bean
  JpaWarnings warnings(CurrentSession current) {
    return new JpaWarnings(current);
  }

  @Bean
  JpaIdentities identities(CurrentSession current, Ids ids) {
    return new JpaIdentities(current, ids);
  }

  @Bean
  JpaPictures pictures(CurrentSession current) {
    return new JpaPictures(current);
  }

  @Bean
  JpaPersonalBlocks personalBlocks(CurrentSession current) {
    return new JpaPersonalBlocks(current);
  }
}
