package dev.moim.domain.member;

import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.SharedError;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A password as somebody typed it, in Unicode normal form C so that the same keys give the same
 * bytes on every keyboard. Never stored and never shown.
 */
public record Password(String value) {
  public static final int SHORTEST = 8;
  public static final int LONGEST = 128;

  public Password {
    value = value.length() > 8 * LONGEST ? value : Normalizer.normalize(value, Normalizer.Form.NFC);
    int length = value.codePointCount(0, value.length());
    if (length < 1 || length > LONGEST) {
      throw wrongLength();
    }
  }

  /**
   * A password that may be chosen: {@link #SHORTEST} to {@link #LONGEST} code points, neither the
   * nickname nor the e-mail address, and none that everybody tries first.
   *
   * @param common tells passwords that are too common
   */
  public static Password chosen(
      String value, Nickname nickname, EmailAddress email, Predicate<String> common) {
    Password password = new Password(value);
    if (password.value.codePointCount(0, password.value.length()) < SHORTEST) {
      throw wrongLength();
    }
    String folded = Nickname.Folding.fold(password.value);
    if (folded.equals(nickname.key()) || folded.equals(email.key())) {
      throw SharedError.invalid("/password", "TOO_EASY");
    }
    if (common.test(password.value)) {
      throw SharedError.invalid("/password", "TOO_COMMON");
    }
    return password;
  }

  private static RuntimeException wrongLength() {
    return SharedError.invalid(
        List.of(
            new FieldError(
                "/password", "WRONG_LENGTH", Map.of("min", (Object) SHORTEST, "max", LONGEST))));
  }

  @Override
  public String toString() {
    return "Password[…]";
  }
}
