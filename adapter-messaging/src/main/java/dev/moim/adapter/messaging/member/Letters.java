package dev.moim.adapter.messaging.member;

import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.application.member.port.out.MemberMails.Mail;
import dev.moim.domain.member.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words mails in the reader's language. The texts stand in {@code mails_en.properties} and {@code
 * mails_ko.properties}; {@code {nickname}}, {@code {link}}, {@code {until}}, {@code {reason}} and
 * {@code {pages}} in them are replaced, once: a value that looks like a place stays as it is.
 *
 * <p>What people wrote is kept apart from our own words: a nickname is one short line, and each
 * line of a reason is marked as a quotation.
 */
final class Letters {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  /** All that ends a line for some reader, and all other control characters. */
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_REASON = 4_000;

  /** In code points: at most 800 bytes, where RFC 5322 allows 998. */
  private static final int LONGEST_LINE = 200;

  private static final Map<Language, Locale> LOCALES =
      Map.of(Language.EN, Locale.ENGLISH, Language.KO, Locale.KOREAN);

  private final Supplier<URI> publicUrl;
  private final ZoneId zone;
  private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

  Letters(Supplier<URI> publicUrl, ZoneId zone) {
    this.publicUrl = publicUrl;
    this.zone = zone;
    for (Language language : Language.values()) {
      texts.put(language, load("mails_" + language.name().toLowerCase(Locale.ROOT)));
    }
  }

  Letter write(Mail mail) {
    return new Letter(
        text(mail.language(), mail.kind(), "subject"),
        PLACE
            .matcher(text(mail.language(), mail.kind(), "body"))
            .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), mail))));
  }

  private String value(String place, Mail mail) {
    return switch (place) {
      case "nickname" -> oneLine(mail.nickname());
      case "link" -> needed(mail.token(), mail, token -> link(mail.kind(), token));
      case "until" -> needed(mail.until(), mail, until -> inWords(until, mail.language()));
      case "reason" -> needed(mail.reason(), mail, Letters::quoted);
      case "pages" -> pages() + "/";
      default -> throw new IllegalStateException("no value for {" + place + "}");
    };
  }

  private static <T> String needed(Optional<T> part, Mail mail, Function<T, String> word) {
    return part.map(word)
        .orElseThrow(() -> new IllegalArgumentException(mail + " lacks something it has to tell"));
  }

  /** The token stands behind the {@code #}, which browsers keep to themselves. */
  private String link(Kind kind, String token) {
    String page =
        switch (kind) {
          case VERIFY_EMAIL -> "verify-email";
          case CHANGE_EMAIL -> "change-email";
          case RESET_PASSWORD -> "reset-password";
          case EMAIL_CHANGED, PASSWORD_CHANGED, TOKENS_REVOKED, WARNED, WITHDRAWN ->
              throw new IllegalStateException("no page for " + kind);
        };
    return pages() + "/#/" + page + "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  private String pages() {
    return publicUrl.get().toString().replaceFirst("/+$", "");
  }

  private String inWords(Instant instant, Language language) {
    return DateTimeFormatter.ofPattern(text(language, "date"), LOCALES.get(language))
        .withZone(zone)
        .format(instant);
  }

  private static String oneLine(String text) {
    String line = CONTROL.matcher(text).replaceAll(" ").strip();
    return cut(line, LONGEST_NAME);
  }

  private static String quoted(String reason) {
    List<String> lines = new ArrayList<>();
    for (String line : LINE_END.splitAsStream(cut(reason.strip(), LONGEST_REASON)).toList()) {
      String rest = CONTROL.matcher(line).replaceAll(" ");
      while (rest.codePointCount(0, rest.length()) > LONGEST_LINE) {
        int end = rest.offsetByCodePoints(0, LONGEST_LINE);
        lines.add("> " + rest.substring(0, end));
        rest = rest.substring(end);
      }
      lines.add("> " + rest);
    }
    return String.join("\n", lines);
  }

  private static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
  }

  private String text(Language language, Kind kind, String part) {
    return text(language, kind.name() + "." + part);
  }

  private String text(Language language, String key) {
    Properties own = texts.get(language);
    String text = own == null ? null : own.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no " + key + " in " + language);
    }
    return text;
  }

  private static Properties load(String name) {
    try (InputStream in = Letters.class.getResourceAsStream(name + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
