package dev.moim.bootstrap.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with a file, each with its place. Keeps a thousand, counts the rest. */
final class Problems {
  private static final int MOST = 1_000;

  /**
   * @param line of the file, the header being line 1
   * @param column of the table, the first being column 1
   */
  private record Problem(long line, int column, String what) {}

  private final String file;
  private final List<Problem> kept = new ArrayList<>();
  private long count;

  Problems(String file) {
    this.file = file;
  }

  void add(long line, int column, String what) {
    count++;
    if (kept.size() < MOST) {
      kept.add(new Problem(line, column, what));
    }
  }

  /** Notes what makes it useless to speak of anything else, and forgets that. */
  void addOnly(long line, int column, String what) {
    kept.clear();
    count = 0;
    add(line, column, what);
  }

  boolean isEmpty() {
    return count == 0;
  }

  void print(PrintWriter err) {
    kept.sort(Comparator.comparingLong(Problem::line).thenComparingInt(Problem::column));
    for (Problem problem : kept) {
      err.println(file + ":" + problem.line + ":" + problem.column + ": " + problem.what);
    }
    if (count > kept.size()) {
      err.println(file + ": and " + (count - kept.size()) + " more errors");
    }
  }
}
