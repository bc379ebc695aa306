package dev.moim.bootstrap.rights;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.imageio.ImageIO;

/** A sensible request to each endpoint, about objects that are there. */
final class Calls {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final Map<String, Function<World, Call>> BY_ENDPOINT = new HashMap<>();

  private Calls() {}

  /** A request, but for its method and who sends it. */
  record Call(String path, Optional<byte[]> body, Map<String, String> headers) {}

  static {
    on("POST /api/v1/members", w -> json("/members", signUp(w)));
    on("GET /api/v1/members", w -> plain("/members"));
    on("GET /api/v1/members/{id}", w -> plain("/members/" + w.owner().id()));
    on("GET /api/v1/members/{id}/picture", w -> plain("/members/" + w.picture() + "/picture"));
    on("GET /api/v1/members/{id}/account", w -> plain("/members/" + w.owner().id() + "/account"));
    on(
        "PUT /api/v1/members/{id}/role",
        w -> json("/members/" + w.other().id() + "/role", "{'role': 'MANAGER'}"));
    on("GET /api/v1/members/{id}/warnings", w -> plain("/members/" + w.owner().id() + "/warnings"));
    on(
        "POST /api/v1/members/{id}/warnings",
        w -> json("/members/" + w.other().id() + "/warnings", "{'reason': 'was late'}"));
    on("DELETE /api/v1/warnings/{id}", w -> plain("/warnings/" + w.warning()));
    on("GET /api/v1/members/me", w -> plain("/members/me"));
    on("PATCH /api/v1/members/me", w -> json("/members/me", "{'zone': 'Europe/Paris'}"));
    on(
        "PUT /api/v1/members/me/password",
        w ->
            json(
                "/members/me/password",
                "{'present': 'wrong horse', 'replacement': 'another battery'}"));
    on(
        "PUT /api/v1/members/me/email",
        w ->
            json(
                "/members/me/email", "{'email': 'new@people.example', 'password': 'wrong horse'}"));
    on("PUT /api/v1/members/me/email-verification", w -> plain("/members/me/email-verification"));
    on(
        "PUT /api/v1/members/me/picture",
        w ->
            new Call(
                "/api/v1/members/me/picture",
                Optional.of(png()),
                Map.of("Content-Type", "image/png")));
    on("DELETE /api/v1/members/me/picture", w -> plain("/members/me/picture"));
    on("GET /api/v1/members/me/warnings", w -> plain("/members/me/warnings"));
    on("GET /api/v1/members/me/export", w -> plain("/members/me/export"));
    on(
        "PUT /api/v1/members/me/withdrawal",
        w -> json("/members/me/withdrawal", "{'password': 'wrong horse'}"));
    on("DELETE /api/v1/members/me/withdrawal", w -> plain("/members/me/withdrawal"));
    on("GET /api/v1/members/me/identities", w -> plain("/members/me/identities"));
    on(
        "PUT /api/v1/members/me/identities/{provider}",
        w -> json("/members/me/identities/nowhere", "{}"));
    on(
        "DELETE /api/v1/members/me/identities/{provider}",
        w -> plain("/members/me/identities/" + w.identity()));
    on("GET /api/v1/members/me/blocks", w -> plain("/members/me/blocks"));
    on(
        "PUT /api/v1/members/me/blocks/{memberId}",
        w -> plain("/members/me/blocks/" + w.other().id()));
    on(
        "DELETE /api/v1/members/me/blocks/{memberId}",
        w -> plain("/members/me/blocks/" + w.other().id()));
    on(
        "POST /api/v1/email-confirmations",
        w -> json("/email-confirmations", "{'token': 'unknown'}"));
    on(
        "POST /api/v1/password-resets",
        w -> json("/password-resets", "{'email': 'nobody@people.example'}"));
    on(
        "POST /api/v1/password-resets/completion",
        w ->
            json(
                "/password-resets/completion",
                "{'token': 'unknown', 'password': 'another battery'}"));
    on(
        "POST /api/v1/sessions",
        w ->
            json("/sessions", "{'email': 'nobody@people.example', 'password': 'another battery'}"));
    on("GET /api/v1/sessions", w -> plain("/sessions"));
    on("DELETE /api/v1/sessions", w -> plain("/sessions"));
    on("POST /api/v1/sessions/refresh", w -> plain("/sessions/refresh"));
    on("DELETE /api/v1/sessions/current", w -> plain("/sessions/current"));
    on("DELETE /api/v1/sessions/{id}", w -> plain("/sessions/" + w.session()));
    on("GET /.well-known/jwks.json", w -> raw("/.well-known/jwks.json"));
    on("GET /api/v1/providers", w -> plain("/providers"));
    on("GET /oauth2/authorization/{provider}", w -> raw("/oauth2/authorization/nowhere"));
    on("GET /login/oauth2/code/{provider}", w -> raw("/login/oauth2/code/nowhere"));
    on("GET /api/v1/categories", w -> plain("/categories"));
    on("POST /api/v1/rooms", w -> json("/rooms", room()));
    on("GET /api/v1/rooms", w -> plain("/rooms"));
    on("GET /api/v1/rooms/{id}", w -> plain("/rooms/" + w.room()));
    on("PATCH /api/v1/rooms/{id}", w -> json("/rooms/" + w.room(), "{'title': 'Another'}"));
    on("DELETE /api/v1/rooms/{id}", w -> plain("/rooms/" + w.room()));
    on("POST /api/v1/rooms/{id}/members", w -> plain("/rooms/" + w.room() + "/members"));
    on("DELETE /api/v1/rooms/{id}/members/me", w -> plain("/rooms/" + w.room() + "/members/me"));
    on(
        "DELETE /api/v1/rooms/{id}/members/{memberId}",
        w -> plain("/rooms/" + w.room() + "/members/" + w.seated().id()));
    on("POST /api/v1/rooms/{id}/wait-list", w -> plain("/rooms/" + w.fullRoom() + "/wait-list"));
    on(
        "DELETE /api/v1/rooms/{id}/wait-list/me",
        w -> plain("/rooms/" + w.roomWaitedFor() + "/wait-list/me"));
    on("POST /api/v1/rooms/{id}/confirmation", w -> plain("/rooms/" + w.room() + "/confirmation"));
    on("GET /api/v1/rooms/{id}/comments", w -> plain("/rooms/" + w.room() + "/comments"));
    on(
        "POST /api/v1/rooms/{id}/comments",
        w -> json("/rooms/" + w.room() + "/comments", "{'text': 'Where?'}"));
    on(
        "PATCH /api/v1/rooms/{id}/comments/{commentId}",
        w -> json("/rooms/" + w.comment(), "{'text': 'When?'}"));
    on("DELETE /api/v1/rooms/{id}/comments/{commentId}", w -> plain("/rooms/" + w.comment()));
    on(
        "PUT /api/v1/rooms/{id}/comments/{commentId}/hiding",
        w -> plain("/rooms/" + w.comment() + "/hiding"));
    on("POST /api/v1/match-requests", w -> json("/match-requests", "{'category': 'exercise'}"));
    on("GET /api/v1/match-requests", w -> plain("/match-requests?mine"));
    on("GET /api/v1/match-requests/{id}", w -> plain("/match-requests/" + w.matchRequest()));
    on("DELETE /api/v1/match-requests/{id}", w -> plain("/match-requests/" + w.matchRequest()));
    on("GET /api/v1/match-requests/invitations", w -> plain("/match-requests/invitations"));
    on(
        "POST /api/v1/match-requests/{id}/repetition",
        w -> plain("/match-requests/" + w.matchRequest() + "/repetition"));
    on(
        "POST /api/v1/match-requests/{id}/start",
        w -> plain("/match-requests/" + w.matchRequest() + "/start"));
    on(
        "POST /api/v1/match-requests/{id}/companions/me",
        w -> plain("/match-requests/" + w.matchRequest() + "/companions/me"));
    on(
        "DELETE /api/v1/match-requests/{id}/companions/me",
        w -> plain("/match-requests/" + w.matchRequest() + "/companions/me"));
    on(
        "POST /api/v1/match-requests/{id}/acceptance",
        w -> plain("/match-requests/" + w.matchRequest() + "/acceptance"));
    on(
        "POST /api/v1/match-requests/{id}/refusal",
        w -> plain("/match-requests/" + w.matchRequest() + "/refusal"));
    on("GET /api/v1/pools", w -> plain("/pools"));
    on("GET /api/v1/meetings", w -> plain("/meetings"));
    on("GET /api/v1/meetings/{id}", w -> plain("/meetings/" + w.meeting()));
    on(
        "GET /api/v1/meetings/{id}/calendar.ics",
        w -> plain("/meetings/" + w.meeting() + "/calendar.ics"));
    on("GET /api/v1/meetings/{id}/reviews", w -> plain("/meetings/" + w.meeting() + "/reviews"));
    on(
        "POST /api/v1/meetings/{id}/reviews",
        w ->
            json(
                "/meetings/" + w.meeting() + "/reviews",
                "{'reviews': [{'memberId': '" + w.other().id() + "', 'stars': 5}]}"));
    on("GET /api/v1/members/me/score", w -> plain("/members/me/score"));
    on("GET /api/v1/members/{id}/score", w -> plain("/members/" + w.owner().id() + "/score"));
    on(
        "DELETE /api/v1/meetings/{id}/members/me",
        w -> plain("/meetings/" + w.meeting() + "/members/me"));
    on("GET /api/v1/notifications", w -> plain("/notifications"));
    on("POST /api/v1/notifications/read", w -> json("/notifications/read", "{}"));
    on("POST /api/v1/reports", w -> json("/reports", report("" + w.room())));
    on("GET /api/v1/reports", w -> plain("/reports"));
    on("GET /api/v1/reports/{id}", w -> plain("/reports/" + w.report()));
    on(
        "POST /api/v1/reports/{id}/decision",
        w ->
            json(
                "/reports/" + w.report() + "/decision",
                "{'decision': 'DISMISS', 'reason': 'nothing there'}"));
    on("GET /api/v1/audit-log", w -> plain("/audit-log"));
    on("GET /api/v1/admin/pools", w -> plain("/admin/pools"));
    on(
        "POST /api/v1/admin/pools/{category}/dry-run",
        w -> json("/admin/pools/meal/dry-run", "{'policies': ['plain']}"));
  }

  static Call of(String endpoint, World world) {
    Function<World, Call> call = BY_ENDPOINT.get(endpoint);
    if (call == null) {
      throw new AssertionError("no request is known for " + endpoint);
    }
    return call.apply(world);
  }

  private static void on(String endpoint, Function<World, Call> call) {
    BY_ENDPOINT.put(endpoint, call);
  }

  private static Call raw(String path) {
    return new Call(path, Optional.empty(), Map.of());
  }

  private static Call plain(String path) {
    return raw("/api/v1" + path);
  }

  /** With apostrophes for quotation marks. */
  private static Call json(String path, String body) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new Call("/api/v1" + path, Optional.of(bytes), JSON);
  }

  private static String signUp(World world) {
    String name = world.owner().id().toString().replace("-", "").substring(12);
    return "{'email': '%1$s@people.example', 'nickname': '%1$s', 'password': 'another battery'}"
        .formatted(name);
  }

  private static String room() {
    Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
    return "{'title': 'A room', 'category': 'meal', 'capacity': 4, 'meetsAt': '%s'}"
        .formatted(tomorrow);
  }

  private static String report(String room) {
    return "{'subject': {'kind': 'ROOM', 'id': '%s'}, 'reason': 'is rude'}".formatted(room);
  }

  private static byte[] png() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
