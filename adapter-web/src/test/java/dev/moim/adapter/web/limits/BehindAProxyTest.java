package dev.moim.adapter.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.adapter.web.shared.Network;
import dev.moim.adapter.web.shared.Reach;
import dev.moim.domain.shared.Origin;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Limits as they are by default, behind a proxy that ends TLS; each test comes from elsewhere. */
@Import(BehindAProxyTest.Setting.class)
class BehindAProxyTest extends ApiTest {
  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  private final String address = "198.51.100." + ADDRESSES.incrementAndGet();

  @TestConfiguration(proxyBeanMethods = false)
  @Import(Probe.class)
  static class Setting {
    @Bean
    @Primary
    LimitSettings realLimits() {
      return LimitSettings.DEFAULT;
    }

    @Bean
    @Primary
    Reach proxied() {
      return new Reach(
          List.of(Network.parse("127.0.0.1")), Optional.of(URI.create("https://moim.example.org")));
    }
  }

  /** Says where a request comes from. */
  @RestController
  static class Probe {
    record Seen(String address, String device) {}

    @PostMapping(path = "/api/v1/probe", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Where from?")
    Seen probe(Origin origin) {
      return new Seen(origin.address(), origin.device());
    }
  }

  private Reply anonymous(String from, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "X-Forwarded-For";
    all[headers.length + 1] = from;
    return get(null, "/api/v1/categories", all);
  }

  private Reply signUp(int number) {
    return post(
        null,
        "/api/v1/members",
        "{\"email\":\"x%d@example.org\",\"nickname\":\"x\",\"password\":\"x\"}".formatted(number),
        "X-Forwarded-For",
        address);
  }

  @Test
  void a_member_has_20_requests_at_once_and_then_one_in_150_ms() {
    Person member = somebody();
    for (int left = 19; left >= 0; left--) {
      Reply reply = get(member, "/api/v1/members/me").is(200);
      assertThat(reply.header("RateLimit-Policy")).isEqualTo("\"member\";q=20;w=3");
      assertThat(reply.header("RateLimit")).isEqualTo("\"member\";r=" + left + ";t=1");
    }

    Reply refused = get(member, "/api/v1/members/me").is(429, "TOO_MANY_REQUESTS");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"member\";q=20;w=3");
    assertThat(refused.header("RateLimit")).isEqualTo("\"member\";r=0;t=1");
    assertThat(refused.json().at("/details/retryAfterSeconds").asInt()).isEqualTo(1);

    clock.advance(Duration.ofMillis(149));
    get(member, "/api/v1/members/me").is(429);
    clock.advance(Duration.ofMillis(1));
    get(member, "/api/v1/members/me").is(200);
    get(member, "/api/v1/members/me").is(429);
  }

  @Test
  void members_behind_one_address_do_not_share_a_bucket() {
    for (int i = 0; i < 40; i++) {
      get(somebody(), "/api/v1/members/me", "X-Forwarded-For", address).is(200);
    }
  }

  @Test
  void who_is_not_signed_in_shares_the_bucket_of_the_address() {
    for (int i = 0; i < 20; i++) {
      anonymous(address).is(200);
    }

    assertThat(anonymous(address).is(429).header("RateLimit")).isEqualTo("\"address\";r=0;t=1");
    anonymous("192.0.2.77").is(200);
  }

  @Test
  void nobody_gets_a_fresh_bucket_by_inventing_addresses() {
    for (int i = 0; i < 20; i++) {
      anonymous("203.0.113." + i + ", " + address).is(200);
    }

    anonymous("203.0.113.99, " + address).is(429);
  }

  @Test
  void an_ipv6_subscriber_has_one_bucket_for_the_whole_network() {
    for (int i = 0; i < 20; i++) {
      anonymous("2001:db8:1:2::" + i).is(200);
    }

    anonymous("2001:db8:1:2:ffff::1").is(429);
    anonymous("2001:db8:1:3::1").is(200);
  }

  @Test
  void what_is_not_open_takes_a_token_before_it_is_refused() {
    for (int i = 0; i < 20; i++) {
      get(null, "/api/v1/rooms", "X-Forwarded-For", address).is(401);
    }

    get(null, "/api/v1/rooms", "X-Forwarded-For", address).is(429, "TOO_MANY_REQUESTS");
    get(null, "/api/v1/nowhere", "X-Forwarded-For", address).is(429);
  }

  @Test
  void a_bad_access_token_takes_from_the_address_too() {
    for (int i = 0; i < 20; i++) {
      get(null, "/api/v1/rooms", "Authorization", "Bearer x" + i, "X-Forwarded-For", address)
          .is(401, "NOT_SIGNED_IN");
    }

    Reply refused =
        get(null, "/api/v1/rooms", "Authorization", "Bearer x", "X-Forwarded-For", address);

    refused.is(429, "TOO_MANY_REQUESTS");
    assertThat(refused.header("RateLimit")).isEqualTo("\"address\";r=0;t=1");
    get(null, "/problems", "Authorization", "Bearer x", "X-Forwarded-For", address).is(429);
    get(null, "/problems", "X-Forwarded-For", address).is(200);
    get(somebody(), "/api/v1/rooms", "X-Forwarded-For", address).is(200);
  }

  @Test
  void a_path_is_limited_however_it_is_written() {
    for (int i = 0; i < 20; i++) {
      anonymous(address);
    }

    get(null, "/%61pi/v1/c%61tegories", "X-Forwarded-For", address).is(429);
  }

  @Test
  void pages_are_not_limited() {
    for (int i = 0; i < 100; i++) {
      Reply page = get(null, "/problems", "X-Forwarded-For", address).is(200);
      assertThat(page.header("RateLimit")).isEmpty();
    }
  }

  @Test
  void a_class_signs_up_at_once_and_then_one_in_a_minute() {
    for (int i = 0; i < 30; i++) {
      Reply reply = signUp(i).is(422);
      assertThat(reply.header("RateLimit-Policy"))
          .isEqualTo("\"address\";q=20;w=3, \"sign-up\";q=30;w=1800");
      assertThat(reply.header("RateLimit"))
          .endsWith(", \"sign-up\";r=" + (29 - i) + ";t=" + (i < 29 ? 60 : 56));
      clock.advance(Duration.ofMillis(150));
    }
    clock.advance(Duration.ofSeconds(45).plusMillis(500));

    Reply refused = signUp(31).is(429, "TOO_MANY_REQUESTS");
    assertThat(refused.header("Retry-After")).isEqualTo("10");
    assertThat(refused.header("RateLimit")).isEqualTo("\"address\";r=19;t=1, \"sign-up\";r=0;t=10");

    clock.advance(Duration.ofSeconds(10));
    signUp(32).is(422);
    signUp(33).is(429);
    anonymous(address).is(200);
  }

  @Test
  void browsers_keep_to_tls_and_the_public_address_is_our_own() {
    Reply reply = anonymous(address);

    assertThat(reply.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    delete(null, "/api/v1/sessions/current", "Origin", "https://moim.example.org").is(204);
    delete(null, "/api/v1/sessions/current", "Origin", "https://other.example.org")
        .is(403, "FOREIGN_ORIGIN");
  }

  @Test
  void controllers_are_told_the_origin_and_the_description_is_not() {
    Reply reply =
        post(
            somebody(),
            "/api/v1/probe",
            null,
            "X-Forwarded-For",
            address,
            "User-Agent",
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");

    assertThat(reply.is(200).text("/address")).isEqualTo(address);
    assertThat(reply.text("/device")).isEqualTo("Firefox on Linux");
    var operation = get(null, "/v3/api-docs").json().at("/paths/~1api~1v1~1probe/post");
    assertThat(operation.isMissingNode()).isFalse();
    assertThat(operation.has("requestBody")).isFalse();
    assertThat(operation.path("parameters").valueStream().map(p -> p.path("name").asString()))
        .containsExactly("Idempotency-Key");
  }
}
