package dev.moim.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rooms as the program stores them, written into a database past it. Who is in them are {@link
 * SignedInMembers} by their numbers.
 */
final class StoredRooms {
  private static final int AT_ONCE = 500;
  private static final Duration LONGEST = Duration.ofDays(58);

  /** The facets of some options that each category has, see moim-categories.yaml. */
  private static final Map<String, Map<String, List<String>>> FACETS =
      Map.of(
          "meal",
          Map.of(
              "place", List.of("seocho", "gaepo", "out"),
              "time", List.of("breakfast", "lunch", "afternoon", "dinner", "midnight"),
              "way", List.of("delivery", "eat-out", "take-out")),
          "study",
          Map.of(
              "place", List.of("seocho", "gaepo", "out"),
              "subject", List.of("inner-circle", "outer-circle", "algorithm", "web", "other"),
              "level", List.of()),
          "exercise",
          Map.of(
              "place", List.of("seocho", "gaepo", "out"),
              "sport", List.of("football", "running", "climbing", "badminton"),
              "level", List.of(),
              "when", List.of()));

  private final DatabaseAddress database;
  private final Instant now = Instant.now();

  StoredRooms(DatabaseAddress database) {
    this.database = database;
  }

  /** A room; {@code options} are what it accepts of the facets that it does not leave open. */
  private record Room(
      UUID id,
      String category,
      Map<String, List<String>> options,
      Instant meetsAt,
      Instant openedAt,
      int capacity,
      String status,
      List<UUID> members) {}

  private static Map<String, List<String>> facets(String category) {
    return Objects.requireNonNull(FACETS.get(category));
  }

  private static UUID room(int number) {
    return new UUID(0x0198_0000_0002_7000L, 0x8000_0000_0000_0000L | number);
  }

  /**
   * Opens rooms with nobody in them but their hosts.
   *
   * @param from the number of the first one, and of its host; the others follow
   */
  List<UUID> open(int from, int count, int capacity) throws SQLException {
    List<Room> rooms =
        IntStream.range(from, from + count)
            .mapToObj(i ->
                new Room(
                    room(i),
                    "meal",
                    Map.of(),
                    now.plus(Duration.ofDays(30)),
                    now,
                    capacity,
                    "OPEN",
                    List.of(SignedInMembers.member(i))))
            .toList();
    try (Connection connection = database.connect()) {
      insert(connection, rooms);
    }
    return rooms.stream().map(Room::id).toList();
  }

  /**
   * Adds rooms as different from each other as those of a community: in all categories, some full,
   * some confirmed or cancelled, over the two months for which rooms can be opened.
   *
   * @param count how many rooms
   * @param members how many there are to be in them
   */
  void addCommunity(int count, int members) throws SQLException {
    try (Connection connection = database.connect()) {
      for (int part = 0; part < count; part += AT_ONCE) {
        insert(
            connection,
            IntStream.range(part, Math.min(count, part + AT_ONCE))
                .mapToObj(i -> ofCommunity(i, members))
                .toList());
      }
    }
  }

  private Room ofCommunity(int number, int members) {
    var random = new SplittableRandom(number);
    String category = List.of("meal", "meal", "meal", "study", "exercise").get(random.nextInt(5));
    Map<String, List<String>> options = new TreeMap<>();
    new TreeMap<>(facets(category))
        .forEach((facet, all) -> {
          List<String> some = all.stream().filter(one -> random.nextInt(2) == 0).toList();
          if (!some.isEmpty()) {
            options.put(facet, some);
          }
        });
    int capacity = 2 + random.nextInt(9);
    int first = random.nextInt(members);
    return new Room(
        room(number),
        category,
        options,
        now.plus(Duration.ofMinutes(60 + random.nextLong(LONGEST.toMinutes()))),
        now.minus(Duration.ofSeconds(random.nextLong(Duration.ofDays(30).toSeconds()))),
        capacity,
        List.of("OPEN", "OPEN", "OPEN", "OPEN", "OPEN", "OPEN", "CONFIRMED", "CANCELLED")
            .get(random.nextInt(8)),
        IntStream.range(0, 1 + random.nextInt(Math.min(5, capacity)))
            .mapToObj(seat -> SignedInMembers.member((first + seat) % members))
            .toList());
  }

  private static void insert(Connection connection, List<Room> rooms) throws SQLException {
    try (PreparedStatement row =
            connection.prepareStatement(
                "insert into rooms (id, version, host_id, title, description, category,"
                    + " match_condition, meets_at, capacity, anonymous, seats_given, has_free_seat,"
                    + " status, opened_at, hidden, facet_index)"
                    + " values (?, 1, ?, ?, '', ?, ?, ?, ?, false, ?, ?, ?, ?, false, ?)");
        PreparedStatement seat =
            connection.prepareStatement(
                "insert into seats (room_id, seat_number, member_id, taken_at)"
                    + " values (?, ?, ?, ?)");
        PreparedStatement facet =
            connection.prepareStatement(
                "insert into room_facets (room_id, facet, facet_value, category, status, meets_at,"
                    + " opened_at) values (?, ?, ?, ?, ?, ?, ?)")) {
      connection.setAutoCommit(false);
      for (Room room : rooms) {
        addRow(row, room);
        for (int i = 0; i < room.members.size(); i++) {
          seat.setObject(1, room.id);
          seat.setInt(2, i + 1);
          seat.setObject(3, room.members.get(i));
          setInstant(seat, 4, room.openedAt);
          seat.addBatch();
        }
        for (String pair : facetPairs(room)) {
          int equals = pair.indexOf('=');
          facet.setObject(1, room.id);
          facet.setString(2, pair.substring(0, equals));
          facet.setString(3, pair.substring(equals + 1));
          facet.setString(4, room.category);
          facet.setString(5, room.status);
          setInstant(facet, 6, room.meetsAt);
          setInstant(facet, 7, room.openedAt);
          facet.addBatch();
        }
      }
      row.executeBatch();
      seat.executeBatch();
      facet.executeBatch();
      connection.commit();
    }
  }

  private static void addRow(PreparedStatement row, Room room) throws SQLException {
    row.setObject(1, room.id);
    row.setObject(2, room.members.getFirst());
    row.setString(3, "Room " + (int) room.id.getLeastSignificantBits());
    row.setString(4, room.category);
    row.setString(5, condition(room));
    setInstant(row, 6, room.meetsAt);
    row.setInt(7, room.capacity);
    row.setInt(8, room.members.size());
    row.setBoolean(9, room.members.size() < room.capacity);
    row.setString(10, room.status);
    setInstant(row, 11, room.openedAt);
    row.setString(12, String.join(";", facetPairs(room)));
    row.addBatch();
  }

  private static void setInstant(PreparedStatement statement, int parameter, Instant instant)
      throws SQLException {
    statement.setTimestamp(parameter, Timestamp.from(instant), SignedInMembers.utc());
  }

  private static String condition(Room room) {
    return room.options.entrySet().stream()
        .map(facet ->
            ",\"%s\":{\"oneOf\":[\"%s\"]}"
                .formatted(facet.getKey(), String.join("\",\"", facet.getValue())))
        .collect(Collectors.joining("", "{\"$v\":1", "}"));
  }

  private static Set<String> facetPairs(Room room) {
    Set<String> pairs = new TreeSet<>();
    for (String facet : facets(room.category).keySet()) {
      room.options
          .getOrDefault(facet, List.of("*"))
          .forEach(value -> pairs.add(facet + "=" + value));
    }
    return pairs;
  }
}
