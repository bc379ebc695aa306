package dev.moim.adapter.persistence.shared;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Texts by name, stored as one JSON object. */
public final class TextMapJson {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> TYPE = new TypeReference<>() {};

  private TextMapJson() {}

  public static String write(Map<String, String> texts) {
    return JSON.writeValueAsString(new TreeMap<>(texts));
  }

  public static Map<String, String> read(String json) {
    return JSON.readValue(json, TYPE);
  }
}
