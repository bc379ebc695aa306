package dev.moim.adapter.web.moderation;

import dev.moim.adapter.web.moderation.ReportResponse.SubjectJson;
import dev.moim.adapter.web.shared.Pages;
import dev.moim.adapter.web.shared.Pages.PageResponse;
import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.application.moderation.port.in.DecideReport;
import dev.moim.application.moderation.port.in.FileReport;
import dev.moim.application.moderation.port.in.ListReports;
import dev.moim.application.moderation.port.in.ViewReport;
import dev.moim.domain.member.Caller;
import dev.moim.domain.moderation.ModerationError;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.ReportId;
import dev.moim.domain.shared.SharedError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports: filing them, and what managers decide about them. */
@RestController
@RequestMapping(path = "/api/v1/reports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reports")
class ReportController {
  private static final Map<String, ListReports.Queue> QUEUES =
      Map.of("OPEN", ListReports.Queue.OPEN, "DECIDED", ListReports.Queue.DECIDED);
  private static final Map<String, Outcome> DECISIONS =
      Map.of("DISMISS", Outcome.DISMISSED, "HIDE", Outcome.HIDDEN, "WARN", Outcome.WARNED);

  /** What is reported, and why. */
  record ReportRequest(
      SubjectJson subject, @Schema(description = "1–500 characters, for managers") String reason) {}

  /** A report as its reporter sees it. */
  record FiledReport(String id, SubjectJson subject, String reason, Instant reportedAt) {}

  /** A report, and all on the same subject with it. */
  record ReportDetails(
      ReportResponse report,
      @Schema(description = "Newest first, at most 100") List<ReportResponse> onSameSubject) {}

  /** What a manager decides. */
  record DecisionRequest(
      @Schema(allowableValues = {"DISMISS", "HIDE", "WARN"}) String decision,
      @Schema(description = "1–500 characters; a warned member reads them") String reason) {}

  private final FileReport fileReport;
  private final ListReports listReports;
  private final ViewReport viewReport;
  private final DecideReport decideReport;
  private final Pages pages;

  ReportController(
      FileReport fileReport,
      ListReports listReports,
      ViewReport viewReport,
      DecideReport decideReport,
      Pages pages) {
    this.fileReport = fileReport;
    this.listReports = listReports;
    this.viewReport = viewReport;
    this.decideReport = decideReport;
    this.pages = pages;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Sends(HttpHeaders.LOCATION)
  @Refuses({"NOTHING_TO_REPORT", "OWN_CONTENT", "ALREADY_REPORTED", "TOO_MANY_REPORTS"})
  @Operation(summary = "Report a room or a member to the managers")
  ResponseEntity<FiledReport> file(Caller caller, @RequestBody ReportRequest request) {
    UUID subject =
        Parameters.id(request.subject().id())
            .orElseThrow(ModerationError.NOTHING_TO_REPORT::exception);
    FileReport.Filed filed =
        fileReport.file(
            new FileReport.Command(caller, request.subject().kind(), subject, request.reason()));
    return ResponseEntity.created(URI.create("/api/v1/reports/" + filed.id()))
        .body(
            new FiledReport(
                filed.id().toString(),
                SubjectJson.of(filed.subject()),
                filed.reason(),
                filed.reportedAt()));
  }

  @GetMapping
  @Refuses("NOT_ALLOWED")
  @Operation(
      summary = "Reports that wait, oldest first, or decided ones, latest first; for managers")
  PageResponse<ReportResponse> list(
      Caller caller,
      @Parameter(
              schema =
                  @Schema(
                      allowableValues = {"OPEN", "DECIDED"},
                      defaultValue = "OPEN"))
          @RequestParam(required = false)
          @Nullable String status,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
          @RequestParam(required = false)
          @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    ListReports.Queue queue =
        Parameters.oneOf("status", status, QUEUES).orElse(ListReports.Queue.OPEN);
    String list = "reports " + queue;
    return pages.answer(
        list,
        listReports.list(caller, queue, pages.request(list, limit, cursor)),
        ReportResponse::of);
  }

  @GetMapping("/{id}")
  @Refuses({"NOT_ALLOWED", "REPORT_NOT_FOUND"})
  @Operation(summary = "One report, with all on the same subject; for managers")
  ReportDetails view(Caller caller, @PathVariable String id) {
    ViewReport.Result found = viewReport.view(caller, reportId(id));
    return new ReportDetails(
        ReportResponse.of(found.report()),
        found.onSameSubject().stream().map(ReportResponse::of).toList());
  }

  @PostMapping(path = "/{id}/decision", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Refuses({
    "NOT_ALLOWED",
    "REPORT_NOT_FOUND",
    "REPORT_DECIDED",
    "OWN_CASE",
    "MEMBER_NOT_FOUND",
    "NOT_TO_BE_WARNED"
  })
  @Operation(
      summary = "Decide about what was reported, which closes all reports on it; for managers")
  ReportResponse decide(
      Caller caller, Origin origin, @PathVariable String id, @RequestBody DecisionRequest request) {
    Outcome outcome =
        Optional.ofNullable(DECISIONS.get(request.decision()))
            .orElseThrow(() ->
                SharedError.invalid(
                    List.of(
                        new FieldError(
                            "/decision",
                            "UNKNOWN_OPTION",
                            Map.of("allowed", DECISIONS.keySet().stream().sorted().toList())))));
    return ReportResponse.of(
        decideReport.decide(
            new DecideReport.Command(caller, origin, reportId(id), outcome, request.reason())));
  }

  private static ReportId reportId(String id) {
    return Parameters.id(id)
        .map(ReportId::new)
        .orElseThrow(ModerationError.REPORT_NOT_FOUND::exception);
  }
}
