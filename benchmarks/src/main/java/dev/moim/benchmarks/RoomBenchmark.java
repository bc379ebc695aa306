package dev.moim.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures joining, leaving and listing rooms on real servers of databases, and holds the program
 * to what it promises there; see {@code benchmarks/run-databases}.
 */
public final class RoomBenchmark {
  /** Nobody is to be refused for being quick. */
  private static final Map<String, String> NO_LIMITS =
      Map.of("MOIM_LIMITS_MEMBER_CAPACITY", "1000000", "MOIM_LIMITS_MEMBER_REFILL", "1s");

  /** Seconds until a program that has just started is as quick as it gets, nearly. */
  private static final int WARM_UP = 10;

  private final Path moim;
  private final int percent;
  private final List<String> broken = new ArrayList<>();

  private RoomBenchmark(Path moim, int percent) {
    this.moim = moim;
    this.percent = percent;
  }

  /** Takes the launcher, the percentage of the usual time, and the parts to measure. */
  public static void main(String[] arguments)
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    var benchmark = new RoomBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    for (String part : List.of(arguments).subList(2, arguments.length)) {
      switch (part) {
        case "changes" -> benchmark.changes();
        default -> throw new IllegalArgumentException(part);
      }
    }
    if (!benchmark.broken.isEmpty()) {
      benchmark.broken.forEach(promise -> System.err.println("BROKEN: " + promise));
      System.exit(1);
    }
  }

  private int seconds(int usual) {
    return Math.max(1, usual * percent / 100);
  }

  private void changes()
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    for (DatabaseServer.Kind kind : DatabaseServer.Kind.values()) {
      System.err.println("Starting " + kind.title);
      try (DatabaseServer server = kind.start()) {
        for (int processes : new int[] {1, 2}) {
          rows.addAll(changes(kind, server.newDatabase(), processes));
        }
      }
    }
    Markdown.print(
        "Joining and leaving rooms, %d clients; times in ms".formatted(RoomChanges.CLIENTS),
        List.of(
            "database",
            "Moims",
            "rooms",
            "changes/s",
            "p50",
            "p99",
            "max",
            "answers",
            "CPUs, Moim",
            "CPUs, load",
            "messages left"),
        rows);
  }

  private List<List<String>> changes(
      DatabaseServer.Kind kind, DatabaseAddress database, int processes)
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    try (var changes = new RoomChanges(moim, database, processes, NO_LIMITS)) {
      for (RoomChanges.Where where : RoomChanges.Where.values()) {
        String what = "%s, %d of Moim, %s".formatted(kind.title, processes, where);
        System.err.println(what);
        RoomChanges.Result result =
            changes.measure(where, where == RoomChanges.Where.SPREAD ? WARM_UP : 1, seconds(60));
        changes.settle();
        result.broken().forEach(promise -> broken.add(what + ": " + promise));
        System.err.printf("%,.0f changes/s%n", result.perSecond());
        rows.add(
            Markdown.row(
                kind.title,
                processes,
                where == RoomChanges.Where.SPREAD ? RoomChanges.ROOMS : 1,
                "%,.0f".formatted(result.perSecond()),
                result.changes().millis(0.5),
                result.changes().millis(0.99),
                result.changes().millis(1),
                result.answers().entrySet().stream()
                    .map(kindOfAnswer ->
                        "%s %,d".formatted(kindOfAnswer.getKey(), kindOfAnswer.getValue()))
                    .collect(Collectors.joining(", ")),
                "%.2f".formatted(result.serverCpus()),
                "%.2f".formatted(result.loadCpus()),
                "%,d".formatted(result.backlog())));
      }
    }
    return rows;
  }
}
