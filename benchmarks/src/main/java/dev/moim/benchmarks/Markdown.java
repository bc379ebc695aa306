package dev.moim.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes tables as {@code docs/performance.md} has them, on standard output. */
final class Markdown {
  private Markdown() {}

  static void print(String title, List<String> header, List<List<String>> rows) {
    System.out.println("### " + title + "\n");
    System.out.println(line(header));
    System.out.println(line(header.stream().map(each -> "---").toList()));
    rows.forEach(row -> System.out.println(line(row)));
    System.out.println();
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  static List<String> row(Object... cells) {
    return Stream.of(cells).map(String::valueOf).toList();
  }
}
