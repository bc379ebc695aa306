package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moim.testkit.shared.Race;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Somebody with many addresses guesses passwords, over HTTP; only guesses are limited here. */
@SpringBootTest(
    classes = WebApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"moim.trusted-proxies=127.0.0.1,::1", "moim.members.longest-delay=2s"})
class GuessingTest {
  private static final Logger log = LoggerFactory.getLogger(GuessingTest.class);

  private static final int THREADS = 16;
  private static final int GUESSES = 5_000 * Integer.getInteger("moim.tests.percent", 100) / 100;
  private static final int FREE = 5;
  private static final int UNKNOWN = 100;
  private static final int LONGEST_DELAY_SECONDS = 2;
  private static final int TRIES = 3;

  /** Of the heap, for each guess: what is remembered of an address, and what a collector leaves. */
  private static final long MOST_GROWTH_BYTES_EACH = 3_300;

  private static final long MOST_GROWTH_MEBIBYTES =
      Math.max(8, (2L * GUESSES * MOST_GROWTH_BYTES_EACH) >> 20);

  private static final String DEVICE = "__Host-moim-device";
  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void ownDataFolder(DynamicPropertyRegistry registry) {
    registry.add("moim.data", RunningMoim::newFolder);
    RunningMoim.LET_IN.forEach((key, value) -> registry.add(key, () -> value));
    RunningMoim.NO_LIMIT.stream()
        .filter(key -> !key.equals("moim.members.free-guesses"))
        .forEach(key -> registry.add(key, () -> 1_000_000));
  }

  /** How a flood of guesses was answered. */
  private record Tally(Map<String, Integer> answers, List<Long> sortedNanos, Duration took) {
    Duration quantile(double share) {
      return Duration.ofNanos(sortedNanos.get((int) (share * (sortedNanos.size() - 1))));
    }

    int of(String answer) {
      return answers.getOrDefault(answer, 0);
    }

    /** So many guesses of one account at the most are looked at in that time. */
    long mostLookedAt() {
      return FREE + 1 + took.toSeconds();
    }
  }

  private static String newAddress() {
    int number = ADDRESSES.incrementAndGet();
    return "10." + (number >> 16) + "." + ((number >> 8) & 255) + "." + (number & 255);
  }

  private static Api.Answer signIn(Api api, String email, String password, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "X-Forwarded-For";
    all[headers.length + 1] = newAddress();
    return api.post("/sessions", Map.of("email", email, "password", password), all);
  }

  private static Api.Answer guess(Api api, String email) {
    return signIn(api, email, "wrong horse battery");
  }

  /** Each guess comes from another address, and nothing but the figures is kept. */
  private static Tally flood(Api api, int guesses, IntFunction<String> email) {
    Map<String, Integer> answers = new ConcurrentHashMap<>();
    AtomicLongArray nanos = new AtomicLongArray(guesses);
    long start = System.nanoTime();
    Race.of(
            THREADS,
            thread -> {
              for (int i = thread; i < guesses; i += THREADS) {
                long before = System.nanoTime();
                Api.Answer answer = guess(api, email.apply(i));
                nanos.set(i, System.nanoTime() - before);
                answers.merge(shown(answer), 1, Integer::sum);
              }
              return true;
            })
        .forEach(outcome -> assertThat(outcome.failure()).isEmpty());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    List<Long> sorted = IntStream.range(0, guesses).mapToObj(nanos::get).sorted().toList();
    return new Tally(Map.copyOf(answers), sorted, took);
  }

  private static String shown(Api.Answer answer) {
    String retryAfter = answer.header("Retry-After");
    return answer.status() + " " + answer.code() + (retryAfter.isEmpty() ? "" : " " + retryAfter);
  }

  private static void wereRefused(String what, Tally tally, int accounts) {
    log.info(
        "{}: {} guesses in {} ms: {}; median {} ms, 99 % within {} ms, all within {} ms",
        what,
        GUESSES,
        tally.took.toMillis(),
        tally.answers,
        tally.quantile(0.5).toMillis(),
        tally.quantile(0.99).toMillis(),
        tally.quantile(1).toMillis());
    int wrong = tally.of("401 WRONG_CREDENTIALS");
    int tooMany =
        tally.of("429 TOO_MANY_REQUESTS 1")
            + tally.of("429 TOO_MANY_REQUESTS " + LONGEST_DELAY_SECONDS);
    assertThat(wrong + tooMany).as(tally.answers.toString()).isEqualTo(GUESSES);
    assertThat((long) wrong).isBetween((long) FREE, accounts * tally.mostLookedAt());
  }

  private static long heapMebibytes() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() >> 20;
  }

  @Test
  void ten_thousand_guesses_from_as_many_addresses_keep_the_owner_out_for_seconds_at_most() {
    Api api = Api.at(port);
    api.signUp("owner");
    String known = "owner@example.org";
    String device = signIn(api, known, Api.PASSWORD).cookie(DEVICE);
    flood(api, GUESSES / 10, i -> "rehearsal@example.org");
    long before = heapMebibytes();

    List<Race.Outcome<Tally>> both =
        Race.of(
            2,
            i -> i == 0 ? flood(api, GUESSES, guess -> known) : ownersSignIns(api, known, device));
    Tally attack = both.getFirst().result().orElseThrow();
    Tally owner = both.getLast().result().orElseThrow();
    Tally unknown = flood(api, GUESSES, GuessingTest::unknown);

    wereRefused("at one account", attack, 1);
    wereRefused("at " + UNKNOWN + " addresses without account", unknown, UNKNOWN);
    log.info(
        "The owner's device meanwhile: {}, all within {} ms",
        owner.answers,
        owner.quantile(1).toMillis());
    assertThat(owner.answers).isEqualTo(Map.of("200 ", owner.sortedNanos.size()));
    assertThat(owner.took).isLessThan(attack.took);
    long after = heapMebibytes();
    log.info("The heap: {} MiB before, {} MiB after", before, after);
    assertThat(after - before).isLessThan(MOST_GROWTH_MEBIBYTES);
  }

  /** On a device that is known, from addresses that are not. */
  private static Tally ownersSignIns(Api api, String email, String device) {
    Map<String, Integer> answers = new ConcurrentHashMap<>();
    int signIns = 10;
    long[] nanos = new long[signIns];
    long start = System.nanoTime();
    for (int i = 0; i < signIns; i++) {
      long before = System.nanoTime();
      answers.merge(shown(signIn(api, email, Api.PASSWORD, "Cookie", device)), 1, Integer::sum);
      nanos[i] = System.nanoTime() - before;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Tally(answers, Arrays.stream(nanos).sorted().boxed().toList(), took);
  }

  private static String unknown(int guess) {
    return "nobody-" + new SplittableRandom(guess).nextInt(UNKNOWN) + "@example.org";
  }

  @Test
  void after_an_attack_the_owner_on_a_new_device_waits_as_told_and_is_in() {
    Api api = Api.at(port);
    api.signUp("traveller");
    String email = "traveller@example.org";
    flood(api, GUESSES / 10, i -> email);

    int tries = 1;
    Api.Answer answer = signIn(api, email, Api.PASSWORD);
    while (answer.status() == 429 && tries < TRIES) {
      long seconds = Long.parseLong(answer.header("Retry-After"));
      assertThat(seconds).isBetween(1L, (long) LONGEST_DELAY_SECONDS);
      await().pollDelay(Duration.ofSeconds(seconds)).until(() -> true);
      answer = signIn(api, email, Api.PASSWORD);
      tries++;
    }

    log.info("The owner on a new device was in at try {}", tries);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  @Test
  void an_unknown_address_is_answered_like_a_wrong_password() {
    Api api = Api.at(port);
    api.signUp("known");

    for (int i = 0; i < FREE + 1; i++) {
      Api.Answer known = guess(api, "known@example.org");
      Api.Answer unknown = guess(api, "unknown@example.org");

      assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(i < FREE ? 401 : 429);
      assertThat(told(unknown)).isEqualTo(told(known));
      assertThat(unknown.response().headers().map().keySet())
          .isEqualTo(known.response().headers().map().keySet());
      assertThat(unknown.header("Retry-After")).isEqualTo(known.header("Retry-After"));
    }
  }

  /** All that is said, but for the request's own number. */
  private static String told(Api.Answer answer) {
    return answer.response().body().replace(answer.text("traceId"), "");
  }
}
