package dev.moim.bootstrap;

import dev.moim.adapter.messaging.MailSettings;
import dev.moim.adapter.persistence.PersistenceSettings;
import dev.moim.adapter.web.WebSettings;
import dev.moim.adapter.web.limits.AdmissionSettings;
import dev.moim.adapter.web.limits.LimitSettings;
import dev.moim.adapter.web.provider.ProvidersSettings;
import dev.moim.adapter.web.shared.Reach;
import dev.moim.adapter.web.signature.ClientSignatureSettings;
import dev.moim.application.meeting.service.MeetingSettings;
import dev.moim.application.member.service.MemberSettings;
import dev.moim.application.room.service.RoomSettings;
import java.time.ZoneId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Hands each adapter the settings that are its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MoimSettings.class)
class SettingsConfiguration {
  @Bean
  PersistenceSettings persistenceSettings(MoimSettings settings) {
    return settings.persistence();
  }

  @Bean
  WebSettings webSettings(MoimSettings settings) {
    return settings.web();
  }

  @Bean
  MemberSettings memberSettings(MoimSettings settings) {
    return settings.memberRules();
  }

  /** The community's time zone, for what is local. */
  @Bean
  ZoneId zone(MoimSettings settings) {
    return settings.zone();
  }

  @Bean
  MeetingSettings meetingSettings(MoimSettings settings) {
    return settings.meetingRules();
  }

  @Bean
  RoomSettings roomSettings(MoimSettings settings) {
    return settings.roomRules();
  }

  @Bean
  MailSettings mailSettings(MoimSettings settings, PublicUrl publicUrl) {
    return settings.mails(publicUrl);
  }

  @Bean
  LimitSettings limitSettings(MoimSettings settings) {
    return settings.limitSettings();
  }

  @Bean
  AdmissionSettings admissionSettings(MoimSettings settings) {
    return settings.admissionSettings();
  }

  @Bean
  ClientSignatureSettings clientSignatureSettings(MoimSettings settings) {
    return settings.clientSignatures();
  }

  @Bean
  ProvidersSettings providersSettings(MoimSettings settings) {
    return settings.signInProviders();
  }

  @Bean
  Reach reach(MoimSettings settings) {
    return settings.reach();
  }

  @Bean
  PublicUrl publicUrl(Reach reach, Environment environment) {
    return new PublicUrl(reach.publicUrl(), environment);
  }
}
