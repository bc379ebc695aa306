package dev.moim.domain.member;

import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.SharedError;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * How a member is called: 2–20 code points of letters, digits, {@code _} and {@code -}. Two
 * nicknames that differ in case or width only are the same to people; see {@link #key}.
 */
public record Nickname(String value) {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 20;

  public Nickname {
    value = Checks.line(value, SHORTEST, LONGEST, "nickname");
    if (!value.codePoints().allMatch(Nickname::isAllowed)) {
      throw SharedError.invalid("/nickname", "FORBIDDEN_CHARACTER");
    }
  }

  private static boolean isAllowed(int codePoint) {
    return codePoint == '_'
        || codePoint == '-'
        || (Character.isLetterOrDigit(codePoint) && Checks.isVisible(codePoint));
  }

  /**
   * A nickname as near as possible to what somebody is called elsewhere; empty if nothing of it may
   * stand in one.
   */
  public static Optional<Nickname> like(String name) {
    String kept = allowed(name, LONGEST);
    return kept.codePointCount(0, kept.length()) < SHORTEST
        ? Optional.empty()
        : Optional.of(new Nickname(kept));
  }

  /**
   * As {@link #like(String)}, told from others by a suffix.
   *
   * @param suffix at most 10 letters and digits
   */
  public static Nickname like(String name, String suffix) {
    String kept = allowed(name, LONGEST - 1 - suffix.length());
    return new Nickname((kept.isEmpty() ? "member" : kept) + "-" + suffix);
  }

  private static String allowed(String name, int most) {
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(name.substring(0, Math.min(name.length(), 200)), Normalizer.Form.NFC)
        .codePoints()
        .filter(Nickname::isAllowed)
        .limit(most)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** The form in which nicknames are compared: compatibility-normalised and case-folded. */
  public String key() {
    return Folding.fold(value);
  }

  /** Case and width folding for names that must be unique. */
  static final class Folding {
    private Folding() {}

    static String fold(String text) {
      String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
      folded = folded.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
      return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }
  }
}
