package dev.moim.adapter.persistence.matching;

import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.Relaxation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * What members agreed to ask for no longer, as it is stored: {@code [{"facet": "way", "age":
 * "PT10M"}, {"least": 2, "age": "PT15M"}]}.
 */
final class RelaxationJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private RelaxationJson() {}

  static @Nullable String write(List<Relaxation> steps) {
    if (steps.isEmpty()) {
      return null;
    }
    ArrayNode root = JSON.createArrayNode();
    for (Relaxation step : steps) {
      switch (step) {
        case Relaxation.AnyValue any ->
            root.addObject().put("facet", any.facet().value()).put("age", any.age().toString());
        case Relaxation.SmallerGroup smaller ->
            root.addObject().put("least", smaller.least()).put("age", smaller.age().toString());
      }
    }
    return root.toString();
  }

  static List<Relaxation> read(@Nullable String json) {
    if (json == null) {
      return List.of();
    }
    List<Relaxation> steps = new ArrayList<>();
    for (JsonNode step : JSON.readTree(json)) {
      Duration age = Duration.parse(step.required("age").asString());
      steps.add(
          step.has("facet")
              ? new Relaxation.AnyValue(new FacetKey(step.get("facet").asString()), age)
              : new Relaxation.SmallerGroup(step.required("least").asInt(), age));
    }
    return steps;
  }
}
