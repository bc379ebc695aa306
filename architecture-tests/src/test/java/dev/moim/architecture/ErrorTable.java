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
import java.util.stream.Stream;

/** The tables of errors, of fields and of details in the documentation. */
record ErrorTable(List<Row> rows, List<String> fieldCodes, List<Refusals.Detail> details) {
  private static final Pattern ROW =
      Pattern.compile("\\| `([A-Z_0-9]+)` \\| ([A-Z_]+) \\| (\\d{3}) \\| \\S.* \\| \\S.* \\|");
  private static final Pattern FIELD_ROW = Pattern.compile("\\| `([A-Z_]+)` \\| [^|`][^|]* \\|");
  private static final Pattern DETAIL_ROW =
      Pattern.compile("\\| `([A-Z_]+)` \\| `(\\w+)` \\| \\S.* \\|");

  /** One error as it is documented. */
  record Row(String code, String kind, int status) {}

  static ErrorTable read(Path document) {
    return new ErrorTable(
        rows(document, ROW)
            .map(row -> new Row(row.group(1), row.group(2), Integer.parseInt(row.group(3))))
            .toList(),
        rows(document, FIELD_ROW).map(row -> row.group(1)).toList(),
        rows(document, DETAIL_ROW)
            .map(row -> new Refusals.Detail(row.group(1), row.group(2)))
            .toList());
  }

  private static Stream<Matcher> rows(Path document, Pattern row) {
    try {
      return Files.readAllLines(document).stream().map(row::matcher).filter(Matcher::matches);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> codes() {
    return rows.stream().map(Row::code).collect(Collectors.toUnmodifiableSet());
  }
}
