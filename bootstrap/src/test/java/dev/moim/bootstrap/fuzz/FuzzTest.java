package dev.moim.bootstrap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.bootstrap.People;
import dev.moim.bootstrap.People.Someone;
import dev.moim.bootstrap.RunningMoim;
import dev.moim.bootstrap.fuzz.Description.Endpoint;
import dev.moim.domain.member.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Sends odd requests to every endpoint, as every kind of caller: no answer is a failure of ours,
 * and each refusal is a problem document as the description says. Each thread has its seed, so that
 * its requests are the same each time; what others do in between is not.
 *
 * <p>It runs in a program of its own, since what it leaves behind would meet what others make.
 */
@TestPropertySource(properties = "spring.application.name=fuzz")
class FuzzTest extends RunningMoim {
  private static final Logger LOG = LoggerFactory.getLogger(FuzzTest.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int THREADS = 4;
  private static final int REQUESTS = 5_500;

  @Autowired private BeanFactory program;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private URI base() {
    return URI.create("http://localhost:" + port());
  }

  @Test
  void no_request_however_odd_is_a_failure_of_ours() throws Exception {
    Description description =
        new Description(
            JSON.readTree(send(HttpRequest.newBuilder(base().resolve("/v3/api-docs"))).body()));

    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int seed = 0; seed < THREADS; seed++) {
        Random random = new Random(seed);
        running.add(threads.submit(() -> fuzz(description, random)));
      }
      for (Future<?> thread : running) {
        thread.get();
      }
    }

    LOG.info(
        "{} requests to {} endpoints: {}",
        THREADS * REQUESTS,
        description.endpoints().size(),
        statuses);
    assertThat(faults).isEmpty();
    assertThat(statuses.keySet())
        .as("what the requests came to: %s", statuses)
        .contains(200, 400, 401, 403, 404, 422);
  }

  private void fuzz(Description description, Random random) {
    People people = new People(program);
    List<Endpoint> endpoints = description.endpoints();
    List<Someone> callers = List.of();
    List<String> known = List.of();
    for (int i = 0; i < REQUESTS; i++) {
      if (i % 100 == 0) {
        // Those before have lost sessions and roles by what was sent in their name.
        callers =
            List.of(
                people.member(),
                people.member(),
                people.with(Role.MANAGER),
                people.with(Role.ADMIN));
        known = new ArrayList<>(callers.stream().map(someone -> someone.id().toString()).toList());
        known.addAll(rooms(callers));
      }
      Endpoint endpoint = endpoints.get(random.nextInt(endpoints.size()));
      HttpRequest.Builder request =
          new OddRequests(description, base(), known, random).to(endpoint);
      int caller = random.nextInt(callers.size() + 1);
      if (caller < callers.size()) {
        request.header("Authorization", "Bearer " + callers.get(caller).token());
      }
      judge(description, endpoint, request.build().method(), send(request));
    }
  }

  private List<String> rooms(List<Someone> hosts) {
    List<String> rooms = new ArrayList<>();
    for (Someone host : hosts) {
      HttpResponse<String> room =
          send(
              HttpRequest.newBuilder(base().resolve("/api/v1/rooms"))
                  .header("Authorization", "Bearer " + host.token())
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"title\": \"A room\", \"category\": \"meal\", \"capacity\": 4,"
                              + " \"meetsAt\": \"%s\"}"
                                  .formatted(Instant.now().plusSeconds(86_400)))));
      rooms.add(JSON.readTree(room.body()).path("id").asString("none"));
    }
    return rooms;
  }

  private void judge(
      Description description, Endpoint endpoint, String method, HttpResponse<String> answer) {
    int status = answer.statusCode();
    statuses.computeIfAbsent(status, key -> new AtomicInteger()).incrementAndGet();
    Optional<String> fault =
        status >= 500
            ? Optional.of("a failure of ours")
            : method.equals(endpoint.method())
                ? description.fault(
                    endpoint,
                    status,
                    answer.headers().firstValue("Content-Type").orElse(""),
                    json(answer.body()))
                : Optional.empty();
    fault.ifPresent(what ->
        faults.add(
            "%s (%s %s) → %d: %s: %s"
                .formatted(
                    endpoint,
                    method,
                    answer.request().uri(),
                    status,
                    what,
                    answer.body().substring(0, Math.min(answer.body().length(), 300)))));
  }

  private static JsonNode json(String body) {
    try {
      return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
