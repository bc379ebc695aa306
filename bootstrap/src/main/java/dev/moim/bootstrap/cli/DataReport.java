package dev.moim.bootstrap.cli;

import dev.moim.application.matching.port.in.Simulation;
import dev.moim.application.matching.port.in.Simulation.Bin;
import dev.moim.application.matching.port.in.Simulation.Forecast;
import dev.moim.application.matching.port.in.Simulation.Narrowness;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * Reports of simulations as data: shares with four digits after the point, durations in seconds.
 */
final class DataReport {
  private DataReport() {}

  /** One JSON object for each policy. */
  static void nested(List<Simulation> reports, Writer out) throws IOException {
    write(reports.stream().map(DataReport::fields).toList(), Format.JSON, out);
  }

  /**
   * One CSV row for each policy. What is nested in JSON has names such as {@code timeToMatch.p50}
   * and, in a list, {@code byNarrowness.1.rate}; only the bins of the forecasts are left out.
   */
  static void flat(List<Simulation> reports, Writer out) throws IOException {
    write(
        reports.stream()
            .map(report -> {
              SequencedMap<String, Optional<Object>> flat = new LinkedHashMap<>();
              flatten("", fields(report), flat);
              return flat;
            })
            .toList(),
        Format.CSV,
        out);
  }

  private static void write(
      List<SequencedMap<String, Optional<Object>>> rows, Format format, Writer out)
      throws IOException {
    SequencedMap<String, Optional<Object>> columns = new LinkedHashMap<>();
    rows.forEach(columns::putAll);
    List<String> names = List.copyOf(columns.sequencedKeySet());
    format.write(
        names,
        rows.stream()
            .map(row ->
                names.stream().map(name -> row.getOrDefault(name, Optional.empty())).toList()),
        out);
  }

  private static SequencedMap<String, Optional<Object>> fields(Simulation report) {
    SequencedMap<String, Optional<Object>> fields = new LinkedHashMap<>();
    fields.put("policy", Optional.of(report.policy()));
    fields.put("people", Optional.of(report.people()));
    fields.put("matched", Optional.of(report.matched()));
    fields.put("rate", Optional.of(rounded(report.rate())));
    fields.put("meanSize", Optional.of(rounded(report.meanSize())));
    SequencedMap<String, Object> quantiles = new LinkedHashMap<>();
    quantiles.put("p50", seconds(report.timeToMatch().p50()));
    quantiles.put("p95", seconds(report.timeToMatch().p95()));
    quantiles.put("p99", seconds(report.timeToMatch().p99()));
    fields.put("timeToMatch", Optional.of(quantiles));
    fields.put("relaxed", Optional.of(report.relaxed()));
    fields.put("bound", report.bound().map(bound -> bound));
    fields.put("ratioToBound", report.ratioToBound().map(DataReport::rounded));
    SequencedMap<String, Object> groups = new LinkedHashMap<>();
    report.groups().forEach((size, count) -> groups.put("" + size, count));
    fields.put("groups", Optional.of(groups));
    fields.put("moved", Optional.of(report.moved()));
    fields.put(
        "byNarrowness",
        Optional.of(report.narrowness().tenths().stream().map(DataReport::part).toList()));
    fields.put("medianTenth", Optional.of(part(report.narrowness().median())));
    fields.put("narrowestToMedianP95", report.narrowness().ratio().map(DataReport::rounded));
    fields.put(
        "forecasts", Optional.of(report.forecasts().stream().map(DataReport::forecast).toList()));
    return fields;
  }

  private static SequencedMap<String, Object> part(Narrowness.Part part) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("people", part.people());
    fields.put("rate", rounded(part.rate()));
    fields.put("p95", seconds(part.p95()));
    return fields;
  }

  private static SequencedMap<String, Object> forecast(Forecast forecast) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("within", seconds(forecast.within()));
    fields.put("told", forecast.told());
    fields.put("brier", rounded(forecast.brier()));
    fields.put("coverage", rounded(forecast.coverage()));
    fields.put("bins", forecast.bins().stream().map(DataReport::bin).toList());
    return fields;
  }

  private static SequencedMap<String, Object> bin(Bin bin) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", rounded(bin.from()));
    fields.put("told", bin.told());
    fields.put("chance", rounded(bin.chance()));
    fields.put("observed", rounded(bin.observed()));
    fields.put("low", rounded(bin.low()));
    fields.put("high", rounded(bin.high()));
    return fields;
  }

  private static void flatten(
      String prefix,
      SequencedMap<String, Optional<Object>> fields,
      SequencedMap<String, Optional<Object>> flat) {
    fields.forEach((name, value) -> {
      if (value.isPresent()) {
        flatten(prefix + name, value.get(), flat);
      } else {
        flat.put(prefix + name, Optional.empty());
      }
    });
  }

  private static void flatten(
      String name, Object value, SequencedMap<String, Optional<Object>> flat) {
    switch (value) {
      case Map<?, ?> nested ->
          nested.forEach((key, each) -> {
            if (!key.equals("bins")) {
              flatten(name + "." + key, each, flat);
            }
          });
      case List<?> list ->
          IntStream.range(0, list.size())
              .forEach(i -> flatten(name + "." + (i + 1), list.get(i), flat));
      default -> flat.put(name, Optional.of(value));
    }
  }

  private static double rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).doubleValue();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
