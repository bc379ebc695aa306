package dev.moim.bootstrap.cli;

import dev.moim.application.matching.port.in.Simulation;
import dev.moim.application.matching.port.in.Simulation.Bin;
import dev.moim.application.matching.port.in.Simulation.Forecast;
import dev.moim.application.matching.port.in.Simulation.Narrowness.Part;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reports of simulations as tables for people, a policy in each row. */
final class TextReport {
  private final List<Simulation> reports;

  TextReport(List<Simulation> reports) {
    this.reports = reports;
  }

  String text() {
    var text = new StringBuilder();
    append(text, heading(), overview());
    append(text, "groups by their number of people", sizes());
    append(
        text,
        "matched, by tenths of the requests: 1 are those whom the fewest others suit",
        narrowness());
    append(text, "wait of the narrowest tenth and of the median one, 95th percentile", waits());
    append(text, "chances told to those who were not matched at once", forecasts());
    // For each of many policies it would be more than anybody reads; --format json has all.
    if (reports.size() == 1) {
      append(
          text,
          "what came of the chances told (* where the mean of what was told lies outside the"
              + " interval)",
          bins(reports.getFirst()));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String heading, TextTable table) {
    if (table.isEmpty()) {
      return;
    }
    text.append(text.isEmpty() ? "" : "\n").append(heading).append("\n\n");
    table.appendTo(text);
  }

  private String heading() {
    Simulation any = reports.getFirst();
    return any.people()
        + " people"
        + any.bound()
            .map(bound ->
                ", of whom at most "
                    + bound
                    + " could be matched ("
                    + percent(share(bound, any))
                    + ")")
            .orElse("");
  }

  private static double share(int part, Simulation report) {
    return report.people() == 0 ? 0 : (double) part / report.people();
  }

  private TextTable overview() {
    var table =
        new TextTable(
            "policy",
            "matched",
            "rate",
            "of bound",
            "mean size",
            "wait p50",
            "p95",
            "p99",
            "relaxed",
            "moved");
    for (Simulation report : reports) {
      table.row(
          report.policy(),
          "" + report.matched(),
          percent(report.rate()),
          report.ratioToBound().map(TextReport::percent).orElse("–"),
          decimals(2, report.meanSize()),
          time(report.timeToMatch().p50()),
          time(report.timeToMatch().p95()),
          time(report.timeToMatch().p99()),
          "" + report.relaxed(),
          "" + report.moved());
    }
    return table;
  }

  private TextTable sizes() {
    var sizes = new TreeSet<Integer>();
    reports.forEach(report -> sizes.addAll(report.groups().keySet()));
    var table = new TextTable(row("policy", sizes.stream().map(size -> "of " + size)));
    if (!sizes.isEmpty()) {
      reports.forEach(report ->
          table.row(
              row(
                  report.policy(),
                  sizes.stream().map(size -> "" + report.groups().getOrDefault(size, 0)))));
    }
    return table;
  }

  private TextTable narrowness() {
    var table =
        new TextTable(row("policy", IntStream.rangeClosed(1, 10).mapToObj(tenth -> "" + tenth)));
    reports.forEach(report ->
        table.row(
            row(
                report.policy(),
                report.narrowness().tenths().stream()
                    .map(tenth -> tenth.people() == 0 ? "–" : percent(tenth.rate())))));
    return table;
  }

  private TextTable waits() {
    var table = new TextTable("policy", "narrowest", "median", "ratio");
    for (Simulation report : reports) {
      Part narrowest = report.narrowness().tenths().getFirst();
      table.row(
          report.policy(),
          time(narrowest.p95()),
          time(report.narrowness().median().p95()),
          report.narrowness().ratio().map(ratio -> decimals(2, ratio)).orElse("–"));
    }
    return table;
  }

  private TextTable forecasts() {
    var table = new TextTable("policy", "within", "told", "Brier score", "coverage");
    for (Simulation report : reports) {
      for (Forecast forecast : report.forecasts()) {
        table.row(
            report.policy(),
            time(forecast.within()),
            "" + forecast.told(),
            decimals(3, forecast.brier()),
            percent(forecast.coverage()));
      }
    }
    return table;
  }

  private static TextTable bins(Simulation report) {
    var table =
        new TextTable("within", "told", "requests", "mean", "came true", "95 % interval", "");
    for (Forecast forecast : report.forecasts()) {
      for (Bin bin : forecast.bins()) {
        table.row(
            time(forecast.within()),
            decimals(1, bin.from()) + "–" + decimals(1, bin.from() + 0.1),
            "" + bin.told(),
            decimals(2, bin.chance()),
            decimals(2, bin.observed()),
            decimals(2, bin.low()) + "–" + decimals(2, bin.high()),
            bin.isCovered() ? "" : "*");
      }
    }
    return table;
  }

  private static String[] row(String first, Stream<String> others) {
    return Stream.concat(Stream.of(first), others).toArray(String[]::new);
  }

  static String percent(double share) {
    return decimals(1, 100 * share) + " %";
  }

  static String decimals(int digits, double value) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** In seconds, minutes or hours, whichever gives a number that is easy to read. */
  static String time(Duration duration) {
    double seconds = duration.toMillis() / 1000.0;
    if (seconds < 99.5) {
      return decimals(0, seconds) + " s";
    }
    return seconds < 99.5 * 60
        ? decimals(1, seconds / 60).replace(".0", "") + " min"
        : decimals(1, seconds / 3600).replace(".0", "") + " h";
  }
}
