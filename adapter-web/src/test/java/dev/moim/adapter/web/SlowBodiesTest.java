package dev.moim.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.limits.AdmissionSettings;
import dev.moim.testkit.shared.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** More requests whose bodies don't come than there are turns, over real connections. */
@SpringBootTest(
    classes = TestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "server.address=127.0.0.1")
@Import(SlowBodiesTest.Setting.class)
class SlowBodiesTest {
  private static final int AT_ONCE = 2;
  private static final int SILENT = 16;
  private static final Duration BODY_PATIENCE = Duration.ofSeconds(1);

  /** Less than it takes until all have been refused who send nothing, a few at a time. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int LENGTH = 1000;

  @LocalServerPort private int port;
  @Autowired private SettableClock clock;
  private final List<BitByBit> connections = new ArrayList<>();

  @TestConfiguration(proxyBeanMethods = false)
  static class Setting {
    @Bean
    @Primary
    AdmissionSettings few() {
      return new AdmissionSettings(AT_ONCE, 2 * SILENT, PATIENCE, 2 * SILENT, BODY_PATIENCE);
    }
  }

  @AfterEach
  void close() throws IOException {
    for (BitByBit connection : connections) {
      connection.close();
    }
  }

  private BitByBit begin(String request) throws IOException {
    BitByBit connection = BitByBit.begin(port, BitByBit.head(request, LENGTH));
    connections.add(connection);
    return connection;
  }

  private static void assertTooSlow(BitByBit connection) throws Exception {
    assertThat(connection.status()).startsWith("HTTP/1.1 408");
    assertThat(connection.rest().get(1, TimeUnit.MINUTES))
        .contains("\"code\":\"BODY_TOO_SLOW\"", "\"traceId\":", "Connection: close");
  }

  @Test
  void others_are_answered_while_bodies_do_not_come_and_those_who_send_none_are_refused()
      throws Exception {
    List<BitByBit> silent = new ArrayList<>();
    for (int i = 0; i < SILENT; i++) {
      silent.add(begin("POST /api/v1/sessions"));
    }
    var allRefused =
        CompletableFuture.allOf(
            silent.stream().map(BitByBit::rest).toArray(CompletableFuture[]::new));

    var categories = URI.create("http://127.0.0.1:" + port + "/api/v1/categories");
    try (HttpClient http = HttpClient.newHttpClient()) {
      do {
        var request = HttpRequest.newBuilder(categories).timeout(Duration.ofSeconds(30)).build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
            .isEqualTo(200);
      } while (!allRefused.isDone());
    }

    for (BitByBit connection : silent) {
      assertTooSlow(connection);
    }
  }

  @Test
  void a_body_that_comes_byte_by_byte_has_no_more_time_than_another() throws Exception {
    BitByBit trickling = begin("POST /api/v1/sessions");

    for (int i = 0; i < LENGTH / 10 && !trickling.statusLine().isDone(); i++) {
      trickling.send(" ");
      clock.advance(BODY_PATIENCE.dividedBy(5));
      awaitAnswer(trickling, BODY_PATIENCE.dividedBy(10));
    }

    assertThat(trickling.statusLine()).isDone();
    assertTooSlow(trickling);
  }

  private static void awaitAnswer(BitByBit connection, Duration longest) throws Exception {
    try {
      connection.statusLine().get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException none) {
      // The next byte is due.
    }
  }

  @Test
  void where_nobody_asks_for_a_body_none_is_waited_for() throws Exception {
    assertThat(begin("GET /").status()).startsWith("HTTP/1.1 200");
  }

  @Test
  void a_body_that_comes_late_is_read() throws Exception {
    BitByBit late = begin("POST /api/v1/sessions");

    late.send(" ".repeat(LENGTH - 2));
    late.send("{}");

    assertThat(late.status()).startsWith("HTTP/1.1 422");
  }
}
