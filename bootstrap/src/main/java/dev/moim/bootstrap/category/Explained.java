package dev.moim.bootstrap.category;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values of a configuration whose mistakes are told with their keys. */
final class Explained {
  private Explained() {}

  static <T> T required(@Nullable T value, String key) {
    if (value == null) {
      throw new CategoryConfigurationException(key + " is missing");
    }
    return value;
  }

  /** The value, or what its own check says, with the key in front. */
  static <T> T valid(String key, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new CategoryConfigurationException(key + ": " + e.getMessage());
    } catch (DomainException e) {
      FieldError error = e.fieldErrors().getFirst();
      throw new CategoryConfigurationException(
          key + error.pointer().replace('/', '.') + ": " + explain(error));
    }
  }

  private static String explain(FieldError error) {
    Map<String, Object> details = error.details();
    return switch (error.code()) {
      case "EMPTY_RANGE" -> "less than min";
      case "OUT_OF_RANGE" -> "from " + details.get("min") + " to " + details.get("max");
      default -> error.code() + " " + new TreeMap<>(details);
    };
  }
}
