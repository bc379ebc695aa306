package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The API's description, as the whole program serves it. */
class ApiDocumentationTest extends RunningMoim {
  @Test
  void the_api_is_described_in_open_api_3_1() throws Exception {
    HttpResponse<String> response = get("/v3/api-docs");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"openapi\":\"3.1.");
  }

  @Test
  void the_description_can_be_read_in_the_browser() throws Exception {
    HttpResponse<String> response = get("/swagger-ui.html");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("Swagger UI");
  }

  @Test
  void everything_else_asks_who_you_are() throws Exception {
    assertThat(get("/nothing").statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient http =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
