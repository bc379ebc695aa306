package dev.moim.adapter.web.matching;

import dev.moim.adapter.web.shared.Pages;
import dev.moim.adapter.web.shared.Pages.PageResponse;
import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.matching.port.in.ListMatchRequests;
import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.matching.port.in.RepeatMatchRequest;
import dev.moim.application.matching.port.in.StartMatchRequest;
import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.matching.port.in.ViewMatchRequest;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Match requests of the caller. They carry no entity tag: an answer tells how many others wait,
 * which changes without the request's doing.
 */
@RestController
@RequestMapping(path = "/api/v1/match-requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Match requests")
class MatchRequestController {
  private static final String LIST = "match-requests";

  static final String FILL_ROOMS =
      "Whether a suitable open room will do as well: one that meets within 24 hours at a time and"
          + " with a condition that suit, holds no more than the greatest size asked for, and has"
          + " by then as many members as the least";

  /** What would suit the caller. */
  record SubmitMatchRequestRequest(
      @Schema(example = "meal") String category,
      @Schema(ref = "#/components/schemas/Condition") @Nullable Map<String, FacetInput> condition,
      @Nullable SizeRequest size,
      @Schema(description = "5 minutes to 24 hours ahead; the category's patience by default")
          @Nullable Instant expiresAt,
      @Schema(
              description = "Names of the pool's steps that the member agrees to",
              example = "[\"way\"]")
          @Nullable List<String> relax,
      @Schema(description = FILL_ROOMS + "; false by default") @Nullable Boolean fillRooms,
      @Schema(description = "Nicknames of up to three friends who are asked to come along")
          @Nullable List<String> party) {}

  /** The group sizes that suit, within the category's. */
  record SizeRequest(@Nullable Integer min, @Nullable Integer max) {}

  private final SubmitMatchRequest submitMatchRequest;
  private final ListMatchRequests listMatchRequests;
  private final ViewMatchRequest viewMatchRequest;
  private final CancelMatchRequest cancelMatchRequest;
  private final RepeatMatchRequest repeatMatchRequest;
  private final StartMatchRequest startMatchRequest;
  private final Pages pages;

  MatchRequestController(
      SubmitMatchRequest submitMatchRequest,
      ListMatchRequests listMatchRequests,
      ViewMatchRequest viewMatchRequest,
      CancelMatchRequest cancelMatchRequest,
      RepeatMatchRequest repeatMatchRequest,
      StartMatchRequest startMatchRequest,
      Pages pages) {
    this.submitMatchRequest = submitMatchRequest;
    this.listMatchRequests = listMatchRequests;
    this.viewMatchRequest = viewMatchRequest;
    this.cancelMatchRequest = cancelMatchRequest;
    this.repeatMatchRequest = repeatMatchRequest;
    this.startMatchRequest = startMatchRequest;
    this.pages = pages;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Sends(HttpHeaders.LOCATION)
  @Refuses({"UNKNOWN_CATEGORY", "LIVE_REQUEST_EXISTS", "MATCHING_PAUSED"})
  @Operation(summary = "Ask for a group; the answer comes at once, the matching follows")
  ResponseEntity<MatchRequestResponse> submit(
      Caller caller, @RequestBody SubmitMatchRequestRequest request) {
    Optional<SizeRequest> size = Optional.ofNullable(request.size());
    MatchRequestView submitted =
        submitMatchRequest.submit(
            new SubmitMatchRequest.Command(
                caller,
                request.category(),
                Optional.ofNullable(request.condition()).orElse(Map.of()),
                size.flatMap(wish -> Optional.ofNullable(wish.min())),
                size.flatMap(wish -> Optional.ofNullable(wish.max())),
                Optional.ofNullable(request.expiresAt()),
                Optional.ofNullable(request.relax()).orElse(List.of()),
                Optional.ofNullable(request.fillRooms()).orElse(false),
                Optional.ofNullable(request.party()).orElse(List.of())));
    return created(submitted);
  }

  private static ResponseEntity<MatchRequestResponse> created(MatchRequestView submitted) {
    return ResponseEntity.created(URI.create("/api/v1/match-requests/" + submitted.request().id()))
        .body(MatchRequestResponse.of(submitted));
  }

  @PostMapping("/{id}/repetition")
  @ResponseStatus(HttpStatus.CREATED)
  @Sends(HttpHeaders.LOCATION)
  @Refuses({
    "MATCH_REQUEST_NOT_FOUND",
    "UNKNOWN_CATEGORY",
    "LIVE_REQUEST_EXISTS",
    "MATCHING_PAUSED"
  })
  @Operation(summary = "Ask once more for what an earlier request of one's own asked for")
  ResponseEntity<MatchRequestResponse> repeat(Caller caller, @PathVariable String id) {
    return created(repeatMatchRequest.repeat(caller, requestId(id)));
  }

  @PostMapping("/{id}/start")
  @Refuses({"MATCH_REQUEST_NOT_FOUND", "REQUEST_NOT_WAITING"})
  @Operation(summary = "Look for a group without those friends who have not answered")
  MatchRequestResponse start(Caller caller, @PathVariable String id) {
    return MatchRequestResponse.of(startMatchRequest.start(caller, requestId(id)));
  }

  @GetMapping
  @Operation(summary = "One's own match requests, the latest submitted first")
  PageResponse<MatchRequestResponse> list(
      Caller caller,
      @Parameter(
              description = "Accepted for clarity: the list has one's own requests only",
              schema = @Schema(allowableValues = {"", "true"}))
          @RequestParam(required = false)
          @Nullable String mine,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
          @RequestParam(required = false)
          @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    Parameters.only("mine", mine);
    return pages.answer(
        LIST,
        listMatchRequests.list(caller, pages.request(LIST, limit, cursor)),
        MatchRequestResponse::of);
  }

  @GetMapping("/{id}")
  @Refuses("MATCH_REQUEST_NOT_FOUND")
  @Operation(summary = "One of one's own match requests")
  MatchRequestResponse view(Caller caller, @PathVariable String id) {
    return MatchRequestResponse.of(viewMatchRequest.view(caller, requestId(id)));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses({"MATCH_REQUEST_NOT_FOUND", "ALREADY_MATCHED", "REQUEST_NOT_WAITING"})
  @Operation(
      summary =
          "Take a match request back; `details.meetingId` or `details.roomId` tells if it is too"
              + " late")
  ResponseEntity<Void> cancel(Caller caller, @PathVariable String id) {
    cancelMatchRequest.cancel(new CancelMatchRequest.Command(caller, requestId(id)));
    return ResponseEntity.noContent().build();
  }

  static MatchRequestId requestId(String id) {
    return Parameters.id(id)
        .map(MatchRequestId::new)
        .orElseThrow(MatchingError.MATCH_REQUEST_NOT_FOUND::exception);
  }
}
