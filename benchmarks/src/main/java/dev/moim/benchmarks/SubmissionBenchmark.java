package dev.moim.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Measures how many match requests a Moim of its own takes over HTTP while the load comes from the
 * same machine: each by a different member, who has looked at the pools before, as the page does,
 * and stored in the file database of the default set-up before it is answered.
 *
 * <p>In the end Moim is killed under load, and what was answered with 201 is looked for in the
 * database: each must be there, and nobody may have two.
 */
public final class SubmissionBenchmark implements HttpLoad.Requests {
  private static final String[] PLACES = {"seocho", "gaepo", "out"};
  private static final String[] TIMES = {"breakfast", "lunch", "afternoon", "dinner", "midnight"};
  private static final String[] WAYS = {"delivery", "eat-out", "take-out"};
  private static final byte[] HEAD =
      ascii(
          "POST /api/v1/match-requests HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: application/json\r\nAuthorization: Bearer ");
  private static final byte[] LOOK =
      ascii("GET /api/v1/pools HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ");
  private static final byte[] LENGTH = ascii("\r\nContent-Length: ");
  private static final byte[] END = ascii("\r\n\r\n");
  private static final String LOCATION = "/api/v1/match-requests/";
  private static final int BODIES = 4096;

  /** So many look at the pools at the same time. */
  private static final int LOOKING = 32;

  /** Moim remembers the tokens of 200,000. */
  private static final int MOST_MEMBERS = 195_000;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Settings settings;
  private final List<Phase> phases;
  private final int total;
  private final byte[][] bodies;
  private final long[] latencies;
  private final short[] statuses;
  private final int[] senders;
  private final Members members;
  private final Map<UUID, Integer> accepted = new HashMap<>();
  private byte[][] tokens = {};
  private int refusedWithoutRetryAfter;
  private long startedAt;
  private int current;

  /**
   * How to measure.
   *
   * @param rate submissions a second; twice as many in the overload
   * @param percent of the usual length of each phase
   * @param warmUp seconds of a fifth of the load before it counts
   */
  private record Settings(Path moim, int rate, int percent, int warmUp, int connections) {}

  /** Some seconds of load; {@code from} is its first request. */
  private record Phase(String name, int rate, int seconds, int from, long startsAfter) {
    int requests() {
      return rate * seconds;
    }

    int to() {
      return from + requests();
    }

    long time(int number) {
      return startsAfter + (number - from) * SECOND / rate;
    }
  }

  /** Who submits next: who was refused some seconds ago, or else who has not been there yet. */
  private static final class Members {
    private static final long PAUSE = 5 * SECOND;

    private record Refused(int member, long at) {}

    private final ArrayDeque<Refused> refused = new ArrayDeque<>();
    private final int count;
    private int fresh;

    Members(int count) {
      this.count = count;
    }

    int next() {
      if (!refused.isEmpty() && System.nanoTime() - refused.getFirst().at > PAUSE) {
        return refused.removeFirst().member;
      }
      if (fresh == count) {
        throw new IllegalStateException("all " + count + " members have submitted");
      }
      return fresh++;
    }

    void refused(int member) {
      refused.add(new Refused(member, System.nanoTime()));
    }
  }

  private SubmissionBenchmark(Settings settings) {
    this.settings = settings;
    phases = phases(settings);
    total = phases.getLast().to();
    latencies = new long[total];
    statuses = new short[total];
    senders = new int[total];
    members = new Members(Math.min(total, MOST_MEMBERS));
    bodies = IntStream.range(0, BODIES).mapToObj(SubmissionBenchmark::body).toArray(byte[][]::new);
  }

  private static List<Phase> phases(Settings settings) {
    record Step(String name, double rate, int seconds) {}
    var phases = new ArrayList<Phase>();
    int from = 0;
    long start = 0;
    for (Step step :
        List.of(
            new Step("warm-up, growing", 0.1, 5),
            new Step("warm-up, growing", 0.2, settings.warmUp),
            new Step("warm-up", 0.8, 10),
            new Step("load", 1, 20),
            new Step("twice the load", 2, 10),
            new Step("load again, first second", 1, 1),
            new Step("load again", 1, 9),
            new Step("killed under load", 1, 3))) {
      int seconds = Math.max(1, step.seconds * settings.percent / 100);
      var phase = new Phase(step.name, (int) (settings.rate * step.rate), seconds, from, start);
      phases.add(phase);
      from = phase.to();
      start += seconds * SECOND;
    }
    return phases;
  }

  /** Takes the launcher, and pairs of an option and its value; see {@code benchmarks/run-http}. */
  public static void main(String[] arguments)
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    Map<String, Integer> options = new HashMap<>();
    for (int i = 1; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], Integer.valueOf(arguments[i + 1]));
    }
    new SubmissionBenchmark(
            new Settings(
                Path.of(arguments[0]),
                options.getOrDefault("--rate", 2_000),
                options.getOrDefault("--percent", 100),
                options.getOrDefault("--warm-up", 60),
                options.getOrDefault("--connections", 512)))
        .run();
  }

  /** One to two alternatives of each facet, always the same for the same number. */
  private static byte[] body(int number) {
    var random = new SplittableRandom(number);
    String json =
        "{\"category\":\"meal\",\"condition\":{\"place\":%s,\"time\":%s,\"way\":%s}}"
            .formatted(some(PLACES, random), some(TIMES, random), some(WAYS, random));
    return json.getBytes(StandardCharsets.US_ASCII);
  }

  private static String some(String[] options, SplittableRandom random) {
    int first = random.nextInt(options.length);
    int second = random.nextInt(options.length);
    return first == second || random.nextBoolean()
        ? "[\"%s\"]".formatted(options[first])
        : "[\"%s\",\"%s\"]".formatted(options[first], options[second]);
  }

  private void run()
      throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Path data = folder.path();
      MoimServer.start(settings.moim, data, Map.of()).close();
      System.err.printf("Adding %,d members who have signed in%n", members.count);
      var signedIn = new SignedInMembers(data, DatabaseAddress.inFolder(data), members.count);
      signedIn.insert();
      MoimServer server = MoimServer.start(settings.moim, data, Map.of());
      tokens = signedIn.tokens();
      List<List<String>> rows;
      try {
        look(server);
        rows = measure(server);
      } finally {
        server.kill();
      }
      report(rows, signedIn.stored(accepted));
    }
  }

  /** Each member looks at the pools, one after the other. */
  private void look(MoimServer server) throws IOException {
    var looks = new Looks(tokens);
    long start = System.nanoTime();
    try (HttpLoad load = new HttpLoad(server.port(), LOOKING, looks)) {
      load.send(0, tokens.length, number -> start);
    }
    double seconds = (double) (System.nanoTime() - start) / SECOND;
    System.err.printf(
        "%,d members looked at the pools, %,.0f/s%n", tokens.length, tokens.length / seconds);
    if (looks.good < tokens.length) {
      throw new IOException("%,d members could not look".formatted(tokens.length - looks.good));
    }
  }

  /** What members do before they submit. */
  private static final class Looks implements HttpLoad.Requests {
    private final byte[][] tokens;
    private int good;

    Looks(byte[][] tokens) {
      this.tokens = tokens;
    }

    @Override
    public void write(int number, ByteBuffer target) {
      target.put(LOOK).put(tokens[number]).put(END);
    }

    @Override
    public void answered(int number, int status, String head, String body) {
      good += status == 200 ? 1 : 0;
    }
  }

  /** The phases follow each other at once; the last one ends with the server. */
  private List<List<String>> measure(MoimServer server) throws IOException, InterruptedException {
    var cpu = new long[phases.size() + 1];
    var ownCpu = new long[phases.size() + 1];
    long start = System.nanoTime() + SECOND;
    Thread meter =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              for (int i = 0; i <= phases.size(); i++) {
                Phase phase = phases.get(Math.min(i, phases.size() - 1));
                long at =
                    start
                        + phase.startsAfter
                        + (i < phases.size() ? 0 : phase.seconds * SECOND - SECOND / 2);
                sleepUntil(at);
                cpu[i] = server.cpu();
                ownCpu[i] = MoimServer.ownCpu();
                System.err.printf(
                    "%s%n", i < phases.size() ? phase.name + ", " + phase.rate + "/s" : "kill");
              }
              server.kill();
            });
    try (HttpLoad load = new HttpLoad(server.port(), settings.connections, this)) {
      startedAt = start;
      load.send(0, total, number -> start + phaseOf(number).time(number));
    }
    meter.join();
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < phases.size(); i++) {
      Phase phase = phases.get(i);
      if (i > 0 && i < phases.size() - 1) {
        rows.add(row(phase, cpu[i + 1] - cpu[i], ownCpu[i + 1] - ownCpu[i]));
      }
    }
    return rows;
  }

  /** Numbers grow, so the phase is the last one or the next. */
  private Phase phaseOf(int number) {
    while (number >= phases.get(current).to()) {
      current++;
    }
    while (number < phases.get(current).from()) {
      current--;
    }
    return phases.get(current);
  }

  private static void sleepUntil(long nanoTime) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void write(int number, ByteBuffer target) {
    senders[number] = members.next();
    submit(bodies[number % BODIES], tokens[senders[number]], target);
  }

  /** Writes the whole request of a member who submits. */
  static void submit(byte[] body, byte[] token, ByteBuffer target) {
    target
        .put(HEAD)
        .put(token)
        .put(LENGTH)
        .put(Integer.toString(body.length).getBytes(StandardCharsets.US_ASCII))
        .put(END)
        .put(body);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void answered(int number, int status, String head, String body) {
    latencies[number] = System.nanoTime() - startedAt - phaseOf(number).time(number);
    statuses[number] = (short) status;
    if (status == 201) {
      int at = head.indexOf(LOCATION) + LOCATION.length();
      accepted.put(UUID.fromString(head.substring(at, at + 36)), senders[number]);
    } else if (status == 429) {
      members.refused(senders[number]);
      refusedWithoutRetryAfter += head.contains("\r\nRetry-After:") ? 0 : 1;
    }
  }

  private List<String> row(Phase phase, long cpu, long ownCpu) {
    Percentiles good = answeredWith(201, phase);
    Percentiles refusals = answeredWith(429, phase);
    int failed = phase.requests() - good.count() - refusals.count();
    return Markdown.row(
        phase.name,
        "%,d".formatted(phase.rate),
        "%,d".formatted(good.count() / phase.seconds),
        "%,d".formatted(refusals.count() / phase.seconds),
        failed == 0 ? "0" : "%,d %s".formatted(failed, failures(phase)),
        good.millis(0.5),
        good.millis(0.99),
        good.millis(0.999),
        good.millis(1),
        refusals.millis(0.99),
        "%.2f".formatted((double) cpu / (phase.seconds * SECOND)),
        "%.2f".formatted((double) ownCpu / (phase.seconds * SECOND)),
        "%,d".formatted(TimeUnit.NANOSECONDS.toMicros(cpu / phase.requests())));
  }

  private Percentiles answeredWith(int status, Phase phase) {
    return new Percentiles(
        IntStream.range(phase.from, phase.to())
            .filter(i -> statuses[i] == status)
            .mapToLong(i -> latencies[i]));
  }

  private Map<Short, Integer> failures(Phase phase) {
    Map<Short, Integer> failures = new HashMap<>();
    IntStream.range(phase.from, phase.to())
        .filter(i -> statuses[i] != 201 && statuses[i] != 429)
        .forEach(i -> failures.merge(statuses[i], 1, Integer::sum));
    return failures;
  }

  private void report(List<List<String>> rows, SignedInMembers.Stored stored) {
    Markdown.print(
        "Submitting match requests, %,d connections; times in ms".formatted(settings.connections),
        List.of(
            "phase",
            "offered/s",
            "201/s",
            "429/s",
            "failed",
            "p50",
            "p99",
            "p99.9",
            "max",
            "p99 of 429",
            "CPUs, server",
            "CPUs, load",
            "server µs/request"),
        rows);
    System.out.printf(
        "Answered with 201: %,d; of these not in the database after the kill: %,d. There are %,d"
            + " requests: %s. 429 without Retry-After: %,d%n",
        accepted.size(), stored.missing(), stored.all(), stored.states(), refusedWithoutRetryAfter);
    if (stored.missing() > 0) {
      throw new IllegalStateException("what was answered is lost");
    }
  }
}
