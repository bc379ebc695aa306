package dev.moim.domain.member;

import java.util.regex.Pattern;

/** Names the content of a member's picture: the SHA-256 of its bytes, in lower-case hexadecimal. */
public record PictureTag(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public PictureTag {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits");
    }
  }
}
