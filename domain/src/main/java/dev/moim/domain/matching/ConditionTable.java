package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import java.util.Arrays;

/**
 * The conditions of many candidates as rows of words in one array, which grows as needed; {@link
 * Layout} says what stands in a row.
 *
 * <p>A row under construction, such as the meet of a group, is a {@code long[]} of the caller's, as
 * many words from an offset as {@link Layout#width} says. Not thread-safe.
 */
final class ConditionTable {
  private final Layout layout;
  private final int width;
  private long[] rows;

  /**
   * @param rows for how many there is place at first
   */
  ConditionTable(Layout layout, int rows) {
    this.layout = layout;
    this.width = layout.width();
    this.rows = new long[Math.multiplyExact(width, rows)];
  }

  Layout layout() {
    return layout;
  }

  /** How many words a row takes. */
  int width() {
    return width;
  }

  /** Writes a condition into a row. */
  void put(int row, AllOf condition) {
    reserve(row);
    layout.encode(condition, rows, row * width);
  }

  /** Copies a row from elsewhere. */
  void put(int row, long[] words, int from) {
    reserve(row);
    System.arraycopy(words, from, rows, row * width, width);
  }

  private void reserve(int row) {
    int needed = Math.multiplyExact(row + 1, width);
    if (needed > rows.length) {
      rows = Arrays.copyOf(rows, Math.max(needed, 2 * rows.length));
    }
  }

  /** Copies a row to where a group begins. */
  void copy(int row, long[] into, int to) {
    System.arraycopy(rows, row * width, into, to, width);
  }

  /**
   * The meet of a group and one more row.
   *
   * @param group holds the group's words from {@code from}
   * @param into takes the result from {@code to}; may be {@code group}
   * @return false if it is empty; what was written is of no use then
   */
  boolean meet(long[] group, int from, int row, long[] into, int to) {
    return layout.meet(group, from, rows, row * width, into, to);
  }

  /** Whether the meet of two rows is not empty. */
  boolean fit(int one, int other) {
    return layout.fit(rows, one * width, rows, other * width);
  }

  /** Whether the meet of a row of the caller's and one of these is not empty. */
  boolean fit(long[] group, int from, int row) {
    return layout.fit(group, from, rows, row * width);
  }
}
