package dev.moim.adapter.messaging;

import dev.moim.adapter.messaging.member.MemberMessaging;
import dev.moim.application.matching.port.in.ComparePool;
import dev.moim.application.matching.port.in.ExpireMatchRequests;
import dev.moim.application.matching.port.in.ExpireProposals;
import dev.moim.application.matching.port.in.RunPool;
import dev.moim.application.meeting.port.in.AdvanceMeetings;
import dev.moim.application.member.port.in.EraseWithdrawnMembers;
import dev.moim.application.member.port.in.ForgetOldSessions;
import dev.moim.application.room.port.in.EndOffers;
import dev.moim.application.room.port.in.ExpireRooms;
import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.application.shared.Randomness;
import dev.moim.application.shared.StoreUpkeep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.shared.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything this adapter contributes to the program: how events are written, the relay from the
 * outbox to the consumers in this process, those who run the pools, the jobs that run by the clock,
 * and mails. It uses a {@link MessagingSettings} bean if there is one.
 */
@Configuration(proxyBeanMethods = false)
@Import({EventConfiguration.class, MemberMessaging.class})
public class MessagingConfiguration {
  @Bean
  WakeUp outboxSignal() {
    return new WakeUp();
  }

  @Bean
  Restartable outboxRelay(
      OutboxMessages outbox,
      Transactions transactions,
      DeadLetters deadLetters,
      EventCodec codec,
      List<EventConsumer> consumers,
      Clock clock,
      Randomness randomness,
      ObjectProvider<MessagingSettings> settings,
      WakeUp wakeUp) {
    MessagingSettings chosen = settings.getIfAvailable(() -> MessagingSettings.DEFAULT);
    return new Restartable(() ->
        new OutboxRelay(
                outbox,
                transactions,
                deadLetters,
                codec,
                consumers,
                clock,
                randomness,
                chosen,
                wakeUp)
            .start());
  }

  @Bean
  PoolSignals poolSignal() {
    return new PoolSignals();
  }

  @Bean
  Restartable poolWorkers(
      RunPool runPool,
      PoolSignals signals,
      Categories categories,
      Clock clock,
      Randomness randomness,
      ObjectProvider<MessagingSettings> settings) {
    MessagingSettings chosen = settings.getIfAvailable(() -> MessagingSettings.DEFAULT);
    return new Restartable(() ->
        new PoolWorkers(
                runPool,
                signals,
                categories.all().stream().map(Category::key).toList(),
                clock,
                randomness,
                chosen.retry(),
                chosen.stopWithin())
            .start());
  }

  @Bean
  Restartable jobScheduler(
      DataSource dataSource,
      ExpireMatchRequests expireMatchRequests,
      ExpireProposals expireProposals,
      ExpireRooms expireRooms,
      EndOffers endOffers,
      AdvanceMeetings advanceMeetings,
      ComparePool comparePool,
      EraseWithdrawnMembers eraseWithdrawnMembers,
      ForgetOldSessions forgetOldSessions,
      Categories categories,
      IdempotentAnswers answers,
      Inbox inbox,
      StoreUpkeep upkeep,
      Transactions transactions,
      Clock clock,
      Ids ids,
      ObjectProvider<MessagingSettings> settings) {
    MessagingSettings chosen = settings.getIfAvailable(() -> MessagingSettings.DEFAULT);
    List<Job> jobs =
        Jobs.of(
            expireMatchRequests,
            expireProposals,
            expireRooms,
            endOffers,
            advanceMeetings,
            comparePool,
            eraseWithdrawnMembers,
            forgetOldSessions,
            categories,
            answers,
            inbox,
            upkeep,
            transactions,
            clock,
            chosen.jobs());
    return new Restartable(() ->
        new JobScheduler(
                dataSource,
                ids.next().toString(),
                jobs,
                chosen.jobs().pollInterval(),
                chosen.stopWithin())
            .start());
  }
}
