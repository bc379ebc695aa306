package dev.moim.domain.condition;

import java.util.regex.Pattern;

/**
 * Names a facet within its category, such as {@code place}: 1–40 of {@code a-z 0-9 - _}, a letter
 * first.
 */
public record FacetKey(String value) implements Comparable<FacetKey> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

  public FacetKey {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a facet's key is 1–40 of a-z, 0-9, - and _, a letter first: " + value);
    }
  }

  @Override
  public int compareTo(FacetKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
