package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.moim.testkit.shared.Race;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole program with its limits as they are by default, over real HTTP. */
@SpringBootTest(classes = WebApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(LimitsTest.Time.class)
class LimitsTest {
  private static final int REQUESTS = 100;

  @LocalServerPort private int port;
  @Autowired private SettableTicker ticker;

  @DynamicPropertySource
  static void ownDataFolder(DynamicPropertyRegistry registry) {
    registry.add("moim.data", RunningMoim::newFolder);
    RunningMoim.LET_IN.forEach((key, value) -> registry.add(key, () -> value));
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Time {
    @Bean
    @Primary
    SettableTicker settableTicker() {
      return new SettableTicker();
    }
  }

  /** The machine's time, which can be stopped and set forward. */
  static final class SettableTicker implements Ticker {
    private final AtomicReference<Ticker> source = new AtomicReference<>(Ticker.systemTicker());

    @Override
    public long read() {
      return source.get().read();
    }

    void stop() {
      setTo(read());
    }

    void advance(Duration time) {
      setTo(read() + time.toNanos());
    }

    void run() {
      Ticker system = Ticker.systemTicker();
      long ahead = read() - system.read();
      source.set(() -> system.read() + ahead);
    }

    private void setTo(long nanos) {
      source.set(() -> nanos);
    }
  }

  private static List<Api.Answer> burst(Api member) {
    return Race.of(REQUESTS, i -> member.get("/members/me")).stream()
        .map(answer -> answer.result().orElseThrow())
        .toList();
  }

  private static String header(Api.Answer answer, String name) {
    return answer.response().headers().firstValue(name).orElse("");
  }

  private static Stream<Api.Answer> passed(List<Api.Answer> answers) {
    return answers.stream().filter(answer -> answer.status() == 200);
  }

  private static Stream<Api.Answer> refused(List<Api.Answer> answers) {
    return answers.stream().filter(answer -> answer.status() == 429);
  }

  @Test
  void of_a_hundred_requests_at_one_instant_twenty_pass_and_then_one_in_150_ms() {
    Api member = Api.at(port).member("hasty");
    ticker.stop();

    List<Api.Answer> answers = burst(member);

    assertThat(passed(answers)).hasSize(20);
    assertThat(passed(answers).map(answer -> header(answer, "RateLimit")))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 20).mapToObj(left -> "\"member\";r=" + left + ";t=1").toList());
    assertThat(refused(answers)).hasSize(80);
    assertThat(refused(answers))
        .allSatisfy(answer -> {
          assertThat(answer.code()).isEqualTo("TOO_MANY_REQUESTS");
          assertThat(header(answer, "Retry-After")).isEqualTo("1");
          assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"member\";q=20;w=3");
          assertThat(header(answer, "RateLimit")).isEqualTo("\"member\";r=0;t=1");
        });

    ticker.advance(Duration.ofMillis(149));
    assertThat(member.get("/members/me").status()).isEqualTo(429);
    ticker.advance(Duration.ofMillis(1));
    assertThat(passed(burst(member))).hasSize(1);
    ticker.advance(Duration.ofSeconds(1));
    assertThat(passed(burst(member))).hasSize(6);
    ticker.advance(Duration.ofMinutes(1));
    assertThat(passed(burst(member))).hasSize(20);
    ticker.run();
  }

  @Test
  void in_real_time_a_burst_is_cut_and_a_steady_pace_is_not() {
    Api member = Api.at(port).member("steady");
    ticker.run();
    long start = ticker.read();

    List<Api.Answer> answers = burst(member);

    Duration took = Duration.ofNanos(ticker.read() - start);
    assertThat(passed(answers).count())
        .isBetween(20L, 20 + took.dividedBy(Duration.ofMillis(150)) + 1);
    assertThat(passed(answers).count() + refused(answers).count()).isEqualTo(REQUESTS);
  }

  @Test
  void one_member_in_haste_leaves_others_alone() {
    Api hasty = Api.at(port).member("too-hasty");
    Api calm = Api.at(port).member("calm");
    burst(hasty);

    assertThat(calm.get("/members/me").status()).isEqualTo(200);
  }
}
