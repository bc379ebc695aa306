package dev.moim.adapter.web.member;

import dev.moim.application.member.port.out.PictureReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reads pictures; it stands alone, so that programs without a web server have it, too. */
@Configuration(proxyBeanMethods = false)
public class PictureConfiguration {
  @Bean
  PictureReader pictureReader() {
    return new ImageIoPictures();
  }
}
