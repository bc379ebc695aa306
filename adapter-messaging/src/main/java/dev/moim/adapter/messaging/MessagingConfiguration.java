package dev.moim.adapter.messaging;

import dev.moim.adapter.messaging.member.MemberMessaging;
import dev.moim.application.matching.port.in.ExpireMatchRequests;
import dev.moim.application.matching.port.in.RunMatchingPass;
import dev.moim.application.meeting.port.in.AdvanceMeetings;
import dev.moim.application.member.port.in.EraseWithdrawnMembers;
import dev.moim.application.member.port.in.ForgetOldSessions;
import dev.moim.application.room.port.in.ExpireRooms;
import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.application.shared.Randomness;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.shared.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything this adapter contributes to the program: how events are written, the relay from the
 * outbox to the consumers in this process, the jobs that run by the clock, and mails. It uses a
 * {@link MessagingSettings} bean if there is one.
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
  Restartable jobScheduler(
      DataSource dataSource,
      ExpireMatchRequests expireMatchRequests,
      ExpireRooms expireRooms,
      AdvanceMeetings advanceMeetings,
      RunMatchingPass runMatchingPass,
      EraseWithdrawnMembers eraseWithdrawnMembers,
      ForgetOldSessions forgetOldSessions,
      Categories categories,
      IdempotentAnswers answers,
      Transactions transactions,
      Clock clock,
      Ids ids,
      ObjectProvider<MessagingSettings> settings) {
    MessagingSettings chosen = settings.getIfAvailable(() -> MessagingSettings.DEFAULT);
    List<Job> jobs =
        Jobs.of(
            expireMatchRequests,
            expireRooms,
            advanceMeetings,
            runMatchingPass,
            eraseWithdrawnMembers,
            forgetOldSessions,
            categories,
            answers,
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
