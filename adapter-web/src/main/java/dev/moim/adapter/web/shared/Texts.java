package dev.moim.adapter.web.shared;

import dev.moim.domain.member.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people read in refusals, in each language; {@code {name}} stands for a detail's value. */
public final class Texts {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.KOREAN);

  private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

  Texts() {
    for (Language language : Language.values()) {
      byLanguage.put(language, load(language));
    }
  }

  /**
   * The language that the caller reads best: Korean or English by {@code Accept-Language} (RFC 4647
   * look-up), English without one or with one that makes no sense.
   */
  public static Language language(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return Language.EN;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LOCALES);
      return Locale.KOREAN.equals(best) ? Language.KO : Language.EN;
    } catch (IllegalArgumentException e) {
      return Language.EN;
    }
  }

  /** The BCP 47 tag of a language. */
  public static String tag(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }

  Optional<String> find(Language language, String key, Map<String, Object> details) {
    Properties texts = byLanguage.get(language);
    return Optional.ofNullable(texts == null ? null : texts.getProperty(key))
        .map(text -> fill(text, details));
  }

  private static String fill(String text, Map<String, Object> details) {
    return PLACE
        .matcher(text)
        .replaceAll(place ->
            Matcher.quoteReplacement(String.valueOf(details.getOrDefault(place.group(1), "…"))));
  }

  private static Properties load(Language language) {
    String name = "problems_" + tag(language) + ".properties";
    try (InputStream in = Texts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      Properties texts = new Properties();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
