package dev.moim.domain.condition;

import java.util.regex.Pattern;

/** Names a category, such as {@code meal}: 1–40 of {@code a-z 0-9 - _}, a letter first. */
public record CategoryKey(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

  public CategoryKey {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a category's key is 1–40 of a-z, 0-9, - and _, a letter first: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
