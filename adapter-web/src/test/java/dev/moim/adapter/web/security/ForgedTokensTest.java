package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.adapter.web.limits.LimitSettings;
import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.shared.Ids;
import dev.moim.domain.member.Role;
import dev.moim.testkit.shared.MapCache;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Tokens that nobody has seen here before, from one address, also over real HTTP. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "server.address=127.0.0.1")
@Import(ForgedTokensTest.Setting.class)
class ForgedTokensTest extends ApiTest {
  private static final String ME = "/api/v1/members/me";
  private static final int FORGED = 200;

  @LocalServerPort private int port;
  @Autowired private KeyRing keys;
  @Autowired private Ids ids;

  @TestConfiguration(proxyBeanMethods = false)
  static class Setting {
    @Bean
    @Primary
    LimitSettings realLimits() {
      return LimitSettings.DEFAULT;
    }
  }

  /** With a good token that comes from another node, which has the same keys. */
  private Person fromElsewhere() {
    AccessTokens elsewhere =
        new NimbusAccessTokens(
            keys, new VerifiedSignatures(new MapCache<>(), () -> true), "moim", "moim", ids);
    Person person = somebody();
    String token = elsewhere.issue(person.id(), Role.MEMBER, sessionOf(person), clock.now());
    return new Person(person.id(), person.nickname(), token);
  }

  /** With what one token says under the signature of another. */
  private Person forger() {
    Person person = somebody();
    String said = person.token().substring(0, person.token().lastIndexOf('.'));
    String signed = fromElsewhere().token();
    return new Person(
        person.id(), person.nickname(), said + signed.substring(signed.lastIndexOf('.')));
  }

  private int statusOverHttp(Person by) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + ME))
            .header("Authorization", "Bearer " + by.token())
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void no_more_are_verified_than_their_address_has_tokens_for() throws Exception {
    Person known = somebody();
    get(fromElsewhere(), ME).is(200);

    int judged = 0;
    for (int i = 0; i < FORGED; i++) {
      Reply reply = get(forger(), ME);
      judged += reply.status() == 401 ? 1 : 0;
    }

    assertThat(judged).isEqualTo(LimitSettings.DEFAULT.address().capacity());
    // If it were verified, it would be found good and take from the bucket of its member.
    Person unseen = fromElsewhere();
    assertThat(get(unseen, ME).is(429, "TOO_MANY_REQUESTS").header("Retry-After")).isEqualTo("1");
    assertThat(statusOverHttp(unseen)).isEqualTo(429);
    get(known, ME).is(200);
    assertThat(statusOverHttp(known)).isEqualTo(200);

    clock.advance(LimitSettings.DEFAULT.address().refill());
    get(unseen, ME).is(200);
    assertThat(statusOverHttp(fromElsewhere())).isEqualTo(200);
  }
}
