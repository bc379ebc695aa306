package dev.moim.adapter.messaging.member;

import dev.moim.application.member.port.out.MemberMails.Mail;
import dev.moim.application.shared.Ids;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.shared.Clock;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Puts letters into messages that mail programs read (RFC 5322, RFC 2045). A header is made of our
 * own texts and of checked addresses only; what people wrote goes into the body.
 */
final class Envelopes {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Letters letters;
  private final InternetAddress from;
  private final Clock clock;
  private final Ids ids;

  Envelopes(Letters letters, String from, Clock clock, Ids ids) {
    this.letters = letters;
    this.from = sender(from);
    this.clock = clock;
    this.ids = ids;
  }

  /** A message with all but how its text is encoded, which saving it decides if nobody has. */
  MimeMessage message(Mail mail, MailSessions sessions) throws MessagingException {
    Letter letter = letters.write(mail);
    String id = "<" + ids.next() + "@" + domain() + ">";
    MimeMessage message = new WithOwnId(sessions.suiting(mail.to()), id);
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, recipient(mail.to()));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.body(), StandardCharsets.UTF_8.name());
    message.setHeader("Date", DATE.format(clock.now()));
    message.setHeader("Content-Language", mail.language().name().toLowerCase(Locale.ROOT));
    // RFC 3834: nobody's holiday notice should answer.
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  /** The domain of the sender. */
  String domain() {
    String address = from.getAddress();
    return address.substring(address.indexOf('@') + 1);
  }

  /** Parsed nowhere: its form was checked, and some valid ones surprise parsers. */
  private static InternetAddress recipient(EmailAddress email) {
    InternetAddress address = new InternetAddress();
    address.setAddress(withAsciiDomain(email.value()));
    return address;
  }

  private static InternetAddress sender(String text) {
    try {
      InternetAddress parsed = new InternetAddress(text, true);
      InternetAddress sender = new InternetAddress();
      sender.setAddress(withAsciiDomain(parsed.getAddress()));
      sender.setPersonal(parsed.getPersonal(), StandardCharsets.UTF_8.name());
      return sender;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalArgumentException("no sender of mails: moim.mail.from", e);
    }
  }

  /** As the domain name system knows it: RFC 3490. */
  private static String withAsciiDomain(String address) {
    int at = address.lastIndexOf('@');
    return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
  }

  /** A message whose id is given and not made of the time, chance and user name. */
  private static final class WithOwnId extends MimeMessage {
    private final String id;

    private WithOwnId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
