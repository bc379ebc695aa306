package dev.moim.adapter.web.security;

import dev.moim.adapter.web.WebSettings;
import dev.moim.application.member.port.out.CommonPasswords;
import dev.moim.application.member.port.out.PasswordHasher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What passwords need; it stands alone, so that programs without a web server have it, too. */
@Configuration(proxyBeanMethods = false)
public class PasswordConfiguration {
  @Bean
  public PasswordHasher passwordHasher(WebSettings settings) {
    return new Argon2Passwords(settings.hashings(), settings.hashingPatience());
  }

  @Bean
  public CommonPasswords commonPasswords() {
    return RankedCommonPasswords.load();
  }
}
