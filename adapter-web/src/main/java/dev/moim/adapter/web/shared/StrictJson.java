package dev.moim.adapter.web.shared;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.SharedError;
import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads request bodies strictly, and writes answers. A request is a record: each of its components
 * must be there unless it is {@link Nullable}, so a controller never meets a missing value.
 *
 * <p>What is not JSON, or has an unknown, repeated or ill-typed field, is malformed (400). What is
 * well-formed but incomplete is refused with all missing fields at once (422). A body is first read
 * as a tree, so that one walk can find everything that is missing.
 */
final class StrictJson extends AbstractHttpMessageConverter<Object> {
  private final JsonMapper mapper;

  StrictJson(JsonMapper mapper) {
    super(MediaType.APPLICATION_JSON);
    this.mapper = mapper;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type.isRecord() && type.getPackageName().startsWith("dev.moim.adapter.web");
  }

  @Override
  protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
    return read(message.getBody().readAllBytes(), type);
  }

  @Override
  protected void writeInternal(Object answer, HttpOutputMessage message) throws IOException {
    message.getBody().write(mapper.writeValueAsBytes(answer));
  }

  /**
   * @throws DomainException MALFORMED, INVALID_INPUT with the missing fields
   */
  <T> T read(byte[] body, Class<T> type) {
    try {
      JsonNode tree = mapper.readTree(body);
      if (!tree.isObject()) {
        throw malformed("", "WRONG_TYPE");
      }
      refuseBrokenText(tree, "");
      refuseUnknown(tree, type, "");
      List<FieldError> missing = new ArrayList<>();
      findMissing(tree, type, "", missing);
      T read = missing.isEmpty() ? mapper.treeToValue(tree, type) : null;
      if (read == null) {
        throw SharedError.invalid(missing);
      }
      return read;
    } catch (JacksonException e) {
      String pointer = pointer(e.getPath());
      if (pointer.isEmpty()) {
        throw WebError.MALFORMED.exception();
      }
      throw malformed(pointer, isNoInstant(e) ? "NOT_AN_INSTANT" : "WRONG_TYPE");
    }
  }

  private static boolean isNoInstant(JacksonException e) {
    return e instanceof InvalidFormatException wrong && wrong.getTargetType() == Instant.class;
  }

  private static DomainException malformed(String pointer, String code) {
    return new DomainException(
        WebError.MALFORMED, Map.of(), List.of(new FieldError(pointer, code)));
  }

  /** Half a surrogate pair is no character (RFC 8259, section 8.2), and can't be stored or sent. */
  private static void refuseBrokenText(JsonNode node, String pointer) {
    if (node.isString() && isBroken(node.stringValue())) {
      throw malformed(pointer, "BROKEN_TEXT");
    }
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        if (isBroken(field.getKey())) {
          throw malformed(pointer, "BROKEN_TEXT");
        }
        refuseBrokenText(field.getValue(), pointer + "/" + escape(field.getKey()));
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        refuseBrokenText(node.get(i), pointer + "/" + i);
      }
    }
  }

  private static boolean isBroken(String text) {
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  private static void refuseUnknown(JsonNode node, Class<?> type, String pointer) {
    Map<String, RecordComponent> known =
        List.of(type.getRecordComponents()).stream()
            .collect(Collectors.toMap(RecordComponent::getName, component -> component));
    Set<Map.Entry<String, JsonNode>> fields = node.properties();
    for (Map.Entry<String, JsonNode> field : fields) {
      String at = pointer + "/" + escape(field.getKey());
      RecordComponent component = known.get(field.getKey());
      JsonNode value = field.getValue();
      if (component == null) {
        throw malformed(at, "UNKNOWN_FIELD");
      }
      if (component.getType().isRecord() && value.isObject()) {
        refuseUnknown(value, component.getType(), at);
      } else if (value.isArray()
          && component.getAnnotatedType() instanceof AnnotatedParameterizedType list
          && elementOf(list) instanceof Class<?> element
          && element.isRecord()) {
        for (int i = 0; i < value.size(); i++) {
          if (value.get(i).isObject()) {
            refuseUnknown(value.get(i), element, at + "/" + i);
          }
        }
      }
    }
  }

  private static void findMissing(
      JsonNode node, Class<?> type, String pointer, List<FieldError> missing) {
    for (RecordComponent component : type.getRecordComponents()) {
      String at = pointer + "/" + component.getName();
      JsonNode value = node.get(component.getName());
      AnnotatedType declared = component.getAnnotatedType();
      if (value == null || value.isNull()) {
        if (!declared.isAnnotationPresent(Nullable.class)) {
          missing.add(new FieldError(at, "REQUIRED"));
        }
      } else if (component.getType().isRecord() && value.isObject()) {
        findMissing(value, component.getType(), at, missing);
      } else if (value.isArray() && declared instanceof AnnotatedParameterizedType list) {
        for (int i = 0; i < value.size(); i++) {
          if (value.get(i).isNull()) {
            missing.add(new FieldError(at + "/" + i, "REQUIRED"));
          } else if (value.get(i).isObject()
              && elementOf(list) instanceof Class<?> element
              && element.isRecord()) {
            findMissing(value.get(i), element, at + "/" + i, missing);
          }
        }
      }
    }
  }

  private static Type elementOf(AnnotatedParameterizedType list) {
    return list.getAnnotatedActualTypeArguments()[0].getType();
  }

  private static String pointer(List<JacksonException.Reference> path) {
    return path.stream()
        .map(step ->
            step.getPropertyName() == null
                ? "/" + step.getIndex()
                : "/" + escape(step.getPropertyName()))
        .collect(Collectors.joining());
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
