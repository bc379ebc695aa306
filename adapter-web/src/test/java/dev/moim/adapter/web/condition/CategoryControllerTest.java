package dev.moim.adapter.web.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CategoryControllerTest extends ApiTest {
  @Test
  void anybody_sees_the_categories_and_what_they_ask() {
    JsonNode items = get(null, "/api/v1/categories").is(200).json().get("items");

    assertThat(items.valueStream().map(item -> item.get("key").stringValue()))
        .containsExactly("meal", "study", "exercise");
    assertThat(items.at("/0/size").toString()).contains("\"min\":2", "\"max\":4", "\"default\":");
    assertThat(items.at("/0/patience").stringValue()).isEqualTo("PT30M");
    assertThat(items.at("/0/facets/0/kind").stringValue()).isEqualTo("ONE_OF");
    assertThat(items.at("/0/facets/0/options/0/key").stringValue()).isEqualTo("seocho");
    assertThat(items.at("/0/facets/0/options/0/names").propertyNames()).contains("ko", "en");
    assertThat(items.at("/0/facets/1/options/1/hours").toString())
        .isEqualTo("{\"from\":\"11:30\",\"to\":\"13:30\"}");
    assertThat(items.at("/0/facets/0/options/0").has("hours")).isFalse();
    assertThat(items.at("/2/facets/2").toString()).contains("\"RANGE\"", "\"min\":1", "\"max\":5");
    assertThat(items.at("/2/facets/3").toString())
        .contains("\"TIME_WINDOW\"", "\"leastOverlap\":\"PT1H\"");
  }

  @Test
  void an_old_access_token_is_not_in_the_way_of_what_is_open() {
    get(new Person(somebody().id(), "x", "nonsense"), "/api/v1/categories").is(200);
  }
}
