package dev.moim.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API as a member's client sees it, for tests. Immutable and thread-safe. */
record Api(HttpClient http, URI base, Optional<String> accessToken) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static final String PASSWORD = "correct horse battery";

  /** What came back. */
  record Answer(int status, HttpResponse<String> response) {
    JsonNode json() {
      return JSON.readTree(response.body());
    }

    String text(String field) {
      return json().path(field).asString();
    }

    /** A cookie that was set, as it is sent back. */
    String cookie(String name) {
      return response.headers().allValues("Set-Cookie").stream()
          .filter(cookie -> cookie.startsWith(name + "="))
          .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no cookie " + name));
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The stable code of a problem. */
    String code() {
      return text("code");
    }

    @Override
    public String toString() {
      return status + " " + response.body();
    }
  }

  static Api at(int port) {
    return new Api(
        HttpClient.newBuilder().connectTimeout(PATIENCE).build(),
        URI.create("http://localhost:" + port),
        Optional.empty());
  }

  /** The same client with another access token. */
  Api with(String token) {
    return new Api(http, base, Optional.of(token));
  }

  /** Signs somebody up and in. */
  Api member(String nickname) {
    signUp(nickname);
    return signIn(nickname);
  }

  Answer signUp(String nickname) {
    return post(
        "/members",
        Map.of("email", nickname + "@example.org", "nickname", nickname, "password", PASSWORD));
  }

  Api signIn(String nickname) {
    return as(openSession(nickname));
  }

  /** Signs somebody in, who then also holds the cookies of the answer. */
  Answer openSession(String nickname) {
    Answer session =
        post("/sessions", Map.of("email", nickname + "@example.org", "password", PASSWORD));
    if (session.status() != 200) {
      throw new IllegalStateException("sign-in of " + nickname + ": " + session);
    }
    return session;
  }

  /** As the one for whom the session was opened or renewed. */
  Api as(Answer session) {
    return with(session.text("accessToken"));
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  /**
   * @param headers names and values in turn, here and below
   */
  Answer delete(String path, String... headers) {
    return send("DELETE", path, BodyPublishers.noBody(), headers);
  }

  Answer put(String path, Object body) {
    return send("PUT", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  Answer post(String path, Object body, String... headers) {
    return send("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)), headers);
  }

  /** A request that can be repeated under that key. */
  Answer postUnder(String key, String path, Object body) {
    return post(path, body, "Idempotency-Key", key);
  }

  /**
   * @param headers names and values in turn
   */
  Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    return sendTo(method, "/api/v1" + path, body, headers);
  }

  /** To any path, not only of the API. */
  Answer sendTo(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Accept-Language", "en")
            .method(method, body);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    accessToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
