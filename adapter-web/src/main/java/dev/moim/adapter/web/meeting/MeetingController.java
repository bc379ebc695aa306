package dev.moim.adapter.web.meeting;

import dev.moim.adapter.web.shared.Pages;
import dev.moim.adapter.web.shared.Pages.PageResponse;
import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.application.meeting.port.in.ListMeetings;
import dev.moim.application.meeting.port.in.ViewMeeting;
import dev.moim.domain.meeting.MeetingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MeetingId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's meetings. */
@RestController
@RequestMapping(path = "/api/v1/meetings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Meetings")
class MeetingController {
  private static final String LIST = "meetings";

  private final ListMeetings listMeetings;
  private final ViewMeeting viewMeeting;
  private final Pages pages;

  MeetingController(ListMeetings listMeetings, ViewMeeting viewMeeting, Pages pages) {
    this.listMeetings = listMeetings;
    this.viewMeeting = viewMeeting;
    this.pages = pages;
  }

  @GetMapping
  @Operation(summary = "One's own meetings, the latest formed first")
  PageResponse<MeetingResponse> list(
      Caller caller,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
          @RequestParam(required = false)
          @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return pages.answer(
        LIST, listMeetings.list(caller, pages.request(LIST, limit, cursor)), MeetingResponse::of);
  }

  @GetMapping("/{id}")
  @Refuses("MEETING_NOT_FOUND")
  @Operation(summary = "One of one's own meetings")
  MeetingResponse view(Caller caller, @PathVariable String id) {
    MeetingId meeting =
        Parameters.id(id)
            .map(MeetingId::new)
            .orElseThrow(MeetingError.MEETING_NOT_FOUND::exception);
    return MeetingResponse.of(viewMeeting.view(caller, meeting));
  }
}
