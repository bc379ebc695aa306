package dev.moim.domain.condition;

/** What people read for a key, in Korean and in English. */
public record LocalizedName(String ko, String en) {
  public LocalizedName {
    if (ko.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a name is needed in both languages");
    }
  }
}
