package dev.moim.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** A Moim with so many rooms, and a member who asks for one page of them after the other. */
final class RoomLists implements Closeable {
  private static final int MEMBERS = 1_000;
  private static final int PAGE = 20;
  private static final int LARGEST_PAGE = 100;

  /** "Page 1,000" is the one after so many rooms. */
  private static final int BEFORE_FAR_PAGE = 999 * PAGE;

  private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

  private final MoimServer server;
  private final byte[] token;
  private final Map<View, String> queries = new EnumMap<>(View.class);

  /** A page that is asked for; its title is for people. */
  enum View {
    SOONEST("soonest", ""),
    NEWEST("newest", "&sort=newest"),
    CATEGORY("of a category", "&category=meal"),
    FACETS("by two facets", "&category=meal&place=gaepo%7Cseocho&time=lunch%7Cdinner"),
    FROM_TO("of some weeks", "&from=%s&to=%s".formatted(day(10), day(40))),
    PAGE_1000("page 1,000", "");

    final String title;
    private final String query;

    View(String title, String query) {
      this.title = title;
      this.query = query;
    }

    private static Instant day(int number) {
      return Instant.now().plus(Duration.ofDays(number)).truncatedTo(ChronoUnit.SECONDS);
    }
  }

  /**
   * Fills a database with nothing in it, and starts a Moim on it.
   *
   * @param settings of the Moim, as environment variables
   */
  RoomLists(Path moim, Path data, DatabaseAddress database, Map<String, String> settings, int rooms)
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    Map<String, String> all = new HashMap<>(database.settings());
    all.putAll(settings);
    MoimServer.start(moim, data, all).close();
    var members = new SignedInMembers(data, database, MEMBERS);
    members.insert();
    new StoredRooms(database).addCommunity(rooms, MEMBERS);
    database.execute(settled(database));
    server = MoimServer.start(moim, data, all);
    token = members.tokens()[0];
    for (View view : View.values()) {
      if (view != View.PAGE_1000) {
        queries.put(view, view.query);
      } else if (rooms > BEFORE_FAR_PAGE) {
        queries.put(view, "&cursor=" + cursorAfter(BEFORE_FAR_PAGE));
      }
    }
  }

  /** What a database does by itself some time after many rows have come, and not while measured. */
  private static String settled(DatabaseAddress database) {
    if (database.isMariaDb()) {
      return "analyze table rooms, seats, room_facets";
    }
    return database.isPostgres() ? "vacuum analyze" : "analyze";
  }

  private String cursorAfter(int rooms) throws IOException {
    String cursor = "";
    try (PageReader pages = new PageReader(server, token)) {
      for (int left = rooms; left > 0; left -= Math.min(left, LARGEST_PAGE)) {
        String page =
            pages.read(Math.min(left, LARGEST_PAGE), cursor.isEmpty() ? "" : "&cursor=" + cursor);
        Matcher next = CURSOR.matcher(page);
        if (!next.find()) {
          throw new IOException("there is no page after " + (rooms - left) + " rooms");
        }
        cursor = next.group(1);
      }
    }
    return cursor;
  }

  /**
   * Asks several for each view they have, for some time; returns what it took, in their order. They
   * take turns, a few pages each, so that whatever else the machine does is the same for all. Each
   * time over new connections, since servers close those that nobody uses.
   */
  static List<Map<View, Percentiles>> ask(List<RoomLists> some, int seconds) throws IOException {
    List<PageReader> readers = new ArrayList<>();
    List<Map<View, LongStream.Builder>> times = new ArrayList<>();
    try {
      for (RoomLists one : some) {
        readers.add(new PageReader(one.server, one.token));
        times.add(new EnumMap<>(View.class));
      }
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      do {
        for (int i = 0; i < some.size(); i++) {
          some.get(i).ask(readers.get(i), times.get(i));
        }
      } while (System.nanoTime() < end);
    } finally {
      for (PageReader reader : readers) {
        reader.close();
      }
    }
    return times.stream().map(RoomLists::percentiles).toList();
  }

  /** The first page does not count: it finds a server that has been asked for nothing lately. */
  private void ask(PageReader pages, Map<View, LongStream.Builder> times) throws IOException {
    pages.read(PAGE, "");
    for (Map.Entry<View, String> query : queries.entrySet()) {
      long start = System.nanoTime();
      pages.read(PAGE, query.getValue());
      times
          .computeIfAbsent(query.getKey(), key -> LongStream.builder())
          .add(System.nanoTime() - start);
    }
  }

  private static Map<View, Percentiles> percentiles(Map<View, LongStream.Builder> times) {
    Map<View, Percentiles> result = new EnumMap<>(View.class);
    times.forEach((view, each) -> result.put(view, new Percentiles(each.build())));
    return result;
  }

  @Override
  public void close() {
    server.close();
  }

  /** Asks for one page after the other over one connection. */
  private static final class PageReader implements HttpLoad.Requests, AutoCloseable {
    private final HttpLoad connection;
    private final byte[] token;
    private String path = "";
    private int expected;
    private String page = "";

    PageReader(MoimServer server, byte[] token) throws IOException {
      connection = new HttpLoad(server.port(), 1, this);
      this.token = token;
    }

    String read(int limit, String query) throws IOException {
      path = "/api/v1/rooms?limit=" + limit + query;
      expected = limit;
      page = "";
      connection.send(0, 1, number -> 0);
      if (page.isEmpty()) {
        throw new IOException("no page of " + path);
      }
      return page;
    }

    @Override
    public void write(int number, ByteBuffer target) {
      target.put(
          "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(path, new String(token, StandardCharsets.US_ASCII))
              .getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void answered(int number, int status, String head, String body) {
      if (status == 200 && body.split("\"meetsAt\"", -1).length - 1 == expected) {
        page = body;
      } else {
        System.err.printf("%03d of %s: %,d bytes%n", status, path, body.length());
      }
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }
}
