package dev.moim.adapter.web.condition;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.condition.Range;
import dev.moim.domain.condition.TimeWindow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A condition as it goes out: for each facet that is not open either its options, as an array, or
 * {@code {from, to}} with numbers for levels and instants for windows. It comes in the same way.
 */
@Schema(ref = "#/components/schemas/Condition")
public record ConditionJson(@JsonValue Map<String, Object> facets) {
  private record Levels(int from, int to) {}

  private record Window(Instant from, Instant to) {}

  public static ConditionJson of(AllOf condition) {
    return new ConditionJson(facets(condition));
  }

  private static Map<String, Object> facets(AllOf condition) {
    Map<String, Object> facets = new LinkedHashMap<>();
    condition.facets().forEach((key, value) -> facets.put(key.value(), json(value)));
    return facets;
  }

  private static Object json(MatchCondition condition) {
    return switch (condition) {
      case OneOf choice -> List.copyOf(choice.options());
      case Range range -> new Levels(range.from(), range.to());
      case TimeWindow window -> new Window(window.from(), window.to());
      case AllOf all -> facets(all);
    };
  }
}
