package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the container or the firewall refuses before a controller sees them. */
class OddRequestsTest extends RunningMoim {
  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"%00=1", "a%0d%0aWARN%20forged=1", "x%22%0A%1B%5B31m=1"})
  void a_parameter_with_control_characters_is_malformed(String query) throws Exception {
    assertProblem(send(request("/api/v1/categories?" + query)), 400);
  }

  @Test
  void a_form_without_a_boundary_is_of_no_type_that_is_read() throws Exception {
    HttpRequest.Builder form =
        request("/api/v1/members")
            .header("Content-Type", "multipart/form-data")
            .POST(BodyPublishers.ofString("x"));

    assertProblem(send(form), 415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"items=1", "bytes=1-0", "bytes=9999999999999999999-"})
  void a_range_that_is_none_is_no_failure_of_ours(String range) throws Exception {
    HttpResponse<String> answer = send(request("/index.html").header("Range", range));

    assertThat(answer.statusCode()).isBetween(200, 499);
  }

  @Test
  void a_form_of_somebody_unknown_is_not_read() throws Exception {
    String head =
        """
        PUT /api/v1/members/me HTTP/1.1
        Host: localhost
        Content-Type: application/x-www-form-urlencoded
        Content-Length: 100

        """
            .replace("\n", "\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      var answer = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);

      assertThat(new BufferedReader(answer).readLine()).startsWith("HTTP/1.1 401");
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }
}
