package dev.moim.domain.member;

import java.util.regex.Pattern;

/**
 * The SHA-256 of a refresh token or of the secret of a mailed link, in lower-case hexadecimal: the
 * only trace of it that is kept.
 */
public record TokenHash(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public TokenHash {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits");
    }
  }

  @Override
  public String toString() {
    return "TokenHash[…]";
  }
}
