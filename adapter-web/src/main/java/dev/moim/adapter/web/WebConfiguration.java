package dev.moim.adapter.web;

import dev.moim.adapter.web.audit.AuditWebConfiguration;
import dev.moim.adapter.web.condition.ConditionWebConfiguration;
import dev.moim.adapter.web.limits.LimitsWebConfiguration;
import dev.moim.adapter.web.matching.MatchingWebConfiguration;
import dev.moim.adapter.web.meeting.MeetingWebConfiguration;
import dev.moim.adapter.web.member.MemberWebConfiguration;
import dev.moim.adapter.web.moderation.ModerationWebConfiguration;
import dev.moim.adapter.web.notification.NotificationWebConfiguration;
import dev.moim.adapter.web.provider.ProviderWebConfiguration;
import dev.moim.adapter.web.room.RoomWebConfiguration;
import dev.moim.adapter.web.security.SecurityWebConfiguration;
import dev.moim.adapter.web.shared.SharedWebConfiguration;
import dev.moim.adapter.web.signature.SignatureWebConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything this adapter contributes to the program. It needs as beans: {@link WebSettings},
 * {@code Reach}, {@code LimitSettings}, {@code AdmissionSettings}, {@code ClientSignatureSettings},
 * {@code ProvidersSettings}, the driving ports (each use case under its own interface), and the
 * ports {@code Clock}, {@code Ids}, {@code Randomness}, {@code Transactions}, {@code
 * IdempotentAnswers}, {@code RateLimits} and {@code UsedOnce}. It offers what tokens, passwords and
 * pictures are made with.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  SharedWebConfiguration.class,
  SecurityWebConfiguration.class,
  LimitsWebConfiguration.class,
  SignatureWebConfiguration.class,
  ConditionWebConfiguration.class,
  MemberWebConfiguration.class,
  ProviderWebConfiguration.class,
  RoomWebConfiguration.class,
  MatchingWebConfiguration.class,
  MeetingWebConfiguration.class,
  NotificationWebConfiguration.class,
  ModerationWebConfiguration.class,
  AuditWebConfiguration.class
})
public class WebConfiguration {}
