package dev.moim.adapter.web.shared;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.SharedError;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * <p>What is not JSON, or has an unknown or repeated field, is malformed (400). What is incomplete
 * then is refused with all missing fields at once (422), and what is complete but has an ill-typed
 * field is malformed again. A body is first read as a tree, so that one walk can find everything
 * that is missing ({@link BodyShape}).
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
      BodyShape shape = BodyShape.of(type);
      shape.refuseUnknown(tree);
      List<FieldError> missing = shape.missing(tree);
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

  static DomainException malformed(String pointer, String code) {
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
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
        return true;
      }
    }
    return false;
  }

  private static String pointer(List<JacksonException.Reference> path) {
    return path.stream()
        .map(step ->
            step.getPropertyName() == null
                ? "/" + step.getIndex()
                : "/" + escape(step.getPropertyName()))
        .collect(Collectors.joining());
  }

  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
