package dev.moim.adapter.web.meeting;

import dev.moim.adapter.web.shared.Pages;
import dev.moim.adapter.web.shared.Pages.PageResponse;
import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Reach;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Texts;
import dev.moim.application.meeting.port.in.CannotCome;
import dev.moim.application.meeting.port.in.ListMeetings;
import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.application.meeting.port.in.ViewMeeting;
import dev.moim.application.shared.Page;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.meeting.MeetingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Language;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MeetingId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's meetings. */
@RestController
@RequestMapping(path = "/api/v1/meetings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Meetings")
class MeetingController {
  private static final String LIST = "meetings";
  private static final String CALENDAR = "text/calendar;charset=UTF-8";

  private final ListMeetings listMeetings;
  private final ViewMeeting viewMeeting;
  private final CannotCome cannotCome;
  private final MeetingResponses responses;
  private final Categories categories;
  private final Clock clock;
  private final Reach reach;
  private final Pages pages;

  MeetingController(
      ListMeetings listMeetings,
      ViewMeeting viewMeeting,
      CannotCome cannotCome,
      MeetingResponses responses,
      Categories categories,
      Clock clock,
      Reach reach,
      Pages pages) {
    this.listMeetings = listMeetings;
    this.viewMeeting = viewMeeting;
    this.cannotCome = cannotCome;
    this.responses = responses;
    this.categories = categories;
    this.clock = clock;
    this.reach = reach;
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
    Page<MeetingView> page = listMeetings.list(caller, pages.request(LIST, limit, cursor));
    return pages.answer(LIST, responses.of(caller, page), Function.identity());
  }

  @GetMapping("/{id}")
  @Refuses("MEETING_NOT_FOUND")
  @Operation(summary = "One of one's own meetings")
  MeetingResponse view(Caller caller, @PathVariable String id) {
    return responses.of(caller, viewMeeting.view(caller, meetingId(id)));
  }

  @DeleteMapping("/{id}/members/me")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses({"MEETING_NOT_FOUND", "MEETING_ENDED", "MEETING_STARTED"})
  @Operation(summary = "Say that one can't come, before the start; the others are told")
  ResponseEntity<Void> cannotCome(Caller caller, @PathVariable String id) {
    cannotCome.cannotCome(new CannotCome.Command(caller, meetingId(id)));
    return ResponseEntity.noContent().build();
  }

  @GetMapping(path = "/{id}/calendar.ics", produces = CALENDAR)
  @Refuses({"MEETING_NOT_FOUND", "MEETING_HAS_NO_START"})
  @Operation(
      summary = "One of one's own meetings for a calendar (RFC 5545)",
      description =
          "When and where it is, on what its members agreed, who comes, and the address of its page."
              + " To be fetched again when the meeting has changed: it keeps its UID, and SEQUENCE"
              + " grows. Of a meeting that was called off it is CANCELLED. Whoever has left the"
              + " meeting is a stranger to it, and is told MEETING_NOT_FOUND as any other.")
  ResponseEntity<byte[]> calendar(
      Caller caller,
      HttpServletRequest request,
      @PathVariable String id,
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    MeetingView meeting = viewMeeting.view(caller, meetingId(id));
    Instant startsAt = meeting.startsAt().orElseThrow(MeetingError.MEETING_HAS_NO_START::exception);
    Language language = Texts.language(languages);
    Optional<Category> category = categories.find(meeting.category());
    Optional<String> page =
        reach.address(request).map(address -> address + "/#/meetings/" + meeting.id());
    String text =
        Calendar.of(
            meeting,
            startsAt,
            new MeetingWords(meeting, responses.roomTitle(caller, meeting), category, language)
                .about(caller.id()),
            page,
            clock.now());
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_LANGUAGE, Texts.tag(language))
        .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws dev.moim.domain.shared.DomainException MEETING_NOT_FOUND if it is no identifier
   */
  static MeetingId meetingId(String id) {
    return Parameters.id(id)
        .map(MeetingId::new)
        .orElseThrow(MeetingError.MEETING_NOT_FOUND::exception);
  }
}
