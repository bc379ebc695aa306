package dev.moim.adapter.persistence.shared;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.condition.Range;
import dev.moim.domain.condition.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conditions as they are stored, facet by facet:
 *
 * <pre>{@code
 * {"$v": 1,
 *  "place": {"oneOf": ["gaepo"]},
 *  "level": {"from": 3, "to": 7},
 *  "when": {"from": "2026-11-20T10:00:00Z", "to": "2026-11-20T12:00:00Z", "leastOverlap": "PT1H"}}
 * }</pre>
 *
 * <p>No facet is called {@code $v}: it is the version of this shape, so that a later one can tell.
 */
public final class ConditionJson {
  private static final String VERSION = "$v";
  private static final int CURRENT = 1;
  private static final JsonMapper JSON = JsonMapper.shared();

  private ConditionJson() {}

  public static String write(AllOf condition) {
    ObjectNode root = JSON.createObjectNode().put(VERSION, CURRENT);
    root.setAll(facets(condition));
    return root.toString();
  }

  /**
   * @throws IllegalArgumentException if the text is not a condition in a known shape
   */
  public static AllOf read(String text) {
    try {
      ObjectNode root = JSON.readTree(text).asObject();
      int version = root.required(VERSION).asInt();
      if (version != CURRENT) {
        throw new IllegalArgumentException("a condition of version " + version);
      }
      root.remove(VERSION);
      return facets(root);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a condition: " + text, e);
    }
  }

  private static ObjectNode node(MatchCondition condition) {
    ObjectNode node = JSON.createObjectNode();
    switch (condition) {
      case OneOf oneOf -> oneOf.options().forEach(node.putArray("oneOf")::add);
      case Range range -> node.put("from", range.from()).put("to", range.to());
      case TimeWindow window ->
          node.put("from", window.from().toString())
              .put("to", window.to().toString())
              .put("leastOverlap", window.leastOverlap().toString());
      case AllOf all -> node.set("allOf", facets(all));
    }
    return node;
  }

  private static ObjectNode facets(AllOf all) {
    ObjectNode node = JSON.createObjectNode();
    all.facets().forEach((facet, condition) -> node.set(facet.value(), node(condition)));
    return node;
  }

  private static MatchCondition condition(JsonNode node) {
    if (node.has("oneOf")) {
      List<String> options = new ArrayList<>();
      node.get("oneOf").forEach(option -> options.add(option.asString()));
      return new OneOf(options);
    }
    if (node.has("allOf")) {
      return facets(node.get("allOf").asObject());
    }
    if (node.has("leastOverlap")) {
      return new TimeWindow(
          Instant.parse(node.required("from").asString()),
          Instant.parse(node.required("to").asString()),
          Duration.parse(node.get("leastOverlap").asString()));
    }
    return new Range(node.required("from").asInt(), node.required("to").asInt());
  }

  private static AllOf facets(ObjectNode node) {
    var facets = new TreeMap<FacetKey, MatchCondition>();
    node.forEachEntry((facet, condition) -> facets.put(new FacetKey(facet), condition(condition)));
    return new AllOf(facets);
  }
}
