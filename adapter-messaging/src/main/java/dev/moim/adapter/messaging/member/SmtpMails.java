package dev.moim.adapter.messaging.member;

import dev.moim.adapter.messaging.MailSettings;
import dev.moim.application.member.port.out.MemberMails;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each mail to a mail server, over a connection of its own. Whether that is the server it
 * claims to be is checked whenever the connection is to be protected, and without protection
 * nothing is sent then.
 */
final class SmtpMails implements MemberMails {
  private static final Logger log = LoggerFactory.getLogger(SmtpMails.class);

  private final MailSettings.Smtp server;
  private final Envelopes envelopes;
  private final MailSessions sessions;

  SmtpMails(MailSettings.Smtp server, Envelopes envelopes, SSLSocketFactory sockets) {
    this.server = server;
    this.envelopes = envelopes;
    this.sessions = MailSessions.with(properties(server, envelopes.domain(), sockets));
  }

  @Override
  public void send(Mail mail) {
    String kind = mail.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    try {
      MimeMessage message = envelopes.message(mail, sessions);
      message.saveChanges();
      try (Transport transport = sessions.suiting(mail.to()).getTransport("smtp")) {
        if (server.user().isEmpty()) {
          transport.connect();
        } else {
          transport.connect(server.user(), server.password());
        }
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (MessagingException e) {
      throw new MailNotSentException(
          "a mail (" + kind + ") was not taken by " + server.host() + ":" + server.port(),
          e,
          Stream.of(mail.token().orElse(""), server.password())
              .filter(secret -> !secret.isEmpty())
              .toList());
    }
    log.debug("A mail ({}) was handed to {}:{}", kind, server.host(), server.port());
  }

  private static Properties properties(
      MailSettings.Smtp server, String ownName, SSLSocketFactory sockets) {
    String timeout = String.valueOf(server.timeout().toMillis());
    Properties all = new Properties();
    all.setProperty("mail.smtp.host", server.host());
    all.setProperty("mail.smtp.port", String.valueOf(server.port()));
    // Otherwise this machine's name is looked up, which may take long where names are not served.
    all.setProperty("mail.smtp.localhost", ownName);
    all.setProperty("mail.smtp.connectiontimeout", timeout);
    all.setProperty("mail.smtp.timeout", timeout);
    all.setProperty("mail.smtp.writetimeout", timeout);
    all.setProperty("mail.smtp.auth", String.valueOf(!server.user().isEmpty()));
    all.setProperty("mail.smtp.quitwait", "false");
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    all.put("mail.smtp.ssl.socketFactory", sockets);
    switch (server.security()) {
      case NONE -> all.setProperty("mail.smtp.starttls.enable", "false");
      case STARTTLS -> {
        all.setProperty("mail.smtp.starttls.enable", "true");
        all.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> all.setProperty("mail.smtp.ssl.enable", "true");
    }
    return all;
  }
}
