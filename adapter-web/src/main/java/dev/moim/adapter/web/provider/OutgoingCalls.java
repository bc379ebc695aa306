package dev.moim.adapter.web.provider;

import dev.moim.adapter.web.shared.WebError;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls to providers. None takes longer than connecting and reading may, none reads more than an
 * honest answer has, and none follows the provider elsewhere.
 */
final class OutgoingCalls implements AutoCloseable {
  static final Duration LONGEST_CONNECTING = Duration.ofSeconds(3);

  /** From asking to the end of the answer. */
  static final Duration LONGEST_READING = Duration.ofSeconds(5);

  static final int MOST_BYTES = 256 * 1024;

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.shared();
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(LONGEST_CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final RestClient client;

  OutgoingCalls() {
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(LONGEST_READING);
    client = RestClient.builder().requestFactory(requests).requestInterceptor(new Bounds()).build();
  }

  /** A client to be built upon, with these bounds. */
  RestClient.Builder client() {
    return client.mutate();
  }

  /**
   * An object in JSON.
   *
   * @param token opens it, if it is not open to everybody
   * @throws ProviderFailure PROVIDER_AWAY, PROVIDER_REFUSED, PROVIDER_NOT_TRUSTED
   */
  Map<String, Object> object(URI uri, Optional<String> token) {
    return read(uri, token, OBJECT);
  }

  /** As {@link #object}, for a list of objects. */
  List<Map<String, Object>> objects(URI uri, Optional<String> token) {
    return read(uri, token, OBJECTS);
  }

  /** As {@link #object}, for a text. */
  String text(URI uri) {
    return new String(bytes(uri, Optional.empty()), java.nio.charset.StandardCharsets.UTF_8);
  }

  private <T> T read(URI uri, Optional<String> token, TypeReference<T> type) {
    byte[] body = bytes(uri, token);
    try {
      T read = json.readValue(body, type);
      if (read != null) {
        return read;
      }
    } catch (JacksonException e) {
      // Told below; its message may quote the answer.
    }
    throw new ProviderFailure(WebError.PROVIDER_NOT_TRUSTED, "no fitting JSON at " + place(uri));
  }

  private byte[] bytes(URI uri, Optional<String> token) {
    try {
      return client
          .get()
          .uri(uri)
          .accept(MediaType.APPLICATION_JSON)
          .headers(headers -> token.ifPresent(headers::setBearerAuth))
          .<byte[]>exchangeForRequiredValue((request, response) -> {
            requireSuccess(uri, response.getStatusCode());
            return response.getBody().readAllBytes();
          });
    } catch (RuntimeException e) {
      throw ProviderFailure.of(e);
    }
  }

  private static void requireSuccess(URI uri, HttpStatusCode status) {
    if (!status.is2xxSuccessful()) {
      WebError code =
          status.is4xxClientError() ? WebError.PROVIDER_REFUSED : WebError.PROVIDER_AWAY;
      throw new ProviderFailure(code, status.value() + " at " + place(uri));
    }
  }

  private static String place(URI uri) {
    return uri.getHost() + uri.getPath();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /** Ends an answer that is too long. */
  private static final class Bounds implements ClientHttpRequestInterceptor {
    @Override
    public ClientHttpResponse intercept(
        HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
      return new Bounded(execution.execute(request, body));
    }
  }

  private record Bounded(ClientHttpResponse response) implements ClientHttpResponse {
    @Override
    public HttpStatusCode getStatusCode() throws IOException {
      return response.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
      return response.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
      return response.getHeaders();
    }

    @Override
    public InputStream getBody() throws IOException {
      return new BoundedStream(response.getBody());
    }

    @Override
    public void close() {
      response.close();
    }
  }

  private static final class BoundedStream extends FilterInputStream {
    private int left = MOST_BYTES;

    BoundedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      take(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      take(Math.max(read, 0));
      return read;
    }

    private void take(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("the answer is longer than " + MOST_BYTES + " bytes");
      }
    }
  }
}
