package dev.moim.adapter.web.member;

import dev.moim.adapter.web.security.DeviceCookies;
import dev.moim.application.member.port.in.ExportOwnData;
import dev.moim.domain.shared.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Members and their sessions over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({
  PictureConfiguration.class,
  MemberController.class,
  AccountController.class,
  SessionController.class,
  MailedLinkController.class,
  BlockController.class,
  AdministrationController.class
})
public class MemberWebConfiguration {
  @Bean
  SessionCookies sessionCookies(DeviceCookies devices, Clock clock) {
    return new SessionCookies(devices, clock);
  }

  @Bean
  Exports exports(ExportOwnData exportOwnData) {
    return new Exports(exportOwnData);
  }
}
