package dev.moim.adapter.web.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.domain.member.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PoolControllerTest extends ApiTest {
  private final String pools = "/api/v1/pools";
  private final String inspections = "/api/v1/admin/pools";

  @Test
  void any_member_sees_how_categories_are_matched() {
    JsonNode items = get(somebody(), pools).is(200).json().get("items");

    assertThat(items.valueStream().map(item -> item.get("category").stringValue()))
        .containsExactly("meal", "study", "exercise");
    assertThat(items.at("/0/waiting").isNumber()).isTrue();
    assertThat(items.at("/0").has("acceptanceSeconds")).isFalse();
    assertThat(items.at("/0/relaxations").toString()).isEqualTo("[]");
    get(null, pools).is(401, "NOT_SIGNED_IN");
  }

  @Test
  void only_admins_see_how_the_pools_work() {
    JsonNode items = get(somebody(Role.ADMIN), inspections).is(200).json().get("items");

    assertThat(items.valueStream().map(item -> item.get("category").stringValue()))
        .containsExactly("meal", "study", "exercise");
    assertThat(items.at("/2/lastHour").toString())
        .isEqualTo("{\"arrived\":0,\"matched\":0,\"expired\":0,\"lost\":0}");
    assertThat(items.at("/2/decisions").toString()).isEqualTo("[]");
    get(somebody(), inspections).is(403, "NOT_ALLOWED");
    get(somebody(Role.MANAGER), inspections).is(403, "NOT_ALLOWED");
    get(null, inspections).is(401, "NOT_SIGNED_IN");
  }
}
