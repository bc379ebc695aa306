package dev.moim.adapter.messaging.member;

import dev.moim.adapter.messaging.MailSettings.Security;
import dev.moim.adapter.messaging.MailSettings.Smtp;
import dev.moim.testkit.shared.SequentialIds;
import dev.moim.testkit.shared.SettableClock;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/** What the tests of sending have in common. */
final class Sending {
  static final String PASSWORD = "pass-word-of-the-server";

  private Sending() {}

  static Envelopes envelopes() {
    return new Envelopes(
        new Letters(() -> URI.create("https://moim.example/"), ZoneId.of("Asia/Seoul")),
        "모임 Moim <hello@moim.example>",
        new SettableClock(),
        new SequentialIds());
  }

  static Smtp server(int port, Security security) {
    return new Smtp("localhost", port, "", "", security, Duration.ofSeconds(20));
  }

  static SSLSocketFactory trustingAsUsual() {
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  /** The text of a message, with lines as they were before they travelled. */
  static String text(Message message) {
    try {
      return ((String) message.getContent()).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> recipients(Message message) {
    try {
      return Arrays.stream(message.getAllRecipients())
          .map(address -> ((InternetAddress) address).getAddress())
          .toList();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
