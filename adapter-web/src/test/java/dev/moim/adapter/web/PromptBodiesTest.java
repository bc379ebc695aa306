package dev.moim.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.limits.AdmissionSettings;
import dev.moim.testkit.member.MemberBuilder;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
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

/** No place is left to wait for a body; those whose body is there need none. */
@SpringBootTest(
    classes = TestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "server.address=127.0.0.1")
@Import(PromptBodiesTest.Setting.class)
class PromptBodiesTest {
  private static final String POST = "POST /api/v1/sessions";
  private static final String TOO_MANY = "HTTP/1.1 429";
  private static final String READ = "HTTP/1.1 422";
  private static final String SEEN = "HTTP/1.1 200";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @LocalServerPort private int port;
  @Autowired private OpenSessions openSessions;
  @Autowired private Holding holding;
  private final List<BitByBit> connections = new ArrayList<>();

  @TestConfiguration(proxyBeanMethods = false)
  @Import(Holding.class)
  static class Setting {
    @Bean
    @Primary
    AdmissionSettings few() {
      return new AdmissionSettings(1, 10, PATIENCE, 1, PATIENCE);
    }
  }

  /** Holds the turn until it is told to end. */
  @RestController
  static class Holding {
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch end = new CountDownLatch(1);

    record Done(boolean done) {}

    @GetMapping(path = "/api/v1/holding", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Takes long")
    Done work() throws InterruptedException {
      begun.countDown();
      return new Done(end.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }
  }

  private BitByBit begin(String text) throws IOException {
    BitByBit connection = BitByBit.begin(port, text);
    connections.add(connection);
    return connection;
  }

  @AfterEach
  void close() throws IOException {
    for (BitByBit connection : connections) {
      connection.close();
    }
  }

  @Test
  void a_body_that_is_there_when_it_is_asked_for_is_not_waited_for() throws Exception {
    takeThePlace();
    HttpRequest.Builder holdTheTurn =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/holding"))
            .header("Authorization", "Bearer " + openSessions.of(MemberBuilder.aMember().build()));

    assertThat(begin(BitByBit.head(POST, 2) + "{}").status()).startsWith(READ);

    try (HttpClient http = HttpClient.newHttpClient()) {
      var held = http.sendAsync(holdTheTurn.build(), HttpResponse.BodyHandlers.discarding());
      holding.begun.await();
      BitByBit prompt = begin(BitByBit.head(POST, 2));
      assertThat(begin("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").status()).startsWith(SEEN);
      prompt.send("{}");
      holding.end.countDown();

      assertThat(prompt.status()).startsWith(READ);
      assertThat(held.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
    }
  }

  /** One of two that send nothing finds the only place taken, by the other. */
  private void takeThePlace() throws Exception {
    String head = BitByBit.head(POST, 100);

    var refused =
        CompletableFuture.anyOf(begin(head).statusLine(), begin(head).statusLine())
            .get(1, TimeUnit.MINUTES);

    assertThat(refused).asString().startsWith(TOO_MANY);
  }
}
