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
    JsonNode inspected = get(somebody(Role.ADMIN), inspections).is(200).json();

    JsonNode items = inspected.get("items");
    assertThat(items.valueStream().map(item -> item.get("category").stringValue()))
        .containsExactly("meal", "study", "exercise");
    assertThat(items.at("/2/lastHour").toString())
        .isEqualTo("{\"arrived\":0,\"matched\":0,\"expired\":0,\"lost\":0}");
    assertThat(items.at("/2/decisions").toString()).isEqualTo("[]");
    assertThat(inspected.at("/policies/0/name").stringValue()).isEqualTo("default");
    get(somebody(), inspections).is(403, "NOT_ALLOWED");
    get(somebody(Role.MANAGER), inspections).is(403, "NOT_ALLOWED");
    get(null, inspections).is(401, "NOT_SIGNED_IN");
  }

  @Test
  void admins_try_other_policies_on_a_day() {
    Person admin = somebody(Role.ADMIN);
    String request = "{\"policies\": [\"default\", \"oldest-first\"]}";

    Reply run = post(admin, inspections + "/exercise/dry-run", request).is(200);

    assertThat(run.text("/category")).isEqualTo("exercise");
    assertThat(run.text("/date")).isEqualTo("2026-03-02");
    assertThat(run.json().get("happened").propertyNames())
        .containsExactlyInAnyOrder("people", "matched", "expired", "cancelled");
    assertThat(run.text("/policies/1/policy")).isEqualTo("oldest-first");
    assertThat(run.json().at("/policies/0/timeToMatchSeconds/p50").isNumber()).isTrue();
    String past = "{\"policies\": [\"plain\"], \"date\": \"2026-02-28\"}";
    assertThat(post(admin, inspections + "/meal/dry-run", past).is(200).text("/date"))
        .isEqualTo("2026-02-28");
  }

  @Test
  void what_is_wrong_with_a_dry_run_is_said() {
    Person admin = somebody(Role.ADMIN);
    String plain = "{\"policies\": [\"plain\"]}";

    Reply refused =
        post(
                admin,
                inspections + "/meal/dry-run",
                "{\"policies\": [\"magic\"], \"date\": \"2026-12-24\"}")
            .is(422, "INVALID_INPUT");

    assertThat(refused.json().get("errors").valueStream().map(e -> e.get("pointer").stringValue()))
        .containsExactly("/policies/0", "/date");
    post(admin, inspections + "/travel/dry-run", plain).is(422, "UNKNOWN_CATEGORY");
    post(admin, inspections + "/meal/dry-run", "{\"policies\": [\"plain\"], \"date\": \"soon\"}")
        .is(400, "MALFORMED");
    post(somebody(), inspections + "/meal/dry-run", plain).is(403, "NOT_ALLOWED");
    post(somebody(Role.MANAGER), inspections + "/meal/dry-run", plain).is(403, "NOT_ALLOWED");
    post(null, inspections + "/meal/dry-run", plain).is(401, "NOT_SIGNED_IN");
  }
}
