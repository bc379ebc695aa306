package dev.moim.bootstrap.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.bootstrap.People;
import dev.moim.bootstrap.RunningMoim;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks every endpoint that the program describes with every kind of caller, and compares the
 * answers with the table in {@code docs/rights.md}. Each case has people and objects of its own. An
 * endpoint without a row, and a row without an endpoint, fail the build.
 *
 * <p>It runs in a program of its own, since what it leaves behind would meet what others make.
 */
@TestPropertySource(properties = "spring.application.name=rights")
class RightsTableTest extends RunningMoim {
  private static final Logger LOG = LoggerFactory.getLogger(RightsTableTest.class);
  private static final Path TABLE = Path.of("../docs/rights.md");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired private BeanFactory program;
  private final HttpClient http = HttpClient.newHttpClient();

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  private Set<String> described() {
    JsonNode document = JSON.readTree(send(HttpRequest.newBuilder(at("/v3/api-docs"))).body());
    Set<String> endpoints = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue().propertyNames().stream()
                .filter(METHODS::contains)
                .forEach(method ->
                    endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return endpoints;
  }

  /** The rows of the table: what each kind of caller is answered, by endpoint. */
  private static Map<String, Map<Who, Integer>> table() throws IOException {
    Map<String, Map<Who, Integer>> rows = new LinkedHashMap<>();
    List<Who> columns = new ArrayList<>();
    for (String line : Files.readAllLines(TABLE)) {
      List<String> cells = List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
      if (line.startsWith("| endpoint |")) {
        cells.subList(2, cells.size() - 1).forEach(name -> columns.add(Who.named(name)));
      } else if (line.startsWith("| `/") || line.matches("\\| `[A-Z]+ /.*")) {
        Map<Who, Integer> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          row.put(columns.get(i), Integer.valueOf(cells.get(i + 2)));
        }
        rows.put(cells.get(1).replace("`", ""), row);
      }
    }
    return rows;
  }

  @Test
  void the_table_has_a_row_for_each_endpoint_and_no_other() throws IOException {
    assertThat(new TreeSet<>(table().keySet())).isEqualTo(described());
  }

  @Test
  void every_caller_is_answered_at_every_endpoint_as_the_table_says() throws IOException {
    Map<String, Map<Who, Integer>> table = table();
    People people = new People(program);
    List<String> unexpected = new ArrayList<>();
    Map<String, Map<Who, Integer>> seen = new LinkedHashMap<>();
    int cases = 0;

    table.keySet().retainAll(described());
    for (Map.Entry<String, Map<Who, Integer>> row : table.entrySet()) {
      for (Who who : Who.values()) {
        int status = status(row.getKey(), who, new World(program, people));
        seen.computeIfAbsent(row.getKey(), endpoint -> new LinkedHashMap<>()).put(who, status);
        Integer expected = row.getValue().get(who);
        if (expected == null || expected != status) {
          unexpected.add(
              "%s by %s: %d, and the table says %s".formatted(row.getKey(), who, status, expected));
        }
        cases++;
      }
    }

    LOG.info("{} cases: {} endpoints × {} callers", cases, table.size(), Who.values().length);
    assertThat(unexpected).as("of %d cases; seen: %s", cases, seen).isEmpty();
  }

  private int status(String endpoint, Who who, World world) {
    String method = endpoint.substring(0, endpoint.indexOf(' '));
    Calls.Call call = Calls.of(endpoint, world);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(call.path()))
            .method(
                method,
                call.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(call.body().get()));
    call.headers().forEach(request::header);
    who.token(world).ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return send(request).statusCode();
  }
}
