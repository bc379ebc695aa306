package dev.moim.adapter.messaging.member;

import dev.moim.domain.member.EmailAddress;
import jakarta.mail.Session;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The sessions of Jakarta Mail, which are its settings.
 *
 * @param usual for addresses in ASCII
 * @param international for addresses with other letters before the {@code @}, which not every
 *     server and program takes: RFC 6531 and 6532
 */
record MailSessions(Session usual, Session international) {
  static MailSessions with(Properties properties) {
    return new MailSessions(session(properties, false), session(properties, true));
  }

  Session suiting(EmailAddress address) {
    String value = address.value();
    String local = value.substring(0, value.lastIndexOf('@'));
    return StandardCharsets.US_ASCII.newEncoder().canEncode(local) ? usual : international;
  }

  private static Session session(Properties properties, boolean international) {
    Properties own = new Properties();
    own.putAll(properties);
    // EmailAddress has checked; some addresses that people have are wrong to strict parsers.
    own.setProperty("mail.mime.address.strict", "false");
    own.setProperty("mail.mime.allowutf8", String.valueOf(international));
    return Session.getInstance(own);
  }
}
