package dev.moim.adapter.messaging;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How mails are written and where they go.
 *
 * @param publicUrl where readers find the pages; asked for when a mail is written, since a free
 *     port is known only after the start
 * @param from the sender, as an address or as {@code Name <address>}
 * @param zone the time zone in which mails name times
 * @param outbox the folder for mails when there is no mail server; made when it is needed
 * @param smtp the mail server, if there is one
 */
public record MailSettings(
    Supplier<URI> publicUrl, String from, ZoneId zone, Path outbox, Optional<Smtp> smtp) {
  public MailSettings {
    if (from.chars().anyMatch(Character::isISOControl) || !isAddress(from)) {
      throw new IllegalArgumentException("no sender of mails: moim.mail.from");
    }
  }

  /** Where mails go, in words. */
  public String shown() {
    return smtp.map(Smtp::shown).orElseGet(() -> "into the folder " + outbox);
  }

  private static boolean isAddress(String text) {
    try {
      InternetAddress[] addresses = InternetAddress.parse(text, true);
      return addresses.length == 1
          && !addresses[0].isGroup()
          && addresses[0].getAddress().contains("@");
    } catch (AddressException e) {
      return false;
    }
  }

  /** How a connection to a mail server is protected, and the port that is usual for it. */
  public enum Security {
    NONE(25),
    STARTTLS(587),
    TLS(465);

    private final int usualPort;

    Security(int usualPort) {
      this.usualPort = usualPort;
    }
  }

  /**
   * A mail server.
   *
   * @param port 0 is the usual one
   * @param user empty if the server asks for none
   * @param timeout how long to wait for the connection, and for each answer
   */
  public record Smtp(
      String host, int port, String user, String password, Security security, Duration timeout) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    public Smtp {
      if (!host.matches("[\\w.:%-]+")) {
        throw new IllegalArgumentException("no name of a mail server: moim.mail.smtp.host");
      }
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("a port is a number up to 65535: moim.mail.smtp.port");
      }
      if (user.isEmpty() != password.isEmpty()) {
        throw new IllegalArgumentException(
            "moim.mail.smtp.user and moim.mail.smtp.password are set both, or neither");
      }
      if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("from 1ms to 10m: moim.mail.smtp.timeout");
      }
      port = port == 0 ? security.usualPort : port;
    }

    String shown() {
      return "by " + host + ":" + port + " (" + security.name().toLowerCase(Locale.ROOT) + ")";
    }

    @Override
    public String toString() {
      return "Smtp[" + shown() + "]";
    }
  }
}
