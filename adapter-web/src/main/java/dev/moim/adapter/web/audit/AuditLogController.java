package dev.moim.adapter.web.audit;

import dev.moim.adapter.web.shared.Pages;
import dev.moim.adapter.web.shared.Pages.PageResponse;
import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.application.audit.port.in.AuditView;
import dev.moim.application.audit.port.in.ListAuditLog;
import dev.moim.domain.audit.AuditAction;
import dev.moim.domain.audit.AuditEntry;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What managers, admins and the operator did. */
@RestController
@RequestMapping(path = "/api/v1/audit-log", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Audit log")
class AuditLogController {
  private static final String LIST = "audit-log";
  private static final Map<String, AuditAction> ACTIONS =
      Arrays.stream(AuditAction.values())
          .collect(Collectors.toUnmodifiableMap(AuditAction::name, Function.identity()));

  /** A line of the audit log. */
  @Schema(name = "AuditEntry")
  record AuditEntryResponse(
      String id,
      Instant at,
      @Schema(description = "Who did it; absent if it was the operator") @Nullable Person actor,
      @Schema(example = "ROLE_CHANGED") String action,
      AuditSubjectJson subject,
      @Schema(description = "Whom it concerns") @Nullable Person member,
      @Schema(description = "From where; empty if that is not known") String address,
      @Schema(description = "Such as reason, from, to, until, outcome")
          Map<String, String> details) {
    static AuditEntryResponse of(AuditView view) {
      AuditEntry entry = view.entry();
      return new AuditEntryResponse(
          entry.id().toString(),
          entry.at(),
          entry.actor().map(actor -> Person.of(actor, view.actorName())).orElse(null),
          entry.action().name(),
          new AuditSubjectJson(entry.subject().kind(), entry.subject().id().toString()),
          entry.member().map(member -> Person.of(member, view.memberName())).orElse(null),
          entry.address(),
          entry.details());
    }
  }

  /** What it was done to. */
  @Schema(name = "AuditSubject")
  record AuditSubjectJson(@Schema(example = "MEMBER") String kind, String id) {}

  /** A member; without a nickname one who has left. */
  @Schema(name = "AuditPerson")
  record Person(String id, @Nullable String nickname) {
    static Person of(MemberId member, Optional<String> nickname) {
      return new Person(member.toString(), nickname.orElse(null));
    }
  }

  private final ListAuditLog listAuditLog;
  private final Pages pages;

  AuditLogController(ListAuditLog listAuditLog, Pages pages) {
    this.listAuditLog = listAuditLog;
    this.pages = pages;
  }

  @GetMapping
  @Refuses("NOT_ALLOWED")
  @Operation(summary = "The audit log, the latest first; for admins")
  PageResponse<AuditEntryResponse> list(
      Caller caller,
      @Parameter(description = "The id of who did it") @RequestParam(required = false)
          @Nullable String actor,
      @Parameter(description = "The id of whom it concerns") @RequestParam(required = false)
          @Nullable String member,
      @Parameter(
              schema =
                  @Schema(
                      allowableValues = {
                        "ROLE_CHANGED",
                        "MEMBER_WARNED",
                        "WARNING_WITHDRAWN",
                        "REPORT_DECIDED",
                        "ROOM_HIDDEN",
                        "ROOM_CANCELLED",
                        "COMMENT_HIDDEN"
                      }))
          @RequestParam(required = false)
          @Nullable String action,
      @Parameter(
              description = "The earliest instant wanted",
              schema = @Schema(type = "string", format = "date-time"))
          @RequestParam(required = false)
          @Nullable String from,
      @Parameter(
              description = "The first instant not wanted any more",
              schema = @Schema(type = "string", format = "date-time"))
          @RequestParam(required = false)
          @Nullable String to,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
          @RequestParam(required = false)
          @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    ListAuditLog.Query query =
        new ListAuditLog.Query(
            Parameters.id("actor", actor).map(MemberId::new),
            Parameters.id("member", member).map(MemberId::new),
            Parameters.oneOf("action", action, ACTIONS),
            Parameters.instant("from", from),
            Parameters.instant("to", to),
            pages.request(LIST, limit, cursor));
    return pages.answer(LIST, listAuditLog.list(caller, query), AuditEntryResponse::of);
  }
}
