package dev.moim.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how soon those who wait for a group are back in the engine after a Moim was killed. They
 * wait for groups of twelve, in so many cells of place, sport, level and hour that no twelve are
 * found. See {@code benchmarks/run-restart}.
 */
public final class RestartBenchmark implements HttpLoad.Requests {
  private static final List<String> PLACES = List.of("seocho", "gaepo", "out");
  private static final List<String> SPORTS =
      List.of("football", "running", "climbing", "badminton");
  private static final int LEVELS = 5;
  private static final int HOURS = 24;

  /** Of groups of twelve. */
  private static final int IN_A_CELL = 7;

  private static final int WAITING = HOURS * PLACES.size() * SPORTS.size() * LEVELS * IN_A_CELL;

  private static final int CONNECTIONS = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern BACK =
      Pattern.compile("The pool exercise is matched, after (PT[0-9.]+S)");

  private final Path moim;
  private final int restarts;
  private final Instant first =
      Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(30));
  private byte[][] tokens = {};
  private int accepted;

  private RestartBenchmark(Path moim, int restarts) {
    this.moim = moim;
    this.restarts = restarts;
  }

  /** Takes the launcher, and how often to restart. */
  public static void main(String[] arguments)
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    new RestartBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1])).run();
  }

  private void run()
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Path data = folder.path();
      MoimServer.start(moim, data, Map.of()).close();
      System.err.printf("Having %,d members wait%n", WAITING);
      var members = new SignedInMembers(data, DatabaseAddress.inFolder(data), WAITING);
      members.insert();
      tokens = members.tokens();
      haveThemWait(data);
      List<List<String>> rows = new ArrayList<>();
      for (int i = 1; i <= restarts; i++) {
        System.err.printf("Restart %d of %d%n", i, restarts);
        rows.add(restart(i, data));
      }
      Markdown.print(
          "Restarts with %,d who wait".formatted(WAITING),
          List.of("restart", "ready after", "they are back, after the pool's thread began"),
          rows);
    }
  }

  private void haveThemWait(Path data) throws IOException, InterruptedException {
    MoimServer server = MoimServer.start(moim, data, Map.of());
    try (HttpLoad load = new HttpLoad(server.port(), CONNECTIONS, this)) {
      long start = System.nanoTime();
      load.send(0, WAITING, number -> start);
    } finally {
      server.kill();
    }
    if (accepted < WAITING) {
      throw new IOException("%,d of %,d could not wait".formatted(WAITING - accepted, WAITING));
    }
  }

  private List<String> restart(int number, Path data) throws IOException, InterruptedException {
    Path log = data.resolve("restart-%d.log".formatted(number));
    long before = System.nanoTime();
    MoimServer server =
        MoimServer.start(moim, data, Map.of(), ProcessBuilder.Redirect.to(log.toFile()));
    try {
      long ready = System.nanoTime();
      Duration back = back(log);
      return Markdown.row(
          "" + number,
          "%.1f s".formatted((double) (ready - before) / TimeUnit.SECONDS.toNanos(1)),
          "%.2f s".formatted(back.toMillis() / 1e3));
    } finally {
      server.kill();
    }
  }

  private static Duration back(Path log) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<Duration> found = found(log);
      if (found.isPresent()) {
        return found.get();
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IOException("the pool is not back after " + PATIENCE);
  }

  private static Optional<Duration> found(Path log) throws IOException {
    Matcher matcher = BACK.matcher(Files.exists(log) ? Files.readString(log) : "");
    return matcher.find() ? Optional.of(Duration.parse(matcher.group(1))) : Optional.empty();
  }

  private byte[] body(int number) {
    int cell = number / IN_A_CELL;
    int level = 1 + cell % LEVELS;
    Instant from = first.plus(Duration.ofHours(cell / LEVELS % HOURS));
    int other = cell / LEVELS / HOURS;
    return ("{\"category\":\"exercise\",\"size\":{\"min\":12,\"max\":12},\"condition\":"
            + "{\"place\":[\"%s\"],\"sport\":[\"%s\"],\"level\":{\"from\":%d,\"to\":%d},"
            + "\"when\":{\"from\":\"%s\",\"to\":\"%s\"}}}")
        .formatted(
            PLACES.get(other % PLACES.size()),
            SPORTS.get(other / PLACES.size()),
            level,
            level,
            from,
            from.plus(Duration.ofHours(1)))
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void write(int number, ByteBuffer target) {
    SubmissionBenchmark.submit(body(number), tokens[number], target);
  }

  @Override
  public void answered(int number, int status, String head, String body) {
    if (status == 201) {
      accepted++;
    } else {
      System.err.printf("%03d: %s%n", status, body);
    }
  }
}
