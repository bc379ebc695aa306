package dev.moim.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures joining, leaving and listing rooms on real servers of databases, and holds the program
 * to what it promises there; see {@code benchmarks/run-databases}.
 */
public final class RoomBenchmark {
  /** Nobody is to be refused for being quick. */
  private static final Map<String, String> NO_LIMITS =
      Map.of("MOIM_LIMITS_MEMBER_CAPACITY", "1000000", "MOIM_LIMITS_MEMBER_REFILL", "1s");

  /** Seconds until most of a program that has just started is compiled. */
  private static final int WARM_UP = 60;

  /** Among so many rooms a page is looked for. */
  private static final List<Integer> ROOMS = List.of(100, 10_000, 100_000);

  private final Path moim;
  private final int percent;
  private final List<String> broken = new ArrayList<>();
  private final List<List<String>> goals = new ArrayList<>();

  /** Changes a second of the statements alone, by what they are, of the database at hand. */
  private final Map<String, Double> alone = new LinkedHashMap<>();

  private RoomBenchmark(Path moim, int percent) {
    this.moim = moim;
    this.percent = percent;
  }

  /** Takes the launcher, the percentage of the usual time, and the parts to measure. */
  public static void main(String[] arguments)
      throws IOException,
          SQLException,
          GeneralSecurityException,
          InterruptedException,
          ExecutionException {
    var benchmark = new RoomBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    List<String> parts = List.of(arguments).subList(2, arguments.length);
    benchmark.changes(parts.contains("sql"), parts.contains("changes"));
    if (parts.contains("pools")) {
      benchmark.pools();
    }
    if (parts.contains("lists")) {
      benchmark.lists();
    }
    Markdown.print("Goals", List.of("what", "to reach", "reached"), benchmark.goals);
    if (!benchmark.broken.isEmpty()) {
      benchmark.broken.forEach(promise -> System.err.println("BROKEN: " + promise));
      System.exit(1);
    }
  }

  /**
   * The statements alone and members over HTTP, for each database one right after the other, since
   * they are compared.
   */
  private void changes(boolean statements, boolean members)
      throws IOException,
          SQLException,
          GeneralSecurityException,
          InterruptedException,
          ExecutionException {
    List<List<String>> statementRows = new ArrayList<>();
    List<List<String>> memberRows = new ArrayList<>();
    for (DatabaseServer.Kind kind : DatabaseServer.Kind.values()) {
      alone.clear();
      if (statements) {
        statementRows.addAll(statements(kind));
      }
      if (members) {
        memberRows.addAll(members(kind));
      }
    }
    if (statements) {
      Markdown.print(
          "The same statements without Moim, %d clients; changes/s".formatted(RoomChanges.CLIENTS),
          List.of("database", "statements", "JDBC", "pgbench"),
          statementRows);
    }
    if (members) {
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
          memberRows);
    }
  }

  /** On a database that has been opened by a Moim. */
  private List<List<String>> statements(DatabaseServer.Kind kind)
      throws IOException, SQLException, InterruptedException, ExecutionException {
    Map<String, ChangeScript> scripts = new LinkedHashMap<>();
    scripts.put("until answered", ChangeScript.answered());
    scripts.put("until told", ChangeScript.told());
    List<List<String>> rows = new ArrayList<>();
    try (DatabaseServer server = kind.start()) {
      DatabaseAddress database = server.newDatabase();
      new RoomChanges(moim, database, 1, NO_LIMITS).close();
      for (Map.Entry<String, ChangeScript> script : scripts.entrySet()) {
        String what = kind.title + ", " + script.getKey();
        System.err.println(what + ", statements alone");
        var sql = new SqlChanges(database, script.getValue());
        sql.byJdbc(seconds(10));
        double jdbc = sql.byJdbc(seconds(30));
        Optional<Double> pgbench = sql.byPgbench(seconds(30));
        alone.put(what + ", Moim ÷ the statements by JDBC", jdbc);
        pgbench.ifPresent(bare -> alone.put(what + ", Moim ÷ by pgbench", bare));
        rows.add(
            Markdown.row(
                kind.title,
                script.getKey(),
                "%,.0f".formatted(jdbc),
                pgbench.map("%,.0f"::formatted).orElse("")));
      }
    }
    return rows;
  }

  private void pools()
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    try (DatabaseServer server = DatabaseServer.Kind.POSTGRESQL.start()) {
      for (String size : List.of("4", "8", "10", "16", "32")) {
        Map<String, String> settings = new HashMap<>(NO_LIMITS);
        settings.put("MOIM_DATABASE_POOL_SIZE", size);
        try (var changes = new RoomChanges(moim, server.newDatabase(), 1, settings)) {
          RoomChanges.Result result =
              measured(changes, RoomChanges.Where.SPREAD, 20, "PostgreSQL, pool of " + size);
          rows.add(
              Markdown.row(
                  size,
                  "%,.0f".formatted(result.perSecond()),
                  result.changes().millis(0.5),
                  result.changes().millis(0.99)));
        }
      }
    }
    Markdown.print(
        "Joining and leaving %d rooms of PostgreSQL, %d clients; times in ms"
            .formatted(RoomChanges.ROOMS, RoomChanges.CLIENTS),
        List.of("connections", "changes/s", "p50", "p99"),
        rows);
  }

  private void lists()
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    rows.addAll(lists("H2", DatabaseAddress::inFolder));
    for (DatabaseServer.Kind kind : DatabaseServer.Kind.values()) {
      try (DatabaseServer server = kind.start()) {
        rows.addAll(lists(kind.title, folder -> server.newDatabase()));
      }
    }
    List<String> header = new ArrayList<>(List.of("database", "page of 20"));
    ROOMS.forEach(count -> header.add("of %,d".formatted(count)));
    ROOMS
        .subList(1, ROOMS.size())
        .forEach(count -> header.add("%,d ÷ %,d".formatted(count, ROOMS.getFirst())));
    Markdown.print("Listing rooms; medians in ms", header, rows);
  }

  /** Makes a database with nothing in it, for a Moim with a folder of its own. */
  @FunctionalInterface
  private interface NewDatabase {
    DatabaseAddress of(Path folder) throws IOException, SQLException;
  }

  private List<List<String>> lists(String title, NewDatabase database)
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    List<Map<RoomLists.View, Percentiles>> measured = sideBySide(title, database);
    for (RoomLists.View view : RoomLists.View.values()) {
      double worst =
          IntStream.range(1, ROOMS.size())
              .mapToObj(i -> ratio(view, i, measured))
              .flatMap(Optional::stream)
              .mapToDouble(ratio -> ratio)
              .max()
              .orElseThrow();
      goals.add(
          Markdown.row(
              "%s, %s: many rooms ÷ few".formatted(title, view.title),
              "≤ 1.2",
              "%s: %.2f".formatted(worst <= 1.2 ? "yes" : "**no**", worst)));
    }
    return Arrays.stream(RoomLists.View.values()).map(view -> row(title, view, measured)).toList();
  }

  /** Of one Moim for each number of rooms, all of which are there at the same time. */
  private List<Map<RoomLists.View, Percentiles>> sideBySide(String title, NewDatabase database)
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    Deque<Closeable> open = new ArrayDeque<>();
    try {
      List<RoomLists> lists = new ArrayList<>();
      for (int count : ROOMS) {
        System.err.printf("%s, %,d rooms%n", title, count);
        TemporaryFolder folder = TemporaryFolder.create();
        open.push(folder::close);
        lists.add(new RoomLists(moim, folder.path(), database.of(folder.path()), NO_LIMITS, count));
        open.push(lists.getLast());
      }
      System.err.printf("%s, asking for pages%n", title);
      RoomLists.ask(lists, WARM_UP);
      return RoomLists.ask(lists, seconds(30));
    } finally {
      while (!open.isEmpty()) {
        open.pop().close();
      }
    }
  }

  private static List<String> row(
      String title, RoomLists.View view, List<Map<RoomLists.View, Percentiles>> measured) {
    List<String> row = new ArrayList<>(List.of(title, view.title));
    for (Map<RoomLists.View, Percentiles> times : measured) {
      row.add(Optional.ofNullable(times.get(view)).map(each -> each.millis(0.5)).orElse(""));
    }
    for (int i = 1; i < measured.size(); i++) {
      row.add(ratio(view, i, measured).map("%.2f"::formatted).orElse(""));
    }
    return row;
  }

  /**
   * How much longer a page takes than among the fewest rooms. The far page, which those do not
   * have, is compared with the first page.
   */
  private static Optional<Double> ratio(
      RoomLists.View view, int index, List<Map<RoomLists.View, Percentiles>> measured) {
    Map<RoomLists.View, Percentiles> many = measured.get(index);
    Map<RoomLists.View, Percentiles> few =
        view == RoomLists.View.PAGE_1000 ? many : measured.getFirst();
    RoomLists.View other = view == RoomLists.View.PAGE_1000 ? RoomLists.View.SOONEST : view;
    return Optional.ofNullable(many.get(view))
        .map(
            times -> (double) times.nanos(0.5) / Objects.requireNonNull(few.get(other)).nanos(0.5));
  }

  /** What came of it, of which all that must not be is noted. */
  private RoomChanges.Result measured(
      RoomChanges changes, RoomChanges.Where where, int usualSeconds, String what)
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    System.err.println(what);
    RoomChanges.Result result =
        changes.measure(
            where, where == RoomChanges.Where.SPREAD ? WARM_UP : 1, seconds(usualSeconds));
    result.broken().forEach(promise -> broken.add(what + ": " + promise));
    System.err.printf(
        "%,.0f changes/s, p99 %s ms, %s%n",
        result.perSecond(), result.changes().millis(0.99), result.answers());
    return result;
  }

  private void shareReached(String what, double reached, double of) {
    goals.add(
        Markdown.row(
            what,
            "≥ 50 %",
            "%s: %.0f %%".formatted(reached >= of / 2 ? "yes" : "**no**", 100 * reached / of)));
  }

  private int seconds(int usual) {
    return Math.max(1, usual * percent / 100);
  }

  private List<List<String>> members(DatabaseServer.Kind kind)
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    System.err.println("Starting " + kind.title);
    List<List<String>> rows = new ArrayList<>();
    try (DatabaseServer server = kind.start()) {
      for (int processes : new int[] {1, 2}) {
        rows.addAll(members(kind, server.newDatabase(), processes));
      }
    }
    return rows;
  }

  private List<List<String>> members(
      DatabaseServer.Kind kind, DatabaseAddress database, int processes)
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    try (var changes = new RoomChanges(moim, database, processes, NO_LIMITS)) {
      Map<RoomChanges.Where, Double> perSecond = new EnumMap<>(RoomChanges.Where.class);
      for (RoomChanges.Where where : RoomChanges.Where.values()) {
        RoomChanges.Result result =
            measured(
                changes, where, 60, "%s, %d of Moim, %s".formatted(kind.title, processes, where));
        changes.settle();
        perSecond.put(where, result.perSecond());
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
      double everywhere = perSecond.getOrDefault(RoomChanges.Where.SPREAD, 0.0);
      if (processes == 1) {
        alone.forEach((what, bare) -> shareReached(what, everywhere, bare));
      }
      shareReached(
          "%s, %d of Moim, one room ÷ %d rooms".formatted(kind.title, processes, RoomChanges.ROOMS),
          perSecond.getOrDefault(RoomChanges.Where.ONE_ROOM, 0.0),
          everywhere);
    }
    return rows;
  }
}
