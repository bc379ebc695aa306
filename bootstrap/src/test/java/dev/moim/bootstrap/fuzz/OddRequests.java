package dev.moim.bootstrap.fuzz;

import dev.moim.bootstrap.fuzz.Description.Endpoint;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Makes requests of which each is nearly right: one that the description asks for, changed in a
 * place or two. What is wrong at once everywhere would never come past the first check.
 */
final class OddRequests {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final List<String> LANGUAGES =
      List.of("ko", "en", "*", "xx-YY;q=9", ",,;;", "ko\t");
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json;charset=utf-16",
          "text/plain",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "image/png",
          "a/b;c=\"",
          "nonsense");
  private static final int MOST_FIELDS_DEEP = 3;

  private final Description description;
  private final URI base;
  private final List<String> known;
  private final Random random;
  private final OddValues odd;

  /**
   * @param known identifiers of things that are there
   */
  OddRequests(Description description, URI base, List<String> known, Random random) {
    this.description = description;
    this.base = base;
    this.known = known;
    this.random = random;
    this.odd = new OddValues(random);
  }

  HttpRequest.Builder to(Endpoint endpoint) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path(endpoint)));
    String method = oneIn(40) ? "PATCH" : endpoint.method();
    Optional<String> body = description.body(endpoint).map(this::body);
    if (body.isEmpty() && oneIn(20)) {
      body = Optional.of(odd.json());
    }
    request.method(
        method,
        body.map(text -> BodyPublishers.ofByteArray(bytes(text))).orElse(BodyPublishers.noBody()));
    if (body.isPresent() && !oneIn(100)) {
      request.header("Content-Type", oneIn(25) ? pick(TYPES) : "application/json");
    }
    header(request, "Accept-Language", oneIn(4) ? pick(LANGUAGES) : "en");
    if (oneIn(6)) {
      header(request, "Idempotency-Key", oneIn(2) ? "key-" + random.nextInt(50) : odd.text());
    }
    if (oneIn(6)) {
      header(request, "If-Match", oneIn(2) ? "\"" + random.nextInt(4) + "\"" : odd.text());
    }
    if (oneIn(12)) {
      header(request, pick(List.of("X-Request-Id", "Accept", "Cookie", "Origin")), odd.text());
    }
    return request;
  }

  /** Headers that can't be sent at all are left out. */
  private static void header(HttpRequest.Builder request, String name, String value) {
    boolean sendable = value.chars().allMatch(c -> c == '\t' || (c >= 0x20 && c < 0x7F));
    if (sendable && value.length() < 4_000) {
      request.header(name, value);
    }
  }

  private String path(Endpoint endpoint) {
    String path =
        PARAMETER
            .matcher(endpoint.template())
            .replaceAll(name -> Matcher.quoteReplacement(encoded(id())));
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (JsonNode parameter : endpoint.operation().path("parameters").values()) {
      if (parameter.path("in").asString("").equals("query") && oneIn(3)) {
        query.add(parameter.get("name").stringValue() + "=" + encoded(parameter(parameter)));
      }
    }
    if (oneIn(30)) {
      query.add(encoded(shortened(odd.text())) + "=1");
    }
    return path + query;
  }

  private String id() {
    return switch (random.nextInt(5)) {
      case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
      case 1 -> {
        String text = shortened(odd.text());
        // An empty segment, or one of dots, is another path.
        yield text.isEmpty() || text.matches("\\.+") ? "none" : text;
      }
      default -> pick(known);
    };
  }

  private String parameter(JsonNode parameter) {
    List<String> allowed = new ArrayList<>();
    parameter.at("/schema/enum").values().forEach(value -> allowed.add(value.asString()));
    return !allowed.isEmpty() && !oneIn(3) ? pick(allowed) : shortened(odd.text());
  }

  private static String shortened(String text) {
    return text.length() > 2_000 ? text.substring(0, 2_000) : text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String body(JsonNode schema) {
    String body = oneIn(15) ? odd.json() : value(schema, 0);
    return oneIn(25) ? body.substring(0, random.nextInt(body.length() + 1)) : body;
  }

  private String value(JsonNode declared, int depth) {
    JsonNode schema = description.resolve(declared);
    if (oneIn(9)) {
      return odd.json();
    }
    return switch (schema.path("type").asString("")) {
      case "object" -> object(schema, depth);
      case "array" -> "[" + value(schema.path("items"), depth + 1).repeat(random.nextInt(2)) + "]";
      case "integer", "number" -> "" + (random.nextInt(30) - 3);
      case "boolean" -> "" + random.nextBoolean();
      default -> OddValues.quoted(string(schema));
    };
  }

  private String string(JsonNode schema) {
    List<String> allowed = new ArrayList<>();
    schema.path("enum").values().forEach(value -> allowed.add(value.asString()));
    if (!allowed.isEmpty()) {
      return pick(allowed);
    }
    return switch (schema.path("format").asString("")) {
      case "date-time" -> Instant.now().plusSeconds(random.nextInt(5_000_000)).toString();
      // Long enough passwords would be hashed, which takes long on purpose.
      case "password" -> oneIn(30) ? "correct horse " + random.nextInt(10) : "short";
      default ->
          switch (random.nextInt(4)) {
            case 0 -> odd.text();
            case 1 -> pick(known);
            case 2 -> pick(List.of("meal", "study", "exercise", "someone@people.example"));
            default -> schema.path("example").asString("word");
          };
    };
  }

  private String object(JsonNode schema, int depth) {
    StringJoiner fields = new StringJoiner(",", "{", "}");
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (!oneIn(12) && depth < MOST_FIELDS_DEEP) {
        fields.add(
            OddValues.quoted(property.getKey()) + ":" + value(property.getValue(), depth + 1));
      }
    }
    if (schema.path("additionalProperties").isObject() && !oneIn(3)) {
      String facet = pick(List.of("place", "time", "level", "when", "unknown"));
      fields.add("\"" + facet + "\":" + odd.json());
    }
    if (oneIn(15)) {
      fields.add(OddValues.quoted(odd.text()) + ":" + odd.json());
    }
    return fields.toString();
  }

  private byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && oneIn(60)) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
