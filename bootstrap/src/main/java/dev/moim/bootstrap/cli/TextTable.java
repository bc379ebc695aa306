package dev.moim.bootstrap.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in columns: the first one flush left, the others flush right. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();

  TextTable(String... header) {
    rows.add(header);
  }

  /** As many cells as the header has. */
  void row(String... cells) {
    rows.add(cells);
  }

  /** Whether there is nothing but the header. */
  boolean isEmpty() {
    return rows.size() == 1;
  }

  void appendTo(StringBuilder text) {
    int columns = rows.getFirst().length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (String[] row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String padding = " ".repeat(widths[i] - row[i].length());
        line.append(i == 0 ? row[i] + padding : GAP + padding + row[i]);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
