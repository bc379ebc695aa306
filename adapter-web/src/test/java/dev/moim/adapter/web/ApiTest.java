package dev.moim.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import dev.moim.testkit.member.InMemorySessions;
import dev.moim.testkit.member.MemberBuilder;
import dev.moim.testkit.shared.SettableClock;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Calls the API through the whole filter chain. Every answer to a described endpoint is held
 * against the description: its status, its error code, and its fields must stand there.
 */
@SpringBootTest(classes = TestApplication.class)
@AutoConfigureMockMvc
public abstract class ApiTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired private MockMvc mvc;
  @Autowired private OpenSessions openSessions;
  @Autowired private InMemorySessions sessions;
  @Autowired private Transactions transactions;
  @Autowired protected SettableClock clock;
  private static @Nullable ApiDescription description;

  /** Somebody who is signed in, or nobody. */
  public record Person(MemberId id, String nickname, String token) {}

  /** An answer, with its body as JSON if it has one. */
  public record Reply(MockHttpServletResponse raw, JsonNode json) {
    public int status() {
      return raw.getStatus();
    }

    public String header(String name) {
      return Optional.ofNullable(raw.getHeader(name)).orElse("");
    }

    public String text(String pointer) {
      return json.at(pointer).asString("");
    }

    /** The error code of a refusal. */
    public String code() {
      return text("/code");
    }

    public String id() {
      return text("/id");
    }

    public Reply is(int status) {
      assertThat(raw.getStatus()).as("status of %s", json).isEqualTo(status);
      return this;
    }

    public Reply is(int status, String code) {
      is(status);
      assertThat(code()).isEqualTo(code);
      return this;
    }
  }

  @AfterEach
  void resetClock() {
    clock.set(SettableClock.START);
  }

  /** A new member with an access token. */
  protected Person somebody() {
    return somebody(Role.MEMBER);
  }

  protected Person somebody(Role role) {
    return signedIn(MemberBuilder.aMember().joinedAt(clock.now()).role(role).build());
  }

  /** A member with an open session. */
  protected Person signedIn(Member.Snapshot member) {
    return new Person(
        member.id(), member.person().orElseThrow().nickname().value(), openSessions.of(member));
  }

  /** The session in which somebody of {@link #somebody} is signed in. */
  protected SessionId sessionOf(Person person) {
    return transactions.read(() -> sessions.openOf(person.id()).getFirst().snapshot().id());
  }

  protected Reply get(@Nullable Person by, String path, String... headers) {
    return call(HttpMethod.GET, by, path, null, headers);
  }

  protected Reply post(@Nullable Person by, String path, @Nullable String body, String... headers) {
    return call(HttpMethod.POST, by, path, body, headers);
  }

  protected Reply put(@Nullable Person by, String path) {
    return call(HttpMethod.PUT, by, path, null);
  }

  protected Reply patch(@Nullable Person by, String path, String body, String... headers) {
    return call(HttpMethod.PATCH, by, path, body, headers);
  }

  protected Reply delete(@Nullable Person by, String path, String... headers) {
    return call(HttpMethod.DELETE, by, path, null, headers);
  }

  /**
   * @param headers names and values in turn
   */
  protected Reply call(
      HttpMethod method,
      @Nullable Person by,
      String path,
      @Nullable String body,
      String... headers) {
    return send(
        method, by, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** As {@link #call}, for a body that may be no text at all. */
  protected Reply send(
      HttpMethod method,
      @Nullable Person by,
      String path,
      byte @Nullable [] body,
      String... headers) {
    MockHttpServletRequestBuilder request = request(method, URI.create(path));
    if (by != null) {
      request.header(HttpHeaders.AUTHORIZATION, "Bearer " + by.token());
    }
    HttpHeaders given = new HttpHeaders();
    for (int i = 0; i < headers.length; i += 2) {
      given.add(headers[i], headers[i + 1]);
      if (headers[i].equals(HttpHeaders.COOKIE)) {
        String[] cookie = headers[i + 1].split("=", 2);
        request.cookie(new Cookie(cookie[0], cookie[1]));
      }
    }
    if (body != null) {
      request.content(body);
      if (!given.containsHeader(HttpHeaders.CONTENT_TYPE)) {
        given.add(HttpHeaders.CONTENT_TYPE, "application/json");
      }
    }
    request.headers(given);
    Reply reply = reply(request);
    description().check(method, path, reply);
    return reply;
  }

  protected ApiDescription description() {
    ApiDescription known = description;
    if (known == null) {
      known = new ApiDescription(reply(request(HttpMethod.GET, "/v3/api-docs")).json());
      description = known;
    }
    return known;
  }

  private Reply reply(MockHttpServletRequestBuilder request) {
    try {
      MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
      String type = Optional.ofNullable(response.getContentType()).orElse("");
      byte[] body = response.getContentAsByteArray();
      boolean json = type.contains("json") && body.length > 0;
      return new Reply(response, json ? JSON.readTree(body) : MissingNode.getInstance());
    } catch (Exception e) {
      throw new AssertionError("the request left an exception behind", e);
    }
  }
}
