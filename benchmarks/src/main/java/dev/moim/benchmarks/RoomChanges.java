package dev.moim.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Members who take and give up seats over HTTP, of one Moim or of several on one database, and what
 * of it is in the database afterwards.
 */
final class RoomChanges implements AutoCloseable {
  /** How many members there are who join and leave. */
  static final int CLIENTS = 50;

  /** Over so many rooms they are spread; in each of them is its host, too. */
  static final int ROOMS = 200;

  /** So many begin: fifty at once would only wait for a program that has just started. */
  private static final int FIRST = 4;

  private static final int CAPACITY = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final DatabaseAddress database;
  private final SignedInMembers members;
  private final TemporaryFolder folder = TemporaryFolder.create();
  private final List<MoimServer> servers = new ArrayList<>();
  private final Map<Where, List<RoomClients>> clients = new EnumMap<>(Where.class);
  private final List<UUID> spread;
  private final List<UUID> hot;

  /**
   * Starts everything on a database with nothing in it.
   *
   * @param processes how many Moims
   * @param settings of each of them, as environment variables
   */
  RoomChanges(Path moim, DatabaseAddress database, int processes, Map<String, String> settings)
      throws IOException, SQLException, InterruptedException {
    this.database = database;
    members = new SignedInMembers(data(0), database, CLIENTS + ROOMS + 1);
    Map<String, String> environment = new HashMap<>(database.settings());
    environment.putAll(settings);
    try {
      for (int i = 0; i < processes; i++) {
        if (i > 0) {
          Files.createDirectory(data(i));
          Files.copy(key(0), key(i));
        }
        servers.add(MoimServer.start(moim, data(i), environment));
      }
      members.insert();
      var rooms = new StoredRooms(database);
      spread = rooms.open(CLIENTS, ROOMS, CAPACITY);
      hot = rooms.open(CLIENTS + ROOMS, 1, CAPACITY);
    } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Path data(int server) {
    return folder.path().resolve("data-" + server);
  }

  private Path key(int server) {
    return data(server).resolve("signing-key.json");
  }

  /** Which rooms the members change. */
  enum Where {
    SPREAD,
    ONE_ROOM
  }

  /**
   * What came of some seconds of load.
   *
   * @param backlog messages that wait in the outbox at the end
   * @param broken what must not be; empty if all is well
   */
  record Result(
      double perSecond,
      Percentiles changes,
      Map<String, Integer> answers,
      double serverCpus,
      double loadCpus,
      long backlog,
      List<String> broken) {}

  /**
   * Has members join and leave, to begin with few and then all of them for some seconds each, and
   * then for so many seconds that count, and looks into the database.
   */
  Result measure(Where where, int warmUp, int seconds)
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    List<UUID> rooms = where == Where.SPREAD ? spread : hot;
    int each = CLIENTS / servers.size();
    List<RoomClients> clients = clients(where, rooms, each);
    run(clients, FIRST / servers.size(), warmUp);
    run(clients, each, warmUp);
    List<RoomClients.Outcome> before = clients.stream().map(RoomClients::outcome).toList();
    long cpu = cpu();
    long ownCpu = MoimServer.ownCpu();
    long start = System.nanoTime();
    run(clients, each, seconds);
    long nanos = System.nanoTime() - start;
    double serverCpus = (double) (cpu() - cpu) / nanos;
    double loadCpus = (double) (MoimServer.ownCpu() - ownCpu) / nanos;
    List<RoomClients.Outcome> outcomes = clients.stream().map(RoomClients::outcome).toList();
    var changes =
        new Percentiles(
            outcomes.stream().map(RoomClients.Outcome::changes).flatMapToLong(Percentiles::stream));
    Map<String, Integer> answers = sum(outcomes);
    List<String> broken = new ArrayList<>(wrongAnswers(sum(before)));
    broken.addAll(wrongAnswers(answers));
    broken.addAll(wrongSeats(clients, rooms));
    return new Result(
        changes.count() / (nanos / 1e9), changes, answers, serverCpus, loadCpus, backlog(), broken);
  }

  /** Those who were there before, if there were any: they may sit somewhere. */
  private List<RoomClients> clients(Where where, List<UUID> rooms, int each)
      throws IOException, GeneralSecurityException {
    List<RoomClients> known = clients.get(where);
    if (known == null) {
      byte[][] tokens = members.tokens();
      known =
          IntStream.range(0, servers.size())
              .mapToObj(i ->
                  new RoomClients(Arrays.copyOfRange(tokens, i * each, (i + 1) * each), rooms, i))
              .toList();
      clients.put(where, known);
    }
    return known;
  }

  private long cpu() {
    return servers.stream().mapToLong(MoimServer::cpu).sum();
  }

  /** Each server has a thread that sends what its members do. */
  private void run(List<RoomClients> clients, int each, int seconds)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Exception> failures = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients.size(); i++) {
      int port = servers.get(i).port();
      RoomClients some = clients.get(i);
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                try (var load = new HttpLoad(port, each, some)) {
                  load.sendUntil(end);
                } catch (IOException e) {
                  synchronized (failures) {
                    failures.add(e);
                  }
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (!failures.isEmpty()) {
      throw new IOException(failures.getFirst());
    }
  }

  private static Map<String, Integer> sum(List<RoomClients.Outcome> outcomes) {
    Map<String, Integer> sum = new TreeMap<>();
    outcomes.forEach(outcome ->
        outcome.answers().forEach((kind, count) -> sum.merge(kind, count, Integer::sum)));
    return sum;
  }

  private static List<String> wrongAnswers(Map<String, Integer> answers) {
    return answers.entrySet().stream()
        .filter(kind -> !RoomClients.RIGHT.contains(kind.getKey()))
        .map(kind -> "%,d answers %s".formatted(kind.getValue(), kind.getKey()))
        .toList();
  }

  /** Compares who sits where with what they were told; the first member of a room is its host. */
  private List<String> wrongSeats(List<RoomClients> clients, List<UUID> rooms) throws SQLException {
    Map<UUID, Set<UUID>> told = new HashMap<>();
    int member = 0;
    for (RoomClients some : clients) {
      for (int i = 0; i < some.count(); i++, member++) {
        if (some.seatOf(i) >= 0) {
          told.computeIfAbsent(rooms.get(some.seatOf(i)), room -> new HashSet<>())
              .add(SignedInMembers.member(member));
        }
      }
    }
    List<String> wrong = new ArrayList<>();
    Map<UUID, List<UUID>> stored = storedSeats();
    for (UUID room : rooms) {
      List<UUID> seats = stored.getOrDefault(room, List.of());
      Set<UUID> people = new HashSet<>(seats);
      if (seats.size() > CAPACITY) {
        wrong.add("%d in room %s of %d".formatted(seats.size(), room, CAPACITY));
      }
      if (people.size() < seats.size()) {
        wrong.add("somebody is twice in room " + room);
      }
      Set<UUID> believed = new HashSet<>(told.getOrDefault(room, Set.of()));
      believed.add(
          SignedInMembers.member(CLIENTS + (spread.contains(room) ? spread.indexOf(room) : ROOMS)));
      if (!people.equals(believed)) {
        wrong.add("who is in room %s was told otherwise: %s, %s".formatted(room, people, believed));
      }
    }
    return wrong;
  }

  private Map<UUID, List<UUID>> storedSeats() throws SQLException {
    Map<UUID, List<UUID>> seats = new HashMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select room_id, member_id from seats")) {
      while (row.next()) {
        seats
            .computeIfAbsent(row.getObject(1, UUID.class), room -> new ArrayList<>())
            .add(row.getObject(2, UUID.class));
      }
    }
    return seats;
  }

  private long backlog() throws SQLException {
    return database.number("select count(*) from outbox_messages");
  }

  /** Waits until all events have been handled, so that they are no load on what comes next. */
  void settle() throws SQLException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (backlog() > 0 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      servers.forEach(MoimServer::close);
    } finally {
      folder.close();
    }
  }
}
