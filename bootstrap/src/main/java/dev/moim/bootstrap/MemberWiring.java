package dev.moim.bootstrap;

import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.member.port.out.CommonPasswords;
import dev.moim.application.member.port.out.Identities;
import dev.moim.application.member.port.out.LinkTokens;
import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.application.member.port.out.MemberDirectory;
import dev.moim.application.member.port.out.MemberMails;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.application.member.port.out.PersonalBlocks;
import dev.moim.application.member.port.out.PictureReader;
import dev.moim.application.member.port.out.Pictures;
import dev.moim.application.member.port.out.RefreshSecrets;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.member.port.out.SignInAttempts;
import dev.moim.application.member.port.out.Standings;
import dev.moim.application.member.port.out.Warnings;
import dev.moim.application.member.service.MemberPorts;
import dev.moim.application.member.service.MemberServices;
import dev.moim.application.member.service.MemberSettings;
import dev.moim.application.shared.Caches;
import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Pause;
import dev.moim.application.shared.Randomness;
import dev.moim.application.shared.RetryPolicy;
import dev.moim.application.shared.RetryingTransactions;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * What the use cases of members share, wired to the adapters' ports. It stands alone, so that the
 * command line can have it without a server.
 */
@Configuration(proxyBeanMethods = false)
class MemberWiring {
  /** A nickname that has changed may be seen for so long. */
  private static final Duration NICKNAMES_KEPT = Duration.ofMinutes(1);

  private static final int MOST_NICKNAMES = 10_000;

  /** What everybody uses: the store's transactions, tried again after a lost race. */
  @Bean
  @Primary
  Transactions retryingTransactions(
      @Qualifier("transactions") Transactions store, Randomness randomness, Pause pause) {
    return new RetryingTransactions(store, RetryPolicy.DEFAULT, randomness, pause);
  }

  @Bean
  MemberPorts.Store memberStore(
      Members members,
      MemberDirectory directory,
      Nicknames nicknames,
      Sessions sessions,
      Standings standings,
      MailedLinks links,
      Warnings warnings,
      Identities identities,
      Pictures pictures,
      PersonalBlocks blocks) {
    return new MemberPorts.Store(
        members,
        directory,
        nicknames,
        sessions,
        standings,
        links,
        warnings,
        identities,
        pictures,
        blocks);
  }

  @Bean
  MemberPorts.Secrets memberSecrets(
      PasswordHasher hasher,
      CommonPasswords commonPasswords,
      AccessTokens accessTokens,
      RefreshSecrets refreshSecrets,
      LinkTokens linkTokens) {
    return new MemberPorts.Secrets(
        hasher, commonPasswords, accessTokens, refreshSecrets, linkTokens);
  }

  @Bean
  MemberServices memberServices(
      MemberPorts.Store store,
      MemberPorts.Secrets secrets,
      MemberSettings settings,
      MemberMails mails,
      SignInAttempts attempts,
      PictureReader pictureReader,
      Caches caches,
      Transactions transactions,
      Outbox outbox,
      DeadLetters deadLetters,
      Ids ids,
      Randomness randomness,
      Clock clock) {
    return MemberServices.of(
        new MemberPorts(
            store,
            secrets,
            mails,
            attempts,
            pictureReader,
            caches.named("nicknames", NICKNAMES_KEPT, MOST_NICKNAMES),
            transactions,
            outbox,
            deadLetters,
            ids,
            randomness,
            clock),
        settings);
  }
}
