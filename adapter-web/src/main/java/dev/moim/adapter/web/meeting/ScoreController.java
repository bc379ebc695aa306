package dev.moim.adapter.web.meeting;

import dev.moim.adapter.web.shared.Pages;
import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.application.meeting.port.in.ViewScore;
import dev.moim.application.meeting.port.in.ViewTotalScore;
import dev.moim.application.member.port.in.ViewMember;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.meeting.ScoreReason;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Activity points: one's own with their reasons, others' in total. */
@RestController
@RequestMapping(path = "/api/v1/members", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Meetings")
class ScoreController {
  private static final String LIST = "score";

  /** How many points somebody has. */
  @Schema(name = "TotalScore")
  record TotalResponse(long total) {}

  /** One's points and a page of what they are made of, the latest first. */
  @Schema(name = "Score")
  record ScoreResponse(long total, List<EntryResponse> items, @Nullable String nextCursor) {}

  /** What points were given for, or lost. */
  @Schema(name = "ScoreEntry")
  record EntryResponse(
      String id,
      @Schema(example = "meal") String category,
      @Nullable String meetingId,
      @Schema(
              allowableValues = {
                "TOOK_PART",
                "HOSTED",
                "REVIEWED_OTHERS",
                "STARS_RECEIVED",
                "REPORTED_ABSENT"
              })
          String reason,
      int points,
      Instant at) {
    static EntryResponse of(ViewScore.Entry entry) {
      return new EntryResponse(
          entry.id().toString(),
          entry.category().value(),
          entry.meeting().map(MeetingId::toString).orElse(null),
          name(entry.reason()),
          entry.points(),
          entry.at());
    }

    private static String name(ScoreReason reason) {
      return reason.name();
    }
  }

  private final ViewScore viewScore;
  private final ViewTotalScore viewTotalScore;
  private final ViewMember viewMember;
  private final Categories categories;
  private final Pages pages;

  ScoreController(
      ViewScore viewScore,
      ViewTotalScore viewTotalScore,
      ViewMember viewMember,
      Categories categories,
      Pages pages) {
    this.viewScore = viewScore;
    this.viewTotalScore = viewTotalScore;
    this.viewMember = viewMember;
    this.categories = categories;
    this.pages = pages;
  }

  @GetMapping("/me/score")
  @Refuses("UNKNOWN_CATEGORY")
  @Operation(summary = "One's own activity score, and what it is made of")
  ScoreResponse own(
      Caller caller,
      @RequestParam(required = false) @Nullable String category,
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
    ViewScore.Score score =
        viewScore.view(
            caller,
            new ViewScore.Query(
                new ViewScore.Filter(
                    Optional.ofNullable(category).map(categories::named).map(Category::key),
                    Parameters.instant("from", from),
                    Parameters.instant("to", to)),
                pages.request(LIST, limit, cursor)));
    Pages.PageResponse<EntryResponse> page = pages.answer(LIST, score.entries(), EntryResponse::of);
    return new ScoreResponse(score.total(), page.items(), page.nextCursor());
  }

  @GetMapping("/{id}/score")
  @Refuses("MEMBER_NOT_FOUND")
  @Operation(
      summary = "How many activity points somebody has",
      description =
          "Points of a meeting count for others only when it can't be reviewed any more, all at"
              + " once; one's own count at once.")
  TotalResponse total(Caller caller, @PathVariable String id) {
    MemberId member =
        Parameters.id(id).map(MemberId::new).orElseThrow(MemberError.MEMBER_NOT_FOUND::exception);
    viewMember.view(caller, member);
    return new TotalResponse(viewTotalScore.total(caller, member));
  }
}
