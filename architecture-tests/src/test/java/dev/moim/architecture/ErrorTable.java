package dev.moim.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of errors in the documentation. */
record ErrorTable(List<Row> rows) {
  private static final Pattern ROW =
      Pattern.compile("\\| `([A-Z_0-9]+)` \\| ([A-Z_]+) \\| (\\d{3}) \\| \\S.* \\| \\S.* \\|");

  /** One error as it is documented. */
  record Row(String code, String kind, int status) {}

  static ErrorTable read(Path document) {
    try {
      return new ErrorTable(
          Files.readAllLines(document).stream()
              .map(ROW::matcher)
              .filter(Matcher::matches)
              .map(row -> new Row(row.group(1), row.group(2), Integer.parseInt(row.group(3))))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> codes() {
    return rows.stream().map(Row::code).collect(Collectors.toUnmodifiableSet());
  }
}
