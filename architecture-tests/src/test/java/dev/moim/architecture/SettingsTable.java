package dev.moim.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The tables of settings in a document.
 *
 * @param rows those whose first cell names a key, in their order
 */
record SettingsTable(List<Row> rows) {
  private static final Pattern ROW = Pattern.compile("\\|([^|]*)\\|([^|]*)\\|.*");
  private static final Pattern KEY = Pattern.compile("`([^`]+)`");

  /**
   * @param keys in full, as {@code moim.data}; one that ends in … stands for all that begin so
   * @param second what stands in the cell beside them
   */
  record Row(List<String> keys, String second) {}

  static SettingsTable read(Path document) {
    try {
      return new SettingsTable(
          Files.readAllLines(document).stream()
              .map(ROW::matcher)
              .filter(row -> row.matches() && row.group(1).matches(" `(moim|server)\\..*"))
              .map(row -> new Row(keys(row.group(1)), row.group(2).strip()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> keys() {
    return rows.stream().flatMap(row -> row.keys().stream()).toList();
  }

  boolean tells(String key) {
    return keys().stream()
        .anyMatch(told ->
            told.endsWith("…")
                ? key.startsWith(told.substring(0, told.length() - 1))
                : told.equals(key));
  }

  /** Of {@code `moim.database.user`, `.password`} the second is {@code moim.database.password}. */
  private static List<String> keys(String cell) {
    List<String> keys = new ArrayList<>();
    for (MatchResult found : KEY.matcher(cell).results().toList()) {
      String key = found.group(1);
      keys.add(
          key.startsWith(".")
              ? keys.getLast().substring(0, keys.getLast().lastIndexOf('.')) + key
              : key);
    }
    return keys;
  }
}
