package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moim.testkit.shared.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People who ask for company find each other, over HTTP. */
class RandomMatchTest extends RunningMoim {
  /** A second is promised on an idle machine; tests share theirs with others. */
  private static final Duration A_MOMENT = Duration.ofSeconds(10);

  @Test
  void two_who_suit_each_other_have_a_meeting_in_a_moment() {
    Api minji = api().member("suit-minji");
    Api jun = api().member("suit-jun");

    String hers =
        submit(minji, Map.of("place", List.of("gaepo", "seocho"), "time", List.of("lunch")));
    String his =
        submit(jun, Map.of("place", List.of("seocho"), "time", List.of("lunch", "dinner")));

    await().atMost(A_MOMENT).until(() -> minji.get(hers).text("status").equals("MATCHED"));
    String meeting = minji.get(hers).text("meetingId");
    assertThat(jun.get(his).text("meetingId")).isEqualTo(meeting);
    Api.Answer seen = jun.get("/meetings/" + meeting);
    assertThat(seen.json().path("members").size()).isEqualTo(2);
    assertThat(seen.json().path("agreed").path("place").get(0).asString()).isEqualTo("seocho");
    assertThat(seen.json().path("agreed").path("time").get(0).asString()).isEqualTo("lunch");
    await()
        .atMost(A_MOMENT)
        .until(() -> minji.get("/notifications").json().path("unread").asInt() > 0);
    assertThat(minji.get("/notifications").json().path("items").get(0).path("type").asString())
        .isEqualTo("MATCH_MADE");
  }

  @Test
  void two_who_do_not_suit_each_other_keep_waiting() {
    Api one = api().member("odd-one");
    Api other = api().member("odd-other");
    Api third = api().member("odd-third");

    String first = submit(one, Map.of("place", List.of("out"), "time", List.of("midnight")));
    String second = submit(other, Map.of("place", List.of("out"), "time", List.of("breakfast")));
    // A third who suits the first shows that the matching has seen all of them.
    String last = submit(third, Map.of("place", List.of("out"), "time", List.of("midnight")));

    await().atMost(A_MOMENT).until(() -> third.get(last).text("status").equals("MATCHED"));
    assertThat(one.get(first).text("status")).isEqualTo("MATCHED");
    assertThat(other.get(second).text("status")).isEqualTo("WAITING");
    assertThat(other.delete(second).status()).isEqualTo(204);
  }

  @Test
  void of_twenty_identical_requests_at_once_one_is_taken() throws Exception {
    Api eager = api().member("eager");
    Map<String, Object> request = Map.of("category", "study", "condition", Map.of());

    List<Api.Answer> answers =
        Race.of(20, i -> eager.post("/match-requests", request)).stream()
            .map(outcome -> outcome.result().orElseThrow())
            .toList();

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(19)
        .allSatisfy(answer -> {
          assertThat(answer.status()).isEqualTo(409);
          assertThat(answer.code()).isEqualTo("LIVE_REQUEST_EXISTS");
        });
    assertThat(eager.get("/match-requests").json().path("items").size()).isEqualTo(1);
    String taken = eager.get("/match-requests").json().path("items").get(0).path("id").asString();
    assertThat(eager.delete("/match-requests/" + taken).status()).isEqualTo(204);
  }

  @Test
  void friends_come_along_and_where_people_are_asked_all_must_accept() {
    Api leader = api().member("ask-leader");
    Api friend = api().member("ask-friend");
    Api third = api().member("ask-third");
    String leading = study(leader, 3, List.of("ask-friend"));
    String request = study(third, 3, List.of());

    assertThat(leader.get(leading).text("status")).isEqualTo("INVITING");
    assertThat(friend.get("/match-requests/invitations").json().path("items").size()).isEqualTo(1);
    Api.Answer along = friend.post(leading + "/companions/me");
    assertThat(along.status()).as(along.toString()).isEqualTo(201);
    String companion = "/match-requests/" + along.text("id");
    List<Asked> asked =
        List.of(
            new Asked(leader, leading), new Asked(friend, companion), new Asked(third, request));
    await().atMost(A_MOMENT).until(() -> asked.stream().allMatch(each -> each.is("PROPOSED")));
    asked.forEach(each -> assertThat(each.accept().status()).isEqualTo(200));

    await().atMost(A_MOMENT).until(() -> asked.stream().allMatch(each -> each.is("MATCHED")));
    assertThat(asked.stream().map(each -> each.member.get(each.request).text("meetingId")))
        .hasSize(3)
        .containsOnly(leader.get(leading).text("meetingId"));
    assertThat(third.post(request + "/acceptance").code()).isEqualTo("PROPOSAL_CLOSED");
  }

  @Test
  void who_declines_is_out_and_the_others_wait_again() {
    Api one = api().member("willing");
    Api other = api().member("unwilling");
    var willing = new Asked(one, study(one, 2, List.of()));
    var unwilling = new Asked(other, study(other, 2, List.of()));
    await().atMost(A_MOMENT).until(() -> willing.is("PROPOSED") && unwilling.is("PROPOSED"));

    assertThat(other.post(unwilling.request + "/refusal").status()).isEqualTo(200);

    assertThat(unwilling.is("CANCELLED")).isTrue();
    await().atMost(A_MOMENT).until(() -> willing.is("WAITING"));
    assertThat(one.delete(willing.request).status()).isEqualTo(204);
  }

  /** Somebody with a request in a category that asks before it makes a group. */
  private record Asked(Api member, String request) {
    boolean is(String status) {
      return member.get(request).text("status").equals(status);
    }

    Api.Answer accept() {
      return member.post(request + "/acceptance");
    }
  }

  private static String study(Api member, int size, List<String> party) {
    Api.Answer request =
        member.post(
            "/match-requests",
            Map.of(
                "category",
                "study",
                "condition",
                Map.of(),
                "size",
                Map.of("min", size, "max", size),
                "party",
                party));
    assertThat(request.status()).as(request.toString()).isEqualTo(201);
    return "/match-requests/" + request.text("id");
  }

  private static String submit(Api member, Map<String, List<String>> condition) {
    Api.Answer request =
        member.post("/match-requests", Map.of("category", "meal", "condition", condition));
    assertThat(request.status()).as(request.toString()).isEqualTo(201);
    return "/match-requests/" + request.text("id");
  }
}
