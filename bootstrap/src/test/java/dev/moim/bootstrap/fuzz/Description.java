package dev.moim.bootstrap.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The API's description (OpenAPI 3.1), as far as it says what may be sent and answered. */
final class Description {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode document;

  Description(JsonNode document) {
    this.document = document;
  }

  /** An operation at a path template. */
  record Endpoint(String method, String template, JsonNode operation) {
    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  List<Endpoint> endpoints() {
    List<Endpoint> endpoints = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation ->
                    endpoints.add(
                        new Endpoint(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            operation.getValue()))));
    return endpoints;
  }

  /** The schema of a JSON body; empty if the operation takes none. */
  Optional<JsonNode> body(Endpoint endpoint) {
    JsonNode schema = endpoint.operation.at("/requestBody/content/application~1json/schema");
    return schema.isMissingNode() ? Optional.empty() : Optional.of(resolve(schema));
  }

  JsonNode resolve(JsonNode schema) {
    JsonNode ref = schema.get("$ref");
    return ref == null ? schema : document.at(ref.stringValue().substring(1));
  }

  /**
   * What is wrong with an answer: its status or code are not described, or its body is not of the
   * described schema. Empty if nothing is.
   */
  Optional<String> fault(Endpoint endpoint, int status, String type, JsonNode body) {
    JsonNode response = endpoint.operation.at("/responses/" + status);
    if (response.isMissingNode()) {
      return Optional.of("the status is not described");
    }
    if (status < 400) {
      return Optional.empty();
    }
    if (!type.startsWith("application/problem+json")) {
      return Optional.of("is no problem document but " + type);
    }
    JsonNode content = response.at("/content/application~1problem+json");
    String code = body.path("code").asString("");
    if (!content.path("examples").has(code)) {
      return Optional.of("the code " + code + " is not described");
    }
    if (body.path("status").asInt() != status) {
      return Optional.of("the body tells another status");
    }
    return mismatch(content.path("schema"), body, "");
  }

  private Optional<String> mismatch(JsonNode declared, JsonNode value, String at) {
    JsonNode schema = resolve(declared);
    if (!isOfType(schema, value)) {
      return Optional.of(at + " is no " + schema.path("type"));
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        Optional<String> found = mismatch(schema.path("items"), value.get(i), at + "/" + i);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    if (!value.isObject() || !schema.has("properties")) {
      return Optional.empty();
    }
    for (JsonNode required : schema.path("required").values()) {
      if (!value.has(required.stringValue())) {
        return Optional.of(at + "/" + required.stringValue() + " is missing");
      }
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode property = schema.get("properties").get(field.getKey());
      if (property == null) {
        return Optional.of(at + "/" + field.getKey() + " is not described");
      }
      Optional<String> found = mismatch(property, field.getValue(), at + "/" + field.getKey());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isOfType(JsonNode schema, JsonNode value) {
    return switch (schema.path("type").asString("")) {
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> true;
    };
  }
}
