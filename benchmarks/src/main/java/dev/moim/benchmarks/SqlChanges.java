package dev.moim.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the database does when nothing stands before it: as many clients as {@link RoomChanges} has,
 * each on a connection of its own, send the statements of joining and leaving. No two of them meet
 * in a room.
 */
final class SqlChanges {
  private static final int EACH = RoomChanges.ROOMS / RoomChanges.CLIENTS;
  private static final int CHANGES_PER_RUN = 2;
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
  private static final Pattern TRANSACTIONS =
      Pattern.compile("number of transactions actually processed: (\\d+)");

  /** As long as that of a room with three members. */
  private static final String PAYLOAD =
      "{\"notice\":{\"room\":\"%1$s\",\"title\":\"Room 1\",\"host\":\"%1$s\",\"anonymous\":false,"
              .formatted(new UUID(0, 0))
          + "\"recipients\":[\"%1$s\",\"%1$s\"]},\"member\":\"%1$s\",\"seat\":3,"
              .formatted(new UUID(0, 0))
          + "\"occurredAt\":\"2026-01-01T00:00:00.000000Z\"}";

  private static final Map<String, String> TEXTS =
      Map.of(
          "payload",
          PAYLOAD,
          "notice",
          "{\"nickname\":\"load-12\",\"seat\":\"3\",\"title\":\"Room 1\"}",
          "link",
          "/rooms/" + new UUID(0, 0));

  /** What is new with each run. */
  private static final List<String> IDENTIFIERS =
      List.of("join_event", "leave_event", "join_notice", "leave_notice");

  private final DatabaseAddress database;
  private final ChangeScript script;

  /**
   * @param database with the members and rooms of {@link RoomChanges}, and no Moim on it
   */
  SqlChanges(DatabaseAddress database, ChangeScript script) throws SQLException {
    this.database = database;
    this.script = script;
    database.execute("delete from seat_claims");
    database.execute(
        "insert into seat_claims (member_id, claims) select id, 0 from members"
            + " where nickname like 'load-%'");
    for (String table : List.of("outbox_messages", "inbox_events", "notifications")) {
      database.execute("delete from " + table);
    }
  }

  /** A client's room, by its title. */
  private static String room(int client, int number) {
    return "Room " + (RoomChanges.CLIENTS + EACH * client + number);
  }

  /** Changes a second by JDBC. */
  double byJdbc(int seconds) throws SQLException, InterruptedException, ExecutionException {
    long before = versions();
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    try (ExecutorService threads = Executors.newFixedThreadPool(RoomChanges.CLIENTS)) {
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < RoomChanges.CLIENTS; i++) {
        int client = i;
        clients.add(
            threads.submit(() -> {
              run(client, end);
              return client;
            }));
      }
      for (Future<?> client : clients) {
        client.get();
      }
    }
    return (versions() - before) / ((System.nanoTime() - start) / 1e9);
  }

  private void run(int client, long end) throws SQLException {
    ChangeScript own =
        database.isMariaDb()
            ? script.with("nextval('outbox_position')", "next value for outbox_position")
            : script;
    try (Connection connection = database.withTextsForAll().connect()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      ChangeScript.Prepared changes = own.prepare(connection);
      List<Map<String, String>> variables = new ArrayList<>();
      for (int i = 0; i < EACH; i++) {
        variables.add(variables(connection, client, i));
      }
      for (int i = 0; System.nanoTime() < end; i++) {
        Map<String, String> these = variables.get(i % EACH);
        for (String id : IDENTIFIERS) {
          these.put(id, UUID.randomUUID().toString());
        }
        these.put("now", LocalDateTime.now(ZoneOffset.UTC).format(INSTANT));
        changes.run(these);
      }
    }
  }

  private static Map<String, String> variables(Connection connection, int client, int number)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                lookUp("'load-" + client + "'", "'" + room(client, number) + "'", ""))) {
      row.next();
      Map<String, String> variables = new HashMap<>();
      for (String name : List.of("session", "member", "room")) {
        variables.put(name, row.getString("my_" + name));
      }
      variables.putAll(TEXTS);
      return variables;
    }
  }

  private static String lookUp(String nickname, String title, String suffix) {
    return ("select s.id as my_session%3$s, m.id as my_member%3$s, r.id as my_room%3$s"
            + " from members m join sessions s on s.member_id = m.id, rooms r"
            + " where m.nickname = %1$s and r.title = %2$s")
        .formatted(nickname, title, suffix);
  }

  /** The sum of all versions, by which each change is seen. */
  private long versions() throws SQLException {
    return database.number("select sum(version) from rooms");
  }

  /** Changes a second by pgbench; empty if there is none, or another kind of database. */
  Optional<Double> byPgbench(int seconds) throws IOException, SQLException, InterruptedException {
    if (database.isMariaDb()) {
      return Optional.empty();
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared"));
      command.addAll(List.of("-c", "" + RoomChanges.CLIENTS, "-j", "2", "-T", "" + seconds));
      TEXTS.forEach((name, text) -> command.addAll(List.of("-D", name + "=" + text)));
      for (int i = 0; i < EACH; i++) {
        Path file = folder.path().resolve("changes-" + i);
        Files.writeString(file, pgbenchScript(i));
        command.addAll(List.of("-D", "known_" + i + "=0", "-f", file.toString()));
      }
      command.addAll(database.pgOptions());
      long before = versions();
      Process pgbench;
      try {
        pgbench = new ProcessBuilder(command).redirectErrorStream(true).start();
      } catch (IOException e) {
        System.err.println("There is no pgbench on the PATH");
        return Optional.empty();
      }
      String output = new String(pgbench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher transactions = TRANSACTIONS.matcher(output);
      if (pgbench.waitFor() != 0 || !transactions.find()) {
        throw new IOException("pgbench failed: " + output);
      }
      long changes = CHANGES_PER_RUN * Long.parseLong(transactions.group(1));
      if (versions() - before != changes) {
        throw new IOException("pgbench did not change what it says: " + output);
      }
      return Optional.of((double) changes / seconds);
    }
  }

  /** For one of each client's rooms. Who the client is, it looks up once. */
  private String pgbenchScript(int number) {
    String suffix = "_" + number;
    String found =
        lookUp(
            "'load-' || :client_id",
            "'Room ' || (%d + %d * :client_id)".formatted(RoomChanges.CLIENTS + number, EACH),
            suffix);
    ChangeScript changes =
        script
            .with(":session", ":my_session" + suffix)
            .with(":member", ":my_member" + suffix)
            .with(":room", ":my_room" + suffix)
            .with(":now", "current_timestamp");
    var numbers = new StringBuilder();
    for (String id : IDENTIFIERS) {
      numbers.append("\\set %s_number random(1, %d)\n".formatted(id, 1L << 47));
      changes =
          changes.with(":" + id, "lpad(to_hex(:%s_number::bigint), 32, '0')::uuid".formatted(id));
    }
    return "\\if :known%1$s\n\\else\n%2$s\n\\gset\n\\set known%1$s 1\n\\endif\n%3$s%4$s"
        .formatted(suffix, found, numbers, changes);
  }
}
