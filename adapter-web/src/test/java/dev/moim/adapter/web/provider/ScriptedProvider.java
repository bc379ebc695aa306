package dev.moim.adapter.web.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider that answers what a test wants it to, or not at all. */
final class ScriptedProvider implements AutoCloseable {
  /** An answer, at a path. */
  record Answer(int status, String body) {
    static Answer json(String body) {
      return json(200, body);
    }

    static Answer json(int status, String body) {
      return new Answer(status, body);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);

  /** What was asked: path, authorization and body. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  ScriptedProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  ScriptedProvider at(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  ScriptedProvider at(String path, String json) {
    return at(path, Answer.json(json));
  }

  /** Publishes what OpenID Connect Discovery wants published. */
  ScriptedProvider discoverable(String issuer) {
    return at(
        "/.well-known/openid-configuration",
        """
        {"issuer": "%1$s", "authorization_endpoint": "%2$s/authorize",
         "token_endpoint": "%2$s/token", "userinfo_endpoint": "%2$s/me", "jwks_uri": "%2$s/keys",
         "response_types_supported": ["code"], "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"]}\
        """
            .formatted(issuer, address()));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
      Answer answer = answers.get(path);
      if (answer == null) {
        over.await();
      } else {
        byte[] answered = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Location", address() + "/elsewhere");
        exchange.sendResponseHeaders(answer.status(), answered.length);
        exchange.getResponseBody().write(answered);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
