package dev.moim.domain.member;

import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.SharedError;
import java.text.Normalizer;
import java.util.Locale;

/**
 * How a member is called: 2–20 code points of letters, digits, {@code _} and {@code -}. Two
 * nicknames that differ in case or width only are the same to people; see {@link #key}.
 */
public record Nickname(String value) {
  public Nickname {
    value = Checks.line(value, 2, 20, "nickname");
    if (!value.codePoints().allMatch(Nickname::isAllowed)) {
      throw SharedError.invalid("/nickname", "FORBIDDEN_CHARACTER");
    }
  }

  private static boolean isAllowed(int codePoint) {
    return codePoint == '_'
        || codePoint == '-'
        || (Character.isLetterOrDigit(codePoint) && Checks.isVisible(codePoint));
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
