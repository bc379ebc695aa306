package dev.moim.bootstrap;

import dev.moim.domain.shared.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the demo's members do over HTTP while the program is trained, all at the same time. */
final class Practice {
  private static final int MEMBERS = 6;
  private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");

  /** What a member at a screen never gets: then this class has to follow the API. */
  private static final Set<Integer> WRONG = Set.of(400, 401, 403, 405, 415, 422, 500);

  private static final List<String> PLACES = List.of("seocho", "gaepo", "out");
  private static final List<String> TIMES = List.of("breakfast", "lunch", "dinner");
  private static final List<String> SPORTS = List.of("football", "running", "climbing");
  private static final List<String> PAGES = List.of("/", "/api/v1/categories");
  private static final List<String> LOOKS =
      List.of(
          "/pools",
          "/rooms",
          "/rooms?category=meal&hasSeats=true",
          "/rooms?mine&sort=newest",
          "/match-requests",
          "/meetings",
          "/notifications",
          "/members/me");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final Clock clock;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger joined = new AtomicInteger();

  Practice(int port, Clock clock) {
    this.clock = clock;
    base = URI.create("http://localhost:" + port);
  }

  /**
   * Goes on for some time; returns how many requests were sent.
   *
   * @throws IllegalStateException if somebody can't even sign in, or nobody could join a room
   */
  int run(Duration time) throws InterruptedException {
    Instant end = clock.now().plus(time);
    try (ExecutorService members = Executors.newFixedThreadPool(MEMBERS)) {
      List<Future<?>> busy =
          IntStream.rangeClosed(1, MEMBERS)
              .<Future<?>>mapToObj(number -> members.submit(() -> practise(number, end)))
              .toList();
      for (Future<?> each : busy) {
        each.get();
      }
      if (joined.get() == 0) {
        throw new IllegalStateException("nobody could join a room");
      }
      return requests.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the training failed", e.getCause());
    }
  }

  private void practise(int number, Instant end) {
    var random = new SplittableRandom(number);
    String token = signIn(number);
    do {
      PAGES.forEach(path -> send("GET", path, "", token));
      LOOKS.forEach(path -> api("GET", path, "", token));
      meet(token, random);
      gather(token, random);
    } while (clock.now().isBefore(end));
    // Who waits when the program is started again.
    api("POST", "/match-requests", exercise(random), token);
  }

  private String signIn(int number) {
    HttpResponse<String> answer =
        api(
            "POST",
            "/sessions",
            "{\"email\": \"demo-%d@moim.example\", \"password\": \"%s\"}"
                .formatted(number, DemoData.PASSWORD),
            "");
    Matcher found = TOKEN.matcher(answer.body());
    if (!found.find()) {
      throw new IllegalStateException("nobody can sign in: " + answer.statusCode());
    }
    return found.group(1);
  }

  /** Looks for company, and changes their mind unless some was found. */
  private void meet(String token, SplittableRandom random) {
    for (String wish : List.of(meal(random), exercise(random))) {
      HttpResponse<String> submitted = api("POST", "/match-requests", wish, token);
      submitted
          .headers()
          .firstValue("Location")
          .ifPresent(request -> {
            send("GET", request, "", token);
            send("DELETE", request, "", token);
          });
    }
  }

  /** Opens a room, sits down in somebody else's, and leaves both. */
  private void gather(String token, SplittableRandom random) {
    api("POST", "/rooms", room(random), token)
        .headers()
        .firstValue("Location")
        .ifPresent(room -> {
          send("GET", room, "", token);
          send("POST", room + "/comments", "{\"text\": \"Hello\"}", token);
          send("DELETE", room + "/members/me", "", token);
        });
    JsonNode rooms =
        JsonMapper.shared().readTree(api("GET", "/rooms?hasSeats=true", "", token).body());
    for (JsonNode room : rooms.required("items").values()) {
      // Others may take the seat meanwhile, or leave the room, which ends it.
      if (!room.required("joined").asBoolean() && sitsDown(room.required("id").asString(), token)) {
        return;
      }
    }
  }

  private boolean sitsDown(String room, String token) {
    String members = "/rooms/" + room + "/members";
    boolean sits = api("POST", members, "", token).statusCode() == HttpStatus.OK.value();
    if (sits) {
      joined.incrementAndGet();
      api("DELETE", members + "/me", "", token);
    }
    return sits;
  }

  private static String meal(SplittableRandom random) {
    return "{\"category\": \"meal\", \"condition\": {\"place\": [\"%s\"], \"time\": [\"%s\"]}}"
        .formatted(one(PLACES, random), one(TIMES, random));
  }

  private String exercise(SplittableRandom random) {
    Instant from = clock.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(24));
    return ("{\"category\": \"exercise\", \"size\": {\"min\": 12, \"max\": 12}, \"condition\":"
            + " {\"sport\": [\"%s\"], \"level\": {\"from\": 1, \"to\": 3},"
            + " \"when\": {\"from\": \"%s\", \"to\": \"%s\"}}}")
        .formatted(one(SPORTS, random), from, from.plus(Duration.ofHours(2)));
  }

  private String room(SplittableRandom random) {
    return ("{\"title\": \"Training\", \"category\": \"meal\", \"condition\":"
            + " {\"place\": [\"%s\"]}, \"meetsAt\": \"%s\", \"capacity\": 4}")
        .formatted(one(PLACES, random), clock.now().plus(Duration.ofHours(5)));
  }

  private static String one(List<String> options, SplittableRandom random) {
    return options.get(random.nextInt(options.size()));
  }

  private HttpResponse<String> api(String method, String path, String body, String token) {
    return send(method, "/api/v1" + path, body, token);
  }

  private HttpResponse<String> send(String method, String path, String body, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(method, BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      requests.incrementAndGet();
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (WRONG.contains(answer.statusCode())) {
        throw new IllegalStateException(
            "%s %s was answered with %d: %s"
                .formatted(method, path, answer.statusCode(), answer.body()));
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
