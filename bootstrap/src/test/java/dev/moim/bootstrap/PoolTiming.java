package dev.moim.bootstrap;

import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.shared.EventConsumer;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestMatched;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.TemporaryFolders;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * How long it takes from the request that completes a pair until both are told of their meeting, in
 * the whole program with its file database and without HTTP.
 *
 * <p>After {@code ./mvnw test-compile dependency:build-classpath
 * -Dmdep.outputFile=target/class-path -pl bootstrap -am} run it with {@code java -cp
 * bootstrap/target/test-classes:bootstrap/target/classes:$(cat bootstrap/target/class-path)
 * dev.moim.bootstrap.PoolTiming}.
 */
final class PoolTiming {
  private static final int RATE = 200;
  private static final int WARM_UP_SECONDS = 60;
  private static final int SECONDS = 30;
  private static final int PAIRED = RATE * (WARM_UP_SECONDS + SECONDS);
  private static final List<String> PLACES = List.of("seocho", "gaepo", "out");
  private static final List<String> TIMES =
      List.of("breakfast", "lunch", "afternoon", "dinner", "midnight");
  private static final List<String> WAYS = List.of("delivery", "eat-out", "take-out");

  private final Path folder;
  private final Map<MatchRequestId, Long> submitted = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();

  private record Told(MatchRequestId request, MeetingId meeting, long at) {}

  private PoolTiming(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws SQLException {
    new PoolTiming(TemporaryFolders.create("moim-timing-")).measure();
    System.exit(0);
  }

  private void measure() throws SQLException {
    try (ConfigurableApplicationContext moim = start()) {
      insertMembers(moim.getBean(DataSource.class));
      submitPairs(moim);
    }
  }

  private ConfigurableApplicationContext start() {
    EventConsumer timing =
        EventConsumer.named("timing")
            .on(
                MatchRequestMatched.class,
                (id, e) -> told.add(new Told(e.request(), e.meeting(), System.nanoTime())))
            .build();
    return new SpringApplicationBuilder(WebApplication.class)
        .properties("server.port=0", "moim.data=" + folder)
        .initializers(context -> {
          if (context instanceof GenericApplicationContext beans) {
            beans.registerBean("timing", EventConsumer.class, () -> timing);
          }
        })
        .run();
  }

  private static MemberId member(int number) {
    return new MemberId(new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L | number));
  }

  private static void insertMembers(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement members =
            connection.prepareStatement(
                "insert into members (id, version, nickname, nickname_key, email, email_key,"
                    + " email_verified, password_hash, language, time_zone, role, joined_at)"
                    + " values (?, 1, ?, ?, ?, ?, true, 'none', 'EN', 'Asia/Seoul', 'MEMBER', ?)")) {
      for (int i = 0; i < PAIRED; i++) {
        members.setObject(1, member(i).value());
        members.setString(2, "timing-" + i);
        members.setString(3, "timing-nickname-" + i);
        members.setString(4, "timing-" + i + "@example.org");
        members.setString(5, "timing-email-" + i);
        members.setObject(6, Instant.now().atOffset(ZoneOffset.UTC));
        members.addBatch();
      }
      members.executeBatch();
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }

  private void submit(SubmitMatchRequest use, int number, Map<String, FacetInput> condition) {
    long start = System.nanoTime();
    MatchRequestId id =
        use.submit(
                new SubmitMatchRequest.Command(
                    new Caller(member(number), Role.MEMBER),
                    "meal",
                    condition,
                    Optional.of(2),
                    Optional.of(2),
                    Optional.empty()))
            .request()
            .id();
    submitted.put(id, start);
  }

  private void submitPairs(ConfigurableApplicationContext moim) {
    SubmitMatchRequest use = moim.getBean(SubmitMatchRequest.class);
    var random = new SplittableRandom(1);
    long start = System.nanoTime();
    try (ExecutorService members = Executors.newCachedThreadPool()) {
      for (int i = 0; i < PAIRED; i++) {
        Map<String, FacetInput> condition =
            Map.of(
                "place", one(PLACES, random), "time", one(TIMES, random), "way", one(WAYS, random));
        int number = i;
        sleepUntil(start + TimeUnit.SECONDS.toNanos(i) / RATE);
        members.execute(() -> submit(use, number, condition));
      }
    }
    report(start + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS));
  }

  private static FacetInput one(List<String> options, SplittableRandom random) {
    return new FacetInput.Choice(List.of(options.get(random.nextInt(options.size()))));
  }

  private static void sleepUntil(long nanoTime) {
    while (System.nanoTime() < nanoTime) {
      LockSupport.parkNanos(nanoTime - System.nanoTime());
    }
  }

  /** Of pairs that were completed after the warm-up. */
  private void report(long from) {
    long[] nanos =
        told.stream().collect(Collectors.groupingBy(Told::meeting)).values().stream()
            .filter(pair -> pair.size() == 2)
            .filter(pair -> completedAt(pair) >= from)
            .mapToLong(
                pair -> pair.stream().mapToLong(Told::at).max().orElseThrow() - completedAt(pair))
            .sorted()
            .toArray();
    System.out.printf(
        "%d requests/s: %,d pairs, told after p50 %.1f, p99 %.1f, at most %.1f ms%n",
        RATE, nanos.length, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 1));
  }

  private long completedAt(List<Told> pair) {
    return pair.stream().mapToLong(each -> submitted.get(each.request)).max().orElseThrow();
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }
}
