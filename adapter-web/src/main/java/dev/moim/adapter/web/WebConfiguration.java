package dev.moim.adapter.web;

import dev.moim.adapter.web.condition.ConditionWebConfiguration;
import dev.moim.adapter.web.matching.MatchingWebConfiguration;
import dev.moim.adapter.web.meeting.MeetingWebConfiguration;
import dev.moim.adapter.web.member.MemberWebConfiguration;
import dev.moim.adapter.web.notification.NotificationWebConfiguration;
import dev.moim.adapter.web.room.RoomWebConfiguration;
import dev.moim.adapter.web.security.SecurityWebConfiguration;
import dev.moim.adapter.web.shared.SharedWebConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything this adapter contributes to the program. It needs as beans: {@link WebSettings}, the
 * driving ports (each use case under its own interface), and the ports {@code Clock}, {@code Ids},
 * {@code Transactions} and {@code IdempotentAnswers}. It offers {@code AccessTokens}, {@code
 * RefreshSecrets} and {@code PasswordHasher}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  SharedWebConfiguration.class,
  SecurityWebConfiguration.class,
  ConditionWebConfiguration.class,
  MemberWebConfiguration.class,
  RoomWebConfiguration.class,
  MatchingWebConfiguration.class,
  MeetingWebConfiguration.class,
  NotificationWebConfiguration.class
})
public class WebConfiguration {}
