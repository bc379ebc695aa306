package dev.moim.adapter.web.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.adapter.web.shared.Reach;
import dev.moim.domain.shared.MemberId;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signs in as browsers do, at a real provider. Where a browser is sent to is remembered for all
 * tests of a class, and must never hold a secret.
 */
@Import(JourneyTest.Setting.class)
abstract class JourneyTest extends ApiTest {
  static final String PUBLIC = "https://moim.example.org";
  static final String REAL = RealProvider.OPEN_ID;
  static final String SCHOOL = RealProvider.PLAIN;
  static final String AWAY = "away";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  final RealProvider provider = RealProvider.shared();

  @TestConfiguration(proxyBeanMethods = false)
  static class Setting {
    @Bean
    @Primary
    ProvidersSettings twoProviders() {
      String address = RealProvider.shared().address();
      Map<String, ProviderInput> given = new LinkedHashMap<>();
      given.put(REAL, input("oidc", "Real", RealProvider.CLIENT, address, null, null));
      given.put(
          SCHOOL, input("42", "School", RealProvider.CLIENT + "-plain", null, address, address));
      given.put(AWAY, input("keycloak", "Away", "x", "http://127.0.0.1:1/realms/x", null, null));
      return ProvidersSettings.of(given);
    }

    private static ProviderInput input(
        String kind,
        String name,
        String client,
        @Nullable String issuer,
        @Nullable String authorization,
        @Nullable String me) {
      return new ProviderInput(
          kind,
          name,
          client,
          RealProvider.SECRET + (issuer == null ? SCHOOL : REAL),
          null,
          issuer,
          authorization == null ? null : authorization + "/oauth2/authorize",
          authorization == null ? null : authorization + "/oauth2/token",
          me == null ? null : me + "/v2/me",
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }

    @Bean
    @Primary
    Reach behindAProxy() {
      return new Reach(List.of(), Optional.of(URI.create(PUBLIC)));
    }
  }

  /** The provider lives in the present, and so must what it says. */
  @BeforeEach
  void theClockIsRight() {
    clock.set(Instant.now());
  }

  /** An account at the provider that nobody has used here. */
  String newAccount(Map<String, Object> told) {
    String login = "login-" + UUID.randomUUID();
    Map<String, Object> all = new HashMap<>(told);
    all.putIfAbsent("email", login + "@example.org");
    all.putIfAbsent("email_verified", true);
    provider.add(login, all);
    return login;
  }

  String newAccount() {
    return newAccount(Map.of());
  }

  static String emailOf(String login) {
    return login + "@example.org";
  }

  /** A browser with its cookies. */
  final class Browser {
    final Map<String, String> cookies = new LinkedHashMap<>();
    final List<String> sentTo = new ArrayList<>();
    private final Map<String, String> cookiesThere = new LinkedHashMap<>();

    /** Asks us; returns where it is sent to. */
    String ask(String path) {
      Reply reply = get(null, path, headers());
      take(reply);
      assertThat(reply.status()).as(path).isEqualTo(302);
      String location = reply.header("Location");
      sentTo.add(location);
      return location;
    }

    void take(Reply reply) {
      for (String header : reply.raw().getHeaders("Set-Cookie")) {
        String[] cookie = header.split(";", 2)[0].split("=", 2);
        if (cookie[1].isEmpty()) {
          cookies.remove(cookie[0]);
        } else {
          cookies.put(cookie[0], cookie[1]);
        }
      }
    }

    String[] headers() {
      List<String> headers = new ArrayList<>();
      cookies.forEach((name, value) -> headers.addAll(List.of("Cookie", name + "=" + value)));
      return headers.toArray(String[]::new);
    }

    /** Sets out to a provider; returns where it is sent to. */
    String depart(String id) {
      return ask("/oauth2/authorization/" + id);
    }

    /** Begins to link an account; returns where it is sent to. */
    String departToLink(Person person, String id) {
      Reply reply =
          call(HttpMethod.PUT, person, "/api/v1/members/me/identities/" + id, "{}", headers())
              .is(200);
      take(reply);
      return reply.text("/authorizationUrl");
    }

    /** Signs in there; returns the path at which it comes back to us. */
    String signInThere(String address, String login) {
      HttpResponse<String> answer = there("GET", address, null);
      if (location(answer).endsWith("/login")) {
        Matcher csrf = CSRF.matcher(there("GET", location(answer), null).body());
        assertThat(csrf.find()).isTrue();
        String form =
            "username=%s&password=%s&_csrf=%s"
                .formatted(login, RealProvider.PASSWORD, encode(csrf.group(1)));
        answer = there("POST", provider.address() + "/login", form);
        answer = there("GET", location(answer), null);
      }
      String back = location(answer);
      assertThat(back).startsWith(PUBLIC + "/login/oauth2/code/");
      return back.substring(PUBLIC.length());
    }

    /** All the way; returns the page it ends at. */
    String signIn(String id, String login) {
      return ask(signInThere(depart(id), login));
    }

    /** Goes on as our pages do, with the cookie alone. */
    Person member() {
      Reply reply =
          post(
              null,
              "/api/v1/sessions/refresh",
              null,
              "Cookie",
              "__Host-moim-refresh=" + cookies.get("__Host-moim-refresh"));
      take(reply.is(200));
      return new Person(
          new MemberId(UUID.fromString(reply.text("/member/id"))),
          reply.text("/member/nickname"),
          reply.text("/accessToken"));
    }

    boolean isSignedIn() {
      return cookies.containsKey("__Host-moim-refresh");
    }

    private HttpResponse<String> there(String method, String address, @Nullable String form) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
      if (!cookiesThere.isEmpty()) {
        List<String> all = new ArrayList<>();
        cookiesThere.forEach((name, value) -> all.add(name + "=" + value));
        request.header("Cookie", String.join("; ", all));
      }
      if (form != null) {
        request.header("Content-Type", "application/x-www-form-urlencoded");
      }
      request.method(
          method,
          form == null
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(form));
      try (HttpClient http = HttpClient.newHttpClient()) {
        HttpResponse<String> answer =
            http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String header : answer.headers().allValues("Set-Cookie")) {
          String[] cookie = header.split(";", 2)[0].split("=", 2);
          cookiesThere.put(cookie[0], cookie[1]);
        }
        return answer;
      } catch (IOException e) {
        throw new AssertionError(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  static String parameter(String address, String name) {
    return Objects.requireNonNull(
        UriComponentsBuilder.fromUriString(address).build().getQueryParams().getFirst(name), name);
  }

  static String with(String address, String name, String value) {
    return UriComponentsBuilder.fromUriString(address)
        .replaceQueryParam(name, value)
        .build()
        .toUriString();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
