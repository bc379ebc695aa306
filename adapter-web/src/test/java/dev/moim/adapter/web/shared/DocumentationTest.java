package dev.moim.adapter.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.moim.adapter.web.ApiTest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Holds the description against the controllers. That answers keep to it, with every status, code
 * and field, is checked by {@link ApiTest} for each answer in all tests.
 */
class DocumentationTest extends ApiTest {
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private void forEachEndpoint(BiConsumer<String, HandlerMethod> check) {
    int[] seen = {0};
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          for (String path : mapping.getPatternValues()) {
            if (path.startsWith("/api/")) {
              for (RequestMethod verb : mapping.getMethodsCondition().getMethods()) {
                check.accept(verb.name() + " " + path, method);
                seen[0]++;
              }
            }
          }
        });
    assertThat(seen[0]).isGreaterThanOrEqualTo(22);
  }

  private Optional<JsonNode> operation(String endpoint) {
    String[] parts = endpoint.split(" ", 2);
    return description().operation(parts[0], parts[1]);
  }

  @Test
  void every_endpoint_is_described_with_its_statuses() {
    forEachEndpoint((endpoint, method) -> {
      JsonNode operation = operation(endpoint).orElseThrow(() -> new AssertionError(endpoint));
      Set<String> expected = new TreeSet<>(Set.of("400", "406", "413", "429", "500", "503"));
      ResponseStatus status = method.getMethodAnnotation(ResponseStatus.class);
      expected.add("" + (status == null ? HttpStatus.OK : status.code()).value());
      if (!method.hasMethodAnnotation(Open.class)) {
        expected.add("401");
      }
      Refuses refuses = method.getMethodAnnotation(Refuses.class);
      for (String code : refuses == null ? new String[0] : refuses.value()) {
        expected.add("" + ProblemCatalogue.status(ProblemCatalogue.find(code).orElseThrow()));
      }
      if (Arrays.stream(method.getMethodParameters())
          .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))) {
        expected.addAll(Set.of("415", "422"));
      }
      assertThat(operation.get("responses").propertyNames()).as(endpoint).containsAll(expected);
      assertThat(operation.path("summary").asString("")).as(endpoint).isNotBlank();
    });
  }

  @Test
  void every_answer_tells_how_much_is_left() {
    forEachEndpoint((endpoint, method) -> {
      JsonNode responses = operation(endpoint).orElseThrow().get("responses");
      String success = responses.propertyNames().stream().sorted().findFirst().orElseThrow();
      for (String status : List.of(success, "429")) {
        assertThat(responses.at("/" + status + "/headers").propertyNames())
            .as(endpoint)
            .contains("RateLimit", "RateLimit-Policy");
      }
      assertThat(responses.at("/429/headers").propertyNames()).contains("Retry-After");
    });
    assertThat(description().document().at("/components/headers").propertyNames())
        .contains("RateLimit", "RateLimit-Policy");
  }

  @Test
  void what_controllers_are_handed_by_us_is_no_parameter() {
    assertThat(description().properties("Caller")).isEmpty();
    forEachEndpoint((endpoint, method) ->
        assertThat(operation(endpoint).orElseThrow().path("parameters").values())
            .as(endpoint)
            .noneMatch(parameter -> parameter.path("name").asString().equals("caller")));
  }

  @Test
  void every_query_parameter_and_header_is_described() {
    forEachEndpoint((endpoint, method) -> {
      Set<String> described = new TreeSet<>();
      operation(endpoint)
          .orElseThrow()
          .path("parameters")
          .values()
          .forEach(parameter -> described.add(parameter.get("name").stringValue()));
      for (var parameter : method.getMethodParameters()) {
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
          assertThat(described).as(endpoint).contains(parameter.getParameter().getName());
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null && !header.name().equals("Accept-Language")) {
          assertThat(described).as(endpoint).contains(header.name());
        }
      }
      if (endpoint.startsWith("POST") && !method.hasMethodAnnotation(Open.class)) {
        assertThat(described.contains(Idempotency.HEADER))
            .as(endpoint)
            .isEqualTo(!method.hasMethodAnnotation(ChangesNothing.class));
      }
    });
  }

  @Test
  void only_what_is_read_may_be_unchanged() {
    forEachEndpoint((endpoint, method) -> {
      if (!endpoint.startsWith("GET")) {
        assertThat(operation(endpoint).orElseThrow().path("responses").has("304"))
            .as(endpoint)
            .isFalse();
      }
    });
  }

  @Test
  void rooms_are_listed_whether_or_not_facets_are_asked_for() {
    assertThat(operation("GET /api/v1/rooms").orElseThrow().path("parameters").values())
        .filteredOn(parameter -> parameter.path("name").asString().equals("facets"))
        .singleElement()
        .satisfies(parameter -> assertThat(parameter.path("required").asBoolean(false)).isFalse());
  }

  @Test
  void every_field_of_every_request_and_answer_is_described() {
    Set<Class<?>> records = new LinkedHashSet<>(List.of(Problem.class));
    forEachEndpoint((endpoint, method) -> {
      collect(method.getMethod().getGenericReturnType(), records);
      for (var parameter : method.getMethodParameters()) {
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
          collect(parameter.getGenericParameterType(), records);
        }
      }
    });
    assertThat(records).hasSizeGreaterThan(20);

    for (Class<?> type : records) {
      Set<String> fields =
          Arrays.stream(type.getRecordComponents())
              .map(DocumentationTest::fieldName)
              .collect(Collectors.toCollection(TreeSet::new));
      for (String schema : schemas(type)) {
        assertThat(description().properties(schema)).as(schema).isEqualTo(fields);
      }
    }
  }

  private static String fieldName(RecordComponent component) {
    JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null ? component.getName() : renamed.value();
  }

  /** A generic record has a schema for each of its uses. */
  private List<String> schemas(Class<?> type) {
    Schema declared = type.getAnnotation(Schema.class);
    String name =
        declared == null || declared.name().isEmpty() ? type.getSimpleName() : declared.name();
    List<String> found = new ArrayList<>();
    for (String schema : description().document().at("/components/schemas").propertyNames()) {
      if (schema.equals(name) || (type.getTypeParameters().length > 0 && schema.startsWith(name))) {
        found.add(schema);
      }
    }
    assertThat(found).as("schemas of %s", type).isNotEmpty();
    return found;
  }

  private static void collect(Type type, Set<Class<?>> records) {
    if (type instanceof ParameterizedType generic) {
      collect(generic.getRawType(), records);
      for (Type argument : generic.getActualTypeArguments()) {
        collect(argument, records);
      }
    } else if (type instanceof Class<?> raw && raw.isRecord()) {
      Schema declared = raw.getAnnotation(Schema.class);
      boolean byHand = declared != null && !declared.ref().isEmpty();
      if (!byHand && raw.getName().startsWith("dev.moim.adapter.web") && records.add(raw)) {
        for (RecordComponent component : raw.getRecordComponents()) {
          collect(component.getGenericType(), records);
        }
      }
    }
  }

  @Test
  void what_is_described_as_open_is_open_and_nothing_else() {
    forEachEndpoint((endpoint, method) -> {
      String[] parts = endpoint.split(" ", 2);
      String path = parts[1].replaceAll("\\{\\w+}", "1");
      Reply reply = call(HttpMethod.valueOf(parts[0]), null, path, (String) null);

      boolean open = !reply.code().equals("NOT_SIGNED_IN");
      assertThat(open).as(endpoint).isEqualTo(method.hasMethodAnnotation(Open.class));
    });
  }

  @Test
  void the_document_is_open_api_3_1_with_a_bearer_scheme() {
    JsonNode document = description().document();

    assertThat(document.get("openapi").stringValue()).startsWith("3.1.");
    assertThat(document.at("/components/securitySchemes/accessToken/scheme").asString())
        .isEqualTo("bearer");
    assertThat(document.at("/components/schemas/Condition/example").isObject()).isTrue();
    assertThat(document.at("/components/schemas/OpenRoomRequest/required").valueStream())
        .map(JsonNode::stringValue)
        .containsExactlyInAnyOrder("title", "category", "meetsAt", "capacity");
  }
}
