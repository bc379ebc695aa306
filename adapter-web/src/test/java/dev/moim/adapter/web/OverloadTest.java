package dev.moim.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.limits.AdmissionSettings;
import dev.moim.testkit.member.MemberBuilder;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** More requests at once than are let in, over real HTTP. */
@SpringBootTest(
    classes = TestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "server.address=127.0.0.1")
@Import(OverloadTest.Setting.class)
class OverloadTest {
  private static final int AT_ONCE = 2;
  private static final int WAITING = 3;
  private static final int TOO_MANY = 5;
  private static final long PATIENCE_SECONDS = 60;

  @LocalServerPort private int port;
  @Autowired private OpenSessions openSessions;
  @Autowired private Slow slow;

  @TestConfiguration(proxyBeanMethods = false)
  @Import(Slow.class)
  static class Setting {
    @Bean
    @Primary
    AdmissionSettings few() {
      return new AdmissionSettings(
          AT_ONCE,
          WAITING,
          Duration.ofSeconds(PATIENCE_SECONDS),
          1,
          Duration.ofSeconds(PATIENCE_SECONDS));
    }
  }

  /** Takes until it is told to end. */
  @RestController
  static class Slow {
    final CountDownLatch end = new CountDownLatch(1);

    record Done(boolean done) {}

    @GetMapping(path = "/api/v1/slow", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Takes long")
    Done work() throws InterruptedException {
      return new Done(end.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
  }

  private HttpRequest request(String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + token)
        .build();
  }

  @Test
  void who_comes_too_much_is_refused_at_once_and_everybody_else_is_answered() throws Exception {
    String token = openSessions.of(MemberBuilder.aMember().build());
    var body = HttpResponse.BodyHandlers.ofString();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      BlockingQueue<HttpResponse<String>> answers = new LinkedBlockingQueue<>();
      List<CompletableFuture<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < AT_ONCE + WAITING + TOO_MANY; i++) {
        all.add(http.sendAsync(request("/api/v1/slow", token), body).thenApply(answers::add));
      }

      for (int i = 0; i < TOO_MANY; i++) {
        HttpResponse<String> refused = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(refused).isNotNull();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"code\":\"OVERLOADED\"", "\"traceId\":");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      }
      assertThat(http.send(request("/", token), body).statusCode()).isEqualTo(200);
      assertThat(http.send(request("/%61pi/v1/slow", token), body).statusCode()).isEqualTo(429);

      slow.end.countDown();
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);

      assertThat(answers)
          .hasSize(AT_ONCE + WAITING)
          .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
      assertThat(http.send(request("/api/v1/slow", token), body).statusCode()).isEqualTo(200);
    }
  }
}
