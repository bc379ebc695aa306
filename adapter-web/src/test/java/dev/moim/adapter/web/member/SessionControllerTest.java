package dev.moim.adapter.web.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.domain.shared.MemberId;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionControllerTest extends ApiTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private final String sessions = "/api/v1/sessions";
  private final String email = "Guest" + COUNT.incrementAndGet() + "@example.org";

  @BeforeEach
  void signUp() {
    String request =
        """
        {"email": "%s", "nickname": "guest%d", "password": "correct horse"}\
        """
            .formatted(email, COUNT.get());
    post(null, "/api/v1/members", request).is(201);
  }

  private Reply signIn() {
    return post(null, sessions, credentials(email, "correct horse")).is(200);
  }

  private static String credentials(String email, String password) {
    return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
  }

  private static Cookie cookie(Reply reply) {
    return Objects.requireNonNull(reply.raw().getCookie("__Host-moim-refresh"));
  }

  private static String[] with(Cookie cookie, String... more) {
    String[] headers = new String[more.length + 2];
    headers[0] = "Cookie";
    headers[1] = cookie.getName() + "=" + cookie.getValue();
    System.arraycopy(more, 0, headers, 2, more.length);
    return headers;
  }

  private static Person bearer(Reply reply) {
    return new Person(
        new MemberId(UUID.fromString(reply.text("/member/id"))),
        reply.text("/member/nickname"),
        reply.text("/accessToken"));
  }

  @Test
  void signing_in_opens_the_api() {
    Reply session = signIn();

    assertThat(session.json().get("expiresIn").asInt()).isEqualTo(300);
    assertThat(get(bearer(session), "/api/v1/members/me").is(200).text("/email")).isEqualTo(email);
    assertThat(session.header("Set-Cookie"))
        .contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/", "Max-Age=1209600")
        .doesNotContain("Domain");
    assertThat(session.json().toString()).doesNotContain(cookie(session).getValue());
  }

  @Test
  void a_wrong_password_and_an_unknown_address_look_the_same() {
    Reply wrong = post(null, sessions, credentials(email, "correct donkey"));
    Reply unknown = post(null, sessions, credentials("nobody@example.org", "correct horse"));

    assertThat(wrong.is(401, "WRONG_CREDENTIALS").text("/detail"))
        .isEqualTo(unknown.is(401, "WRONG_CREDENTIALS").text("/detail"));
  }

  @Test
  void a_session_is_renewed_once_with_each_token() {
    Reply session = signIn();
    clock.advance(Duration.ofMinutes(6));
    get(bearer(session), "/api/v1/members/me").is(401, "NOT_SIGNED_IN");

    Reply renewed = post(null, sessions + "/refresh", null, with(cookie(session))).is(200);

    get(bearer(renewed), "/api/v1/members/me").is(200);
    assertThat(cookie(renewed).getValue()).isNotEqualTo(cookie(session).getValue());
    clock.advance(Duration.ofSeconds(11));
    post(null, sessions + "/refresh", null, with(cookie(session))).is(401, "SESSION_ENDED");
    post(null, sessions + "/refresh", null, with(cookie(renewed))).is(401, "SESSION_ENDED");
    post(null, sessions + "/refresh", null).is(401, "SESSION_ENDED");
  }

  @Test
  void an_expired_access_token_does_not_keep_anybody_from_renewing() {
    Reply session = signIn();
    clock.advance(Duration.ofMinutes(6));

    post(bearer(session), sessions + "/refresh", null, with(cookie(session))).is(200);
  }

  @Test
  void other_sites_renew_and_end_nothing() {
    Reply session = signIn();

    for (String[] foreign :
        new String[][] {
          {"Sec-Fetch-Site", "cross-site"},
          {"Sec-Fetch-Site", "same-site"},
          {"Sec-Fetch-Site", "cross-site", "Origin", "http://localhost"},
          {"Origin", "https://elsewhere.example"},
          {"Origin", "http://localhost:81"},
          {"Origin", "null"}
        }) {
      post(null, sessions + "/refresh", null, with(cookie(session), foreign))
          .is(403, "FOREIGN_ORIGIN");
      delete(null, sessions + "/current", with(cookie(session), foreign)).is(403, "FOREIGN_ORIGIN");
    }
    post(null, sessions + "/refresh", null, with(cookie(session), "Origin", "http://localhost"))
        .is(200);
  }

  @Test
  void a_refresh_token_is_no_access_token_nor_the_reverse() {
    Reply session = signIn();
    Person cheat = new Person(bearer(session).id(), "x", cookie(session).getValue());

    get(cheat, "/api/v1/members/me").is(401, "NOT_SIGNED_IN");
    post(
            null,
            sessions + "/refresh",
            null,
            "Cookie",
            "__Host-moim-refresh=" + bearer(session).token())
        .is(401, "SESSION_ENDED");
  }

  @Test
  void signing_out_ends_this_session_and_takes_the_cookie_back() {
    Reply here = signIn();
    Reply there = signIn();

    Reply out = delete(null, sessions + "/current", with(cookie(here))).is(204);

    assertThat(out.header("Set-Cookie")).contains("Max-Age=0", "__Host-moim-refresh=;");
    post(null, sessions + "/refresh", null, with(cookie(here))).is(401, "SESSION_ENDED");
    post(null, sessions + "/refresh", null, with(cookie(there))).is(200);
    delete(null, sessions + "/current").is(204);
  }

  @Test
  void signing_out_everywhere_ends_all_sessions() {
    Reply here = signIn();
    Reply there = signIn();

    delete(bearer(here), sessions).is(204);

    post(null, sessions + "/refresh", null, with(cookie(here))).is(401, "SESSION_ENDED");
    post(null, sessions + "/refresh", null, with(cookie(there))).is(401, "SESSION_ENDED");
    delete(null, sessions).is(401, "NOT_SIGNED_IN");
  }
}
