package dev.moim.adapter.web.shared;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.Origin;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/** Describes the API (OpenAPI 3.1) from the controllers, so that the two cannot disagree. */
final class Documentation implements OperationCustomizer {
  static final String SCHEME = "accessToken";
  private static final String PROBLEM_REF = "#/components/schemas/Problem";
  private static final String DESCRIPTION =
      """
      Identifiers are opaque strings; instants are ISO-8601 in UTC; a field that is absent and one
      that is `null` mean the same; unknown fields and query parameters are refused. Lists are
      paged: `{items, nextCursor}`. Refusals are `application/problem+json` with a stable `code`,
      in English or Korean by `Accept-Language`; each is explained at `/problems`. Who asks too
      often is refused with 429 and told by `Retry-After` when to come again.
      """;

  static OpenAPI api() {
    // What controllers are handed besides what a client sends.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Origin.class);
    Components components =
        new Components()
            .addSecuritySchemes(
                SCHEME,
                new SecurityScheme()
                    .type(SecurityScheme.Type.HTTP)
                    .scheme("bearer")
                    .bearerFormat("JWT")
                    .description(
                        "The `accessToken` of `POST /api/v1/sessions`; good for 5 minutes"))
            .addHeaders(
                RateLimitFields.POLICY,
                limitHeader(
                    "The buckets that this request took from: each holds `q` tokens, and an empty"
                        + " one is full after `w` seconds",
                    "\"member\";q=20;w=3"))
            .addHeaders(
                RateLimitFields.STATE,
                limitHeader(
                    "What is left in each: `r` requests, and no more for `t` seconds",
                    "\"member\";r=19;t=1"));
    return new OpenAPI()
        .info(new Info().title("Moim").version("v1").description(DESCRIPTION))
        .components(components);
  }

  private static Header limitHeader(String description, String example) {
    return new Header().description(description).schema(typed("string")).example(example);
  }

  /** Adds the schemas that no controller names. */
  static void complete(OpenAPI api) {
    api.getComponents().addSchemas("Condition", condition());
    ModelConverters.getInstance(true)
        .readAll(Problem.class)
        .forEach(api.getComponents()::addSchemas);
  }

  private static Schema<?> condition() {
    Schema<?> options = typed("array").items(typed("string")).description("Any of these options");
    Schema<?> bound = new Schema<>();
    bound.oneOf(List.of(typed("integer"), typed("string").format("date-time")));
    Schema<?> span = typed("object").description("From one level or instant to another");
    span.addProperty("from", bound);
    span.addProperty("to", bound);
    span.setRequired(List.of("from", "to"));
    Schema<?> facet = new Schema<>();
    facet.oneOf(List.of(options, span));
    Schema<?> condition = typed("object");
    condition.setAdditionalProperties(facet);
    condition.setDescription(
        "What is acceptable, facet by facet; a facet left out accepts everything");
    condition.setExample(
        Map.of("place", List.of("gaepo", "seocho"), "level", Map.of("from", 3, "to", 7)));
    return condition;
  }

  private static Schema<?> typed(String type) {
    Schema<?> schema = new Schema<>();
    schema.addType(type);
    schema.setType(type);
    return schema;
  }

  /** Marks what a record always has as required, in requests and in answers. */
  static ModelConverter requiredComponents() {
    return new ModelConverter() {
      @Override
      public @Nullable Schema<?> resolve(
          AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord() && raw.getName().startsWith("dev.moim.")) {
          Schema<?> defined = context.getDefinedModels().get(nameOf(schema));
          require(defined == null ? schema : defined, raw);
        }
        return schema;
      }
    };
  }

  private static String nameOf(Schema<?> schema) {
    String ref = schema.get$ref();
    String name = ref == null ? schema.getName() : ref.substring(ref.lastIndexOf('/') + 1);
    return name == null ? "" : name;
  }

  private static void require(Schema<?> schema, Class<?> record) {
    Set<String> properties =
        schema.getProperties() == null ? Set.of() : schema.getProperties().keySet();
    for (RecordComponent component : record.getRecordComponents()) {
      boolean always = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (always && properties.contains(component.getName())) {
        if (schema.getRequired() == null || !schema.getRequired().contains(component.getName())) {
          schema.addRequiredItem(component.getName());
        }
      }
    }
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    boolean open = method.hasMethodAnnotation(Open.class);
    if (!open) {
      operation.addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }
    for (MethodParameter parameter : method.getMethodParameters()) {
      if (parameter.getParameterType() == Map.class) {
        // Any number of parameters, and none; springdoc knows it as required or not at all.
        operation.getParameters().stream()
            .filter(described -> described.getName().equals(parameter.getParameter().getName()))
            .forEach(described -> described.setRequired(false));
      }
    }
    ApiResponses responses = operation.getResponses();
    keepOnlySuccess(responses, method);
    Map<Integer, Set<String>> codes = new TreeMap<>();
    for (String code : codes(method, open)) {
      ErrorCode error =
          ProblemCatalogue.find(code)
              .orElseThrow(() -> new IllegalStateException("no such error code: " + code));
      codes
          .computeIfAbsent(ProblemCatalogue.status(error), status -> new TreeSet<>())
          .add(error.name());
    }
    codes.forEach((status, names) -> responses.addApiResponse("" + status, problem(status, names)));
    if (method.hasMethodAnnotation(ClientSigned.class)) {
      for (String header : List.of("Content-Digest", "Signature-Input", "Signature")) {
        operation.addParametersItem(
            new Parameter()
                .in("header")
                .name(header)
                .description("Only where client signatures are required (RFC 9421)")
                .schema(typed("string")));
      }
    }
    if (isRepeatable(method, open)) {
      operation.addParametersItem(
          new Parameter()
              .in("header")
              .name(Idempotency.HEADER)
              .description(
                  "1–255 printable characters of the client's own. The same key with the same body"
                      + " within 24 h gets the same answer again, with `Idempotent-Replay: true`")
              .schema(typed("string")));
    }
    return operation;
  }

  private static void keepOnlySuccess(ApiResponses responses, HandlerMethod method) {
    ResponseStatus declared = method.getMethodAnnotation(ResponseStatus.class);
    int status = declared == null ? 200 : declared.code().value();
    ApiResponse success = responses.values().stream().findFirst().orElseGet(ApiResponse::new);
    success.setDescription(HttpStatus.valueOf(status).getReasonPhrase());
    if (status == 204) {
      success.setContent(null);
    }
    Sends sends = method.getMethodAnnotation(Sends.class);
    if (sends != null) {
      for (String header : sends.value()) {
        success.addHeaderObject(header, new Header().schema(typed("string")));
      }
    }
    tellLimits(success);
    responses.clear();
    responses.addApiResponse("" + status, success);
    if (method.hasMethodAnnotation(GetMapping.class)
        && sends != null
        && Arrays.asList(sends.value()).contains("ETag")) {
      responses.addApiResponse("304", new ApiResponse().description("Not Modified"));
    }
  }

  /** On every answer: each request takes from a bucket. */
  private static void tellLimits(ApiResponse response) {
    for (String name : List.of(RateLimitFields.POLICY, RateLimitFields.STATE)) {
      response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }
  }

  private static Collection<String> codes(HandlerMethod method, boolean open) {
    Set<String> codes =
        new TreeSet<>(
            List.of(
                "INTERNAL_ERROR", "TOO_BUSY", "NOT_ACCEPTABLE", "OVERLOADED", "TOO_MANY_REQUESTS"));
    if (method.hasMethodAnnotation(ClientSigned.class)) {
      codes.add("CLIENT_SIGNATURE_INVALID");
    }
    Refuses refuses = method.getMethodAnnotation(Refuses.class);
    if (refuses != null) {
      codes.addAll(List.of(refuses.value()));
    }
    if (!open) {
      codes.add("NOT_SIGNED_IN");
      if (!method.hasMethodAnnotation(OpenToInactive.class)) {
        codes.addAll(List.of("MEMBER_BLOCKED", "MEMBER_WITHDRAWN"));
      }
    }
    codes.addAll(List.of("INVALID_PARAMETER", "MALFORMED"));
    codes.addAll(List.of("BODY_TOO_LARGE", "BODY_TOO_SLOW"));
    if (has(method, RequestBody.class)) {
      codes.addAll(List.of("MALFORMED", "UNSUPPORTED_MEDIA_TYPE", "INVALID_INPUT"));
    }
    boolean paged =
        Arrays.stream(method.getMethodParameters())
            .anyMatch(p ->
                p.hasParameterAnnotation(RequestParam.class)
                    && p.getParameter().getName().equals("cursor"));
    if (paged) {
      codes.add("INVALID_CURSOR");
    }
    if (isRepeatable(method, open)) {
      codes.addAll(List.of("INVALID_IDEMPOTENCY_KEY", "IDEMPOTENCY_KEY_REUSED"));
    }
    return codes;
  }

  private static boolean has(HandlerMethod method, Class<? extends Annotation> annotation) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
  }

  private static boolean isRepeatable(HandlerMethod method, boolean open) {
    return !open
        && method.hasMethodAnnotation(PostMapping.class)
        && !method.hasMethodAnnotation(ChangesNothing.class);
  }

  private static ApiResponse problem(int status, Set<String> names) {
    MediaType media = new MediaType().schema(new Schema<>().$ref(PROBLEM_REF));
    for (String name : names) {
      media.addExamples(name, example(status, name));
    }
    ApiResponse response =
        new ApiResponse()
            .description(String.join(", ", names))
            .content(new Content().addMediaType("application/problem+json", media));
    tellLimits(response);
    if (status == 503 || status == 429) {
      response.addHeaderObject("Retry-After", new Header().schema(typed("integer")));
    }
    if (status == 401) {
      response.addHeaderObject("WWW-Authenticate", new Header().schema(typed("string")));
    }
    return response;
  }

  private static Example example(int status, String name) {
    String title = ProblemCatalogue.find(name).map(ErrorCode::title).orElse(name);
    return new Example()
        .summary(title)
        .value(
            Map.of(
                "type", "/problems/" + name,
                "title", title,
                "status", status,
                "code", name));
  }
}
