package dev.moim.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** What a page of rooms costs over HTTP, by one member who asks for one after the other. */
final class RoomLists {
  private static final int MEMBERS = 1_000;
  private static final int PAGE = 20;

  /**
   * Seconds, never fewer: a server that is still being compiled tells nothing about its database.
   */
  private static final int WARM_UP = 20;

  private static final int LARGEST_PAGE = 100;

  /** "Page 1,000" is the one after so many rooms. */
  private static final int BEFORE_FAR_PAGE = 999 * PAGE;

  private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

  private final Path moim;
  private final DatabaseAddress database;
  private final Map<String, String> settings;
  private final Path data;
  private final SignedInMembers members;
  private int rooms;

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
   * On a database with nothing in it.
   *
   * @param settings of the Moim on it, as environment variables
   */
  RoomLists(Path moim, Path data, DatabaseAddress database, Map<String, String> settings)
      throws IOException, SQLException, InterruptedException {
    this.moim = moim;
    this.database = database;
    this.data = data;
    this.settings = new HashMap<>(database.settings());
    this.settings.putAll(settings);
    members = new SignedInMembers(data, database, MEMBERS);
    start().close();
    members.insert();
  }

  private MoimServer start() throws IOException, InterruptedException {
    return MoimServer.start(moim, data, settings);
  }

  /**
   * Adds rooms until there are so many, and asks for each view for some seconds when it is warm;
   * the far page only if there is one.
   */
  Map<View, Percentiles> measure(int count, int seconds)
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    new StoredRooms(database).addCommunity(rooms, count, MEMBERS);
    rooms = count;
    database.execute(settled());
    try (MoimServer server = start();
        var pages = new PageReader(server, members.tokens()[0])) {
      Map<View, String> queries = new EnumMap<>(View.class);
      for (View view : View.values()) {
        if (view != View.PAGE_1000) {
          queries.put(view, view.query);
        } else if (count > BEFORE_FAR_PAGE) {
          queries.put(view, "&cursor=" + cursorAfter(pages, BEFORE_FAR_PAGE));
        }
      }
      ask(pages, queries, WARM_UP);
      return ask(pages, queries, seconds);
    }
  }

  /** What a database does by itself some time after many rows have come, and not while measured. */
  private String settled() {
    if (database.isMariaDb()) {
      return "analyze table rooms, seats, room_facets";
    }
    return database.isPostgres() ? "vacuum analyze" : "analyze";
  }

  private static String cursorAfter(PageReader pages, int rooms) throws IOException {
    String cursor = "";
    for (int left = rooms; left > 0; left -= Math.min(left, LARGEST_PAGE)) {
      String page =
          pages.read(Math.min(left, LARGEST_PAGE), cursor.isEmpty() ? "" : "&cursor=" + cursor);
      Matcher next = CURSOR.matcher(page);
      if (!next.find()) {
        throw new IOException("there is no page after " + (rooms - left) + " rooms");
      }
      cursor = next.group(1);
    }
    return cursor;
  }

  /** In turns, so that whatever else the machine does is the same for all. */
  private static Map<View, Percentiles> ask(
      PageReader pages, Map<View, String> queries, int seconds) throws IOException {
    Map<View, LongStream.Builder> times = new EnumMap<>(View.class);
    queries.keySet().forEach(view -> times.put(view, LongStream.builder()));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    do {
      for (Map.Entry<View, String> query : queries.entrySet()) {
        long start = System.nanoTime();
        pages.read(PAGE, query.getValue());
        Objects.requireNonNull(times.get(query.getKey())).add(System.nanoTime() - start);
      }
    } while (System.nanoTime() < end);
    Map<View, Percentiles> result = new EnumMap<>(View.class);
    times.forEach((view, each) -> result.put(view, new Percentiles(each.build())));
    return result;
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
