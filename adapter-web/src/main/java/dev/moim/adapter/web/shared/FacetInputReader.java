package dev.moim.adapter.web.shared;

import dev.moim.domain.condition.FacetInput;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads what somebody asks of a facet; what it means is for the facet's kind to decide. */
final class FacetInputReader extends StdDeserializer<FacetInput> {
  private static final FacetInput ANYTHING = new FacetInput.Choice(List.of());

  FacetInputReader() {
    super(FacetInput.class);
  }

  @Override
  public FacetInput getNullValue(DeserializationContext context) {
    return ANYTHING;
  }

  @Override
  public FacetInput deserialize(JsonParser parser, DeserializationContext context) {
    JsonNode answer = context.readTree(parser);
    if (answer.isArray()) {
      List<String> options = new ArrayList<>();
      for (JsonNode option : answer) {
        if (!option.isString()) {
          return refuse(context, parser);
        }
        options.add(option.stringValue());
      }
      return new FacetInput.Choice(options);
    }
    JsonNode from = answer.get("from");
    JsonNode to = answer.get("to");
    boolean span = from != null && to != null && answer.size() == 2;
    if (!answer.isObject() || !span || !isBound(from) || !isBound(to)) {
      return refuse(context, parser);
    }
    return new FacetInput.Span(from.asString(), to.asString());
  }

  private static boolean isBound(JsonNode bound) {
    return bound.isString() || bound.isIntegralNumber();
  }

  private static FacetInput refuse(DeserializationContext context, JsonParser parser) {
    return (FacetInput)
        context.handleUnexpectedToken(
            context.constructType(FacetInput.class),
            JsonToken.START_OBJECT,
            parser,
            "an array of options, or {from, to}");
  }
}
