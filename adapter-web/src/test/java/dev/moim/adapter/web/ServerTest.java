package dev.moim.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.member.MemberBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only a real server shows: what the container refuses, and the pages it serves. */
@SpringBootTest(
    classes = TestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "server.address=127.0.0.1")
class ServerTest {
  @LocalServerPort private int port;
  @Autowired private OpenSessions openSessions;

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private String token() {
    return openSessions.of(MemberBuilder.aMember().build());
  }

  /** For requests that no client would send. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String rawGet(String target) throws IOException {
    return raw(
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
            .formatted(target, token()));
  }

  @Test
  void a_flag_needs_no_value() throws Exception {
    String token = "Bearer " + token();

    assertThat(get("/api/v1/rooms?mine", "Authorization", token).statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/match-requests?mine", "Authorization", token).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_query_that_is_not_well_formed_is_a_problem() throws IOException {
    for (String query : new String[] {"limit=%zz", "limit=%", "%C3%28=1", "limit=%C3%28"}) {
      assertThat(rawGet("/api/v1/rooms?" + query))
          .as(query)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", "NOT_WELL_FORMED");
    }
  }

  @Test
  void a_path_that_could_be_read_in_two_ways_is_a_problem() throws IOException {
    for (String path :
        new String[] {"/api/v1//rooms", "/api/v1/rooms;x=1", "/api/v1/rooms/%2e%2e", "/a%0ab"}) {
      assertThat(rawGet(path)).as(path).startsWith("HTTP/1.1 400").contains("MALFORMED");
    }
  }

  @Test
  void what_is_no_http_gets_no_stack_and_no_name_of_the_server() throws IOException {
    for (String nonsense :
        new String[] {
          "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET /| HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "nonsense\r\n\r\n"
        }) {
      assertThat(raw(nonsense))
          .doesNotContain("Tomcat", "Server:", "Exception")
          .startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void an_address_or_header_that_tomcat_refuses_is_a_problem_that_says_how_to_write_it()
      throws IOException {
    for (String head :
        new String[] {
          "/api/v1/rooms?place=gaepo|seocho HTTP/1.1\r\nHost: localhost",
          "/| HTTP/1.1\r\nHost: localhost",
          "/api/v1/rooms/a%2Fb HTTP/1.1\r\nHost: localhost",
          "/api/v1/categories HTTP/1.1",
          "/api/v1/categories HTTP/1.1\r\nHost: a{b}"
        }) {
      assertThat(raw("GET " + head + "\r\nConnection: close\r\n\r\n"))
          .as(head)
          .startsWith("HTTP/1.1 400")
          .contains("Content-Type: application/problem+json")
          .contains("\"code\":\"MALFORMED\"", "\"code\":\"NOT_WELL_FORMED\"", "%7C for |")
          .contains("\"instance\":\"/");
    }
  }

  @Test
  void another_protocol_or_coding_is_a_problem_of_the_request() throws IOException {
    for (String head :
        new String[] {
          "GET /api/v1/categories HTTP/1.2\r\nHost: localhost",
          "GET /api/v1/categories HTTP/2.0\r\nHost: localhost",
          "POST /api/v1/rooms HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: bogus"
        }) {
      assertThat(raw(head + "\r\nConnection: close\r\n\r\n"))
          .as(head)
          .startsWith("HTTP/1.1 400")
          .contains("Content-Type: application/problem+json", "\"code\":\"NOT_WELL_FORMED\"");
    }
  }

  @Test
  void the_description_can_be_read_in_the_browser() throws Exception {
    HttpResponse<String> entry = get("/swagger-ui.html");
    HttpResponse<String> page = get("/swagger-ui/index.html");

    assertThat(entry.statusCode()).isEqualTo(302);
    assertThat(entry.headers().firstValue("Location")).hasValue("/swagger-ui/index.html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("swagger-ui-bundle.js").doesNotContain("<style", "onload=");
    assertThat(page.body().replaceAll("<script[^>]*src=[^>]*>", "")).doesNotContain("<script");
    assertThat(get("/swagger-ui/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
    assertThat(get("/swagger-ui/swagger-initializer.js").body()).contains("/v3/api-docs");
    assertThat(get("/v3/api-docs/swagger-config").statusCode()).isEqualTo(200);
  }

  @Test
  void pages_are_kept_by_browsers_as_long_as_their_content_stays() throws Exception {
    HttpResponse<String> page = get("/assets/test.txt");
    String tag = page.headers().firstValue("ETag").orElseThrow();

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(page.headers().firstValue("Last-Modified")).isEmpty();
    assertThat(get("/assets/test.txt", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get("/assets/../index.html").statusCode()).isIn(400, 401, 404);
  }

  @Test
  void the_pages_start_at_the_root() throws Exception {
    HttpResponse<String> page = get("/", "Accept", "text/html");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(page.headers().firstValue("ETag")).isPresent();
    assertThat(page.body()).contains("/assets/app.js");
    HttpResponse<String> script = get("/assets/app.js");
    assertThat(script.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
  }

  @Test
  void a_body_is_limited_however_its_path_is_written() throws IOException {
    String body = " ".repeat((1 << 20) + 1);

    for (String path : new String[] {"/api/v1/members", "/%61pi/v1/%6dembers"}) {
      String answer =
          raw(
              """
              POST %s HTTP/1.1
              Host: localhost
              Content-Type: application/json
              Content-Length: %d
              Connection: close

              """
                      .formatted(path, body.length())
                      .replace("\n", "\r\n")
                  + body);

      assertThat(answer).as(path).startsWith("HTTP/1.1 413");
    }
  }
}
