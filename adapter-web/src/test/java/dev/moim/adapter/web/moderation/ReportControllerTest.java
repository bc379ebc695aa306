package dev.moim.adapter.web.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.domain.member.Role;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ReportControllerTest extends ApiTest {
  private final String reports = "/api/v1/reports";

  private String room(Person host) {
    String body =
        """
        {"title": "Buy this", "description": "cheap", "category": "meal", "meetsAt": "%s",\
         "capacity": 4}\
        """
            .formatted(clock.now().plus(Duration.ofHours(3)));
    return post(host, "/api/v1/rooms", body).is(201).id();
  }

  private static String report(String kind, String id) {
    return """
    {"subject": {"kind": "%s", "id": "%s"}, "reason": "an advertisement"}\
    """
        .formatted(kind, id);
  }

  private Reply reported(Person by, String room) {
    return post(by, reports, report("ROOM", room)).is(201);
  }

  private Reply decide(Person by, String report, String decision) {
    return post(
        by,
        reports + "/" + report + "/decision",
        """
        {"decision": "%s", "reason": "against our rules"}\
        """
            .formatted(decision));
  }

  @Test
  void a_report_shows_its_reporter_what_was_sent_and_no_more() {
    Person host = somebody();
    String room = room(host);

    Reply filed = reported(somebody(), room);

    assertThat(filed.header("Location")).isEqualTo(reports + "/" + filed.id());
    assertThat(filed.text("/subject/kind")).isEqualTo("ROOM");
    assertThat(filed.text("/subject/id")).isEqualTo(room);
    assertThat(filed.text("/reason")).isEqualTo("an advertisement");
    assertThat(filed.json().propertyNames())
        .containsExactlyInAnyOrder("id", "subject", "reason", "reportedAt");
    assertThat(filed.json().toString()).doesNotContain(host.id().toString());
  }

  @Test
  void what_cannot_be_reported_is_refused() {
    Person me = somebody();
    String room = room(me);

    post(me, reports, report("ROOM", room)).is(422, "OWN_CONTENT");
    post(me, reports, report("MEMBER", me.id().toString())).is(422, "OWN_CONTENT");
    post(me, reports, report("ROOM", Samples.roomId().toString())).is(404, "NOTHING_TO_REPORT");
    post(me, reports, report("ROOM", "nonsense")).is(404, "NOTHING_TO_REPORT");
    Reply unknown = post(me, reports, report("PLANET", room)).is(422, "INVALID_INPUT");
    assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/subject/kind");
    assertThat(unknown.text("/errors/0/message")).contains("MEMBER", "ROOM");
    post(null, reports, report("ROOM", room)).is(401, "NOT_SIGNED_IN");
  }

  @Test
  void every_missing_field_is_named() {
    Reply refused = post(somebody(), reports, "{\"subject\": {}}").is(422, "INVALID_INPUT");

    assertThat(refused.json().get("errors").valueStream().map(e -> e.get("pointer").stringValue()))
        .containsExactlyInAnyOrder("/subject/kind", "/subject/id", "/reason");
  }

  @Test
  void the_same_is_not_reported_twice_and_one_key_gives_one_report() {
    Person me = somebody();
    String room = room(somebody());

    Reply first = post(me, reports, report("ROOM", room), "Idempotency-Key", "one").is(201);

    Reply again = post(me, reports, report("ROOM", room), "Idempotency-Key", "one").is(201);
    assertThat(again.id()).isEqualTo(first.id());
    post(me, reports, report("ROOM", room)).is(409, "ALREADY_REPORTED");
  }

  @Test
  void a_manager_finds_a_report_and_all_on_the_same_subject() {
    Person manager = somebody(Role.MANAGER);
    Person host = somebody();
    Person me = somebody();
    String room = room(host);
    String first = reported(me, room).id();
    reported(somebody(), room);

    Reply found = get(manager, reports + "/" + first).is(200);

    assertThat(found.json().get("onSameSubject").size()).isEqualTo(2);
    assertThat(found.text("/report/author/nickname")).isEqualTo(host.nickname());
    assertThat(found.text("/report/reporter/id")).isEqualTo(me.id().toString());
    assertThat(found.text("/report/texts/title")).isEqualTo("Buy this");
    assertThat(found.text("/report/link")).isEqualTo("/rooms/" + room);
    assertThat(found.text("/report/status")).isEqualTo("OPEN");
    assertThat(found.json().get("report").has("decision")).isFalse();
  }

  @Test
  void the_queue_is_turned_page_by_page() {
    Person manager = somebody(Role.MANAGER);
    Person host = somebody();
    Person me = somebody();
    for (int i = 0; i < 3; i++) {
      reported(me, room(host));
    }

    Reply page = get(manager, reports + "?limit=2").is(200);

    assertThat(page.json().get("items").size()).isEqualTo(2);
    String cursor = page.text("/nextCursor");
    get(manager, reports + "?status=OPEN&limit=2&cursor=" + cursor).is(200);
    get(manager, reports + "?status=DECIDED&cursor=" + cursor).is(400, "INVALID_CURSOR");
    get(manager, reports + "?status=HIDDEN").is(400, "INVALID_PARAMETER");
    get(manager, reports + "?author=" + me.id()).is(400, "INVALID_PARAMETER");
  }

  @Test
  void only_managers_look_and_decide() {
    Person me = somebody();
    String report = reported(me, room(somebody())).id();

    get(me, reports).is(403, "NOT_ALLOWED");
    get(me, reports + "/" + report).is(403, "NOT_ALLOWED");
    decide(me, report, "DISMISS").is(403, "NOT_ALLOWED");
    get(somebody(Role.MANAGER), reports + "/nonsense").is(404, "REPORT_NOT_FOUND");
    decide(somebody(Role.MANAGER), Samples.reportId().toString(), "DISMISS")
        .is(404, "REPORT_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({"DISMISS, DISMISSED", "HIDE, HIDDEN", "WARN, WARNED"})
  void a_decision_is_made_once(String decision, String status) {
    Person manager = somebody(Role.MANAGER);
    String report = reported(somebody(), room(somebody())).id();

    Reply decided = decide(manager, report, decision).is(200);

    assertThat(decided.text("/status")).isEqualTo(status);
    assertThat(decided.text("/decision/by/nickname")).isEqualTo(manager.nickname());
    assertThat(decided.text("/decision/reason")).isEqualTo("against our rules");
    decide(manager, report, decision).is(409, "REPORT_DECIDED");
    JsonNode latest = get(manager, reports + "?status=DECIDED").is(200).json().at("/items/0");
    assertThat(latest.get("id").stringValue()).isEqualTo(report);
  }

  @Test
  void a_decision_that_is_none_is_refused() {
    Person manager = somebody(Role.MANAGER);
    String report = reported(somebody(), room(somebody())).id();

    assertThat(decide(manager, report, "DELETE").is(422, "INVALID_INPUT").text("/errors/0/pointer"))
        .isEqualTo("/decision");
    post(
            manager,
            reports + "/" + report + "/decision",
            "{\"decision\": \"DISMISS\", \"reason\": \"\"}")
        .is(422, "INVALID_INPUT");
  }

  @Test
  void managers_neither_decide_about_themselves_nor_warn_their_equals() {
    Person manager = somebody(Role.MANAGER);
    String report =
        post(somebody(), reports, report("MEMBER", manager.id().toString())).is(201).id();

    decide(manager, report, "DISMISS").is(403, "OWN_CASE");
    decide(somebody(Role.MANAGER), report, "WARN").is(409, "NOT_TO_BE_WARNED");
    decide(somebody(Role.ADMIN), report, "WARN").is(200);
  }

  @Test
  void a_hidden_room_keeps_its_text_from_all_but_host_and_managers() {
    Person host = somebody();
    Person manager = somebody(Role.MANAGER);
    Person me = somebody();
    String room = room(host);
    decide(manager, reported(me, room).id(), "HIDE").is(200);

    Reply shown = get(me, "/api/v1/rooms/" + room).is(200);

    assertThat(shown.json().get("hidden").booleanValue()).isTrue();
    assertThat(shown.text("/title")).isEqualTo("…");
    assertThat(shown.text("/description")).isEmpty();
    assertThat(shown.text("/status")).isEqualTo("CANCELLED");
    assertThat(get(host, "/api/v1/rooms/" + room).text("/title")).isEqualTo("Buy this");
    assertThat(get(manager, "/api/v1/rooms/" + room).text("/title")).isEqualTo("Buy this");
    post(me, reports, report("ROOM", room)).is(404, "NOTHING_TO_REPORT");
  }

  @Test
  void twenty_open_reports_are_enough() {
    Person host = somebody();
    Person me = somebody();
    for (int i = 0; i < 20; i++) {
      reported(me, room(somebody()));
    }

    Reply refused = post(me, reports, report("ROOM", room(host))).is(409, "TOO_MANY_REPORTS");

    assertThat(refused.text("/detail")).contains("20");
  }
}
