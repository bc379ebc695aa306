package dev.moim.adapter.messaging.member;

import dev.moim.adapter.messaging.MailSettings;
import dev.moim.application.member.port.out.MemberMails;
import dev.moim.application.shared.Ids;
import dev.moim.domain.shared.Clock;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mails to members: by a mail server if there is one, otherwise into a folder. */
@Configuration(proxyBeanMethods = false)
public class MemberMessaging {
  @Bean
  MemberMails memberMails(MailSettings settings, Clock clock, Ids ids) {
    var letters = new Letters(settings.publicUrl(), settings.zone());
    var envelopes = new Envelopes(letters, settings.from(), clock, ids);
    return settings
        .smtp()
        .<MemberMails>map(server ->
            new SmtpMails(server, envelopes, (SSLSocketFactory) SSLSocketFactory.getDefault()))
        .orElseGet(() -> new FolderMails(settings.outbox(), envelopes, clock, ids));
  }
}
