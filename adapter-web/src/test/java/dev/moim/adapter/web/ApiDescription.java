package dev.moim.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document, as something that answers can be held against. */
public final class ApiDescription {
  private final JsonNode document;

  ApiDescription(JsonNode document) {
    this.document = document;
  }

  public JsonNode document() {
    return document;
  }

  /** The operation at a path template, such as {@code /api/v1/rooms/{id}}. */
  public Optional<JsonNode> operation(String method, String template) {
    return Optional.ofNullable(document.get("paths").get(template))
        .map(path -> path.get(method.toLowerCase(Locale.ROOT)));
  }

  /** The properties of a component schema. */
  public Set<String> properties(String schema) {
    JsonNode properties = document.at("/components/schemas/" + schema + "/properties");
    return properties.isObject() ? new TreeSet<>(properties.propertyNames()) : Set.of();
  }

  void check(HttpMethod method, String path, ApiTest.Reply reply) {
    String plain = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
    Optional<JsonNode> operation = template(plain).flatMap(t -> operation(method.name(), t));
    if (operation.isEmpty()) {
      return;
    }
    String what = method + " " + path + " → " + reply.status() + " " + reply.json();
    JsonNode response = operation.get().at("/responses/" + reply.status());
    assertThat(response.isMissingNode()).as("undescribed status: %s", what).isFalse();
    if (reply.status() >= 400) {
      JsonNode examples = response.at("/content/application~1problem+json/examples");
      assertThat(examples.has(reply.code())).as("undescribed code: %s", what).isTrue();
    }
    JsonNode content = response.get("content");
    if (reply.json().isObject() && content != null) {
      checkFields(reply.json(), content.values().iterator().next().get("schema"), what);
    }
  }

  private Optional<String> template(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return document.get("paths").propertyNames().stream()
        .map(PathPatternParser.defaultInstance::parse)
        .filter(pattern -> pattern.matches(parsed))
        .min(Comparator.naturalOrder())
        .map(PathPattern::getPatternString);
  }

  private void checkFields(JsonNode json, JsonNode schema, String what) {
    JsonNode resolved = resolve(schema);
    JsonNode properties = resolved.get("properties");
    if (json.isObject() && properties != null) {
      for (Map.Entry<String, JsonNode> field : json.properties()) {
        JsonNode described = properties.get(field.getKey());
        assertThat(described).as("undescribed field %s: %s", field.getKey(), what).isNotNull();
        checkFields(field.getValue(), described, what);
      }
      for (JsonNode required : resolved.path("required").values()) {
        assertThat(json.has(required.stringValue()))
            .as("%s is required: %s", required, what)
            .isTrue();
      }
    } else if (json.isArray() && resolved.has("items")) {
      json.values().forEach(item -> checkFields(item, resolved.get("items"), what));
    }
  }

  private JsonNode resolve(JsonNode schema) {
    JsonNode ref = schema.get("$ref");
    return ref == null ? schema : document.at(ref.stringValue().substring(1));
  }
}
