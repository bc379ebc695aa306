package dev.moim.adapter.web.shared;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which fields a request body has, as its record says, and those of the records in it and in its
 * lists. It is found out once for each type: reflection makes annotations anew each time, which
 * took as long as reading a small body. Immutable.
 */
final class BodyShape {
  private static final ClassValue<BodyShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected BodyShape computeValue(Class<?> type) {
          return new BodyShape(type);
        }
      };

  private final Map<String, Field> fields = new LinkedHashMap<>();

  /**
   * A component of the record.
   *
   * @param shape what it has itself, if it is a record
   * @param list whether it is a list, which has no element that is null
   * @param elements what each element has, if it is a list of records
   */
  private record Field(
      boolean required, Optional<BodyShape> shape, boolean list, Optional<BodyShape> elements) {
    static Field of(RecordComponent component) {
      boolean list = Collection.class.isAssignableFrom(component.getType());
      return new Field(
          !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
          ofRecord(component.getType()),
          list,
          list
                  && component.getGenericType() instanceof ParameterizedType type
                  && type.getActualTypeArguments()[0] instanceof Class<?> element
              ? ofRecord(element)
              : Optional.empty());
    }

    private static Optional<BodyShape> ofRecord(Class<?> type) {
      return type.isRecord() ? Optional.of(BodyShape.of(type)) : Optional.empty();
    }

    /** Has a look at the records that stand in a value: itself, or its elements. */
    void inside(JsonNode value, String pointer, Look look) {
      if (value.isObject()) {
        shape.ifPresent(one -> look.at(one, value, pointer));
      } else if (value.isArray()) {
        elements.ifPresent(one -> {
          for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isObject()) {
              look.at(one, value.get(i), pointer + "/" + i);
            }
          }
        });
      }
    }
  }

  /** What is done with each record in a body. */
  @FunctionalInterface
  private interface Look {
    void at(BodyShape shape, JsonNode node, String pointer);
  }

  private BodyShape(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      fields.put(component.getName(), Field.of(component));
    }
  }

  /** The shape of a record type that does not contain itself. */
  static BodyShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /**
   * @throws DomainException MALFORMED with the first field that is unknown
   */
  void refuseUnknown(JsonNode body) {
    refuseUnknown(body, "");
  }

  private void refuseUnknown(JsonNode node, String pointer) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String at = pointer + "/" + StrictJson.escape(entry.getKey());
      Field field = fields.get(entry.getKey());
      if (field == null) {
        throw StrictJson.malformed(at, "UNKNOWN_FIELD");
      }
      field.inside(entry.getValue(), at, BodyShape::refuseUnknown);
    }
  }

  /** All that is required and not there. */
  List<FieldError> missing(JsonNode body) {
    List<FieldError> missing = new ArrayList<>();
    findMissing(body, "", missing);
    return missing;
  }

  private void findMissing(JsonNode node, String pointer, List<FieldError> missing) {
    fields.forEach((name, field) -> {
      String at = pointer + "/" + name;
      JsonNode value = node.get(name);
      if (value == null || value.isNull()) {
        if (field.required) {
          missing.add(new FieldError(at, "REQUIRED"));
        }
        return;
      }
      if (field.list && value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          if (value.get(i).isNull()) {
            missing.add(new FieldError(at + "/" + i, "REQUIRED"));
          }
        }
      }
      field.inside(value, at, (shape, inner, where) -> shape.findMissing(inner, where, missing));
    });
  }
}
