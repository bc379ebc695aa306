package dev.moim.adapter.web.room;

import dev.moim.adapter.web.meeting.MeetingResponse;
import dev.moim.adapter.web.meeting.MeetingResponses;
import dev.moim.adapter.web.shared.EntityTags;
import dev.moim.adapter.web.shared.Pages;
import dev.moim.adapter.web.shared.Pages.PageResponse;
import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.application.meeting.port.in.ViewMeeting;
import dev.moim.application.room.port.in.CancelRoom;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.EditRoom;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.room.port.in.ViewRoom;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.member.Caller;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rooms: opening, finding, joining, leaving, confirming and cancelling them. */
@RestController
@RequestMapping(path = "/api/v1/rooms", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rooms")
class RoomController {
  private static final Map<String, RoomStatus> STATUSES =
      Arrays.stream(RoomStatus.values())
          .collect(Collectors.toUnmodifiableMap(RoomStatus::name, Function.identity()));
  private static final Map<String, ListRooms.Sort> SORTS =
      Map.of("soonest", ListRooms.Sort.SOONEST, "newest", ListRooms.Sort.NEWEST);

  /** What a room is to be about. */
  record OpenRoomRequest(
      @Schema(description = "One line of 1–60 characters", example = "Lunch near the station")
          String title,
      @Schema(description = "Up to 2,000 characters") @Nullable String description,
      @Schema(example = "meal") String category,
      @Schema(ref = "#/components/schemas/Condition") @Nullable Map<String, FacetInput> condition,
      @Schema(description = "In the future, at most 60 days ahead") Instant meetsAt,
      @Schema(description = "2–20, the host included", example = "4") Integer capacity,
      @Schema(
              description =
                  "Whether members see each other by seat only until confirmed; the host and admins see who they are")
          @Nullable Boolean anonymous) {}

  /** What is to be changed of a room; what is left out stays as it is. */
  record EditRoomRequest(
      @Schema(description = "One line of 1–60 characters") @Nullable String title,
      @Schema(description = "Up to 2,000 characters") @Nullable String description,
      @Schema(ref = "#/components/schemas/Condition") @Nullable Map<String, FacetInput> condition,
      @Schema(description = "In the future, at most 60 days ahead") @Nullable Instant meetsAt,
      @Schema(description = "2–20, not fewer than are in the room or have a seat kept")
          @Nullable Integer capacity) {}

  private final Categories categories;
  private final OpenRoom openRoom;
  private final EditRoom editRoom;
  private final ListRooms listRooms;
  private final ViewRoom viewRoom;
  private final CancelRoom cancelRoom;
  private final JoinRoom joinRoom;
  private final LeaveRoom leaveRoom;
  private final ConfirmRoom confirmRoom;
  private final ViewMeeting viewMeeting;
  private final MeetingResponses responses;
  private final Pages pages;

  RoomController(
      Categories categories,
      OpenRoom openRoom,
      EditRoom editRoom,
      ListRooms listRooms,
      ViewRoom viewRoom,
      CancelRoom cancelRoom,
      JoinRoom joinRoom,
      LeaveRoom leaveRoom,
      ConfirmRoom confirmRoom,
      ViewMeeting viewMeeting,
      MeetingResponses responses,
      Pages pages) {
    this.categories = categories;
    this.openRoom = openRoom;
    this.editRoom = editRoom;
    this.listRooms = listRooms;
    this.viewRoom = viewRoom;
    this.cancelRoom = cancelRoom;
    this.joinRoom = joinRoom;
    this.leaveRoom = leaveRoom;
    this.confirmRoom = confirmRoom;
    this.viewMeeting = viewMeeting;
    this.responses = responses;
    this.pages = pages;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Sends({HttpHeaders.LOCATION, HttpHeaders.ETAG})
  @Refuses({"UNKNOWN_CATEGORY", "TOO_MANY_ROOMS"})
  @Operation(summary = "Open a room; the caller becomes its host and first member")
  ResponseEntity<RoomResponse> open(Caller caller, @RequestBody OpenRoomRequest request) {
    RoomView room =
        openRoom.open(
            new OpenRoom.Command(
                caller,
                request.title(),
                Optional.ofNullable(request.description()).orElse(""),
                request.category(),
                Optional.ofNullable(request.condition()).orElse(Map.of()),
                request.meetsAt(),
                request.capacity(),
                Boolean.TRUE.equals(request.anonymous())));
    return ResponseEntity.created(URI.create("/api/v1/rooms/" + room.id()))
        .eTag(EntityTags.of(room.version()))
        .body(RoomResponse.of(room));
  }

  @GetMapping
  @Refuses({"UNKNOWN_CATEGORY", "INVALID_INPUT"})
  @Operation(summary = "Find rooms")
  PageResponse<RoomResponse> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String category,
      @Parameter(
              description =
                  "With a category, each of its facets but windows of time may be a parameter: rooms"
                      + " that accept the value, or one of some (`place=gaepo%7Cseocho`, `level=3-5`)."
                      + " A room that leaves a facet open accepts all.",
              style = ParameterStyle.FORM,
              explode = Explode.TRUE,
              schema = @Schema(type = "object"))
          @RequestParam
          Map<String, String> facets,
      @Parameter(schema = @Schema(allowableValues = {"OPEN", "CONFIRMED", "CANCELLED", "EXPIRED"}))
          @RequestParam(required = false)
          @Nullable String status,
      @Parameter(
              description = "Only open rooms with a free seat",
              schema = @Schema(type = "boolean"))
          @RequestParam(required = false)
          @Nullable String hasSeats,
      @Parameter(
              description = "Only rooms that the caller is a member of",
              schema = @Schema(type = "boolean"))
          @RequestParam(required = false)
          @Nullable String mine,
      @Parameter(
              description = "Only rooms that meet then or later",
              schema = @Schema(type = "string", format = "date-time"))
          @RequestParam(required = false)
          @Nullable String from,
      @Parameter(
              description = "Only rooms that meet before",
              schema = @Schema(type = "string", format = "date-time"))
          @RequestParam(required = false)
          @Nullable String to,
      @Parameter(
              description =
                  "`soonest`: by meeting time, the earliest first, which is a past one unless `from`"
                      + " or `status` leaves those out. `newest`: the one that was opened last first.",
              schema =
                  @Schema(
                      allowableValues = {"soonest", "newest"},
                      defaultValue = "soonest"))
          @RequestParam(required = false)
          @Nullable String sort,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
          @RequestParam(required = false)
          @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    ListRooms.Sort order = Parameters.oneOf("sort", sort, SORTS).orElse(ListRooms.Sort.SOONEST);
    String list = "rooms by " + order;
    Optional<Category> wanted = Optional.ofNullable(category).map(categories::named);
    Optional<MemberId> member =
        Parameters.flag("mine", mine) ? Optional.of(caller.id()) : Optional.empty();
    ListRooms.Query query =
        new ListRooms.Query(
            wanted.map(Category::key),
            FacetFilters.of(wanted, facets),
            Parameters.oneOf("status", status, STATUSES),
            member,
            Parameters.flag("hasSeats", hasSeats),
            Parameters.instant("from", from),
            Parameters.instant("to", to),
            order,
            pages.request(list, limit, cursor));
    return pages.answer(list, listRooms.list(caller, query), RoomResponse::of);
  }

  @GetMapping("/{id}")
  @Sends(HttpHeaders.ETAG)
  @Refuses("ROOM_NOT_FOUND")
  @Operation(summary = "One room")
  ResponseEntity<RoomResponse> view(Caller caller, @PathVariable String id) {
    return tagged(viewRoom.view(caller, RoomIds.room(id)));
  }

  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Sends(HttpHeaders.ETAG)
  @Refuses({"ROOM_NOT_FOUND", "NOT_THE_HOST", "ROOM_NOT_OPEN", "STALE_VERSION", "UNKNOWN_CATEGORY"})
  @Operation(summary = "Change what a room is about; its host's right")
  ResponseEntity<RoomResponse> edit(
      Caller caller,
      @PathVariable String id,
      @Parameter(description = "The ETag of the room as the caller has seen it")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @RequestBody EditRoomRequest request) {
    return tagged(
        editRoom.edit(
            new EditRoom.Command(
                caller,
                RoomIds.room(id),
                EntityTags.expected(ifMatch),
                Optional.ofNullable(request.title()),
                Optional.ofNullable(request.description()),
                Optional.ofNullable(request.condition()),
                Optional.ofNullable(request.meetsAt()),
                Optional.ofNullable(request.capacity()))));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses({"ROOM_NOT_FOUND", "NOT_THE_HOST", "ROOM_NOT_OPEN", "STALE_VERSION", "INVALID_INPUT"})
  @Operation(summary = "Cancel a room; the right of its host and of admins")
  ResponseEntity<Void> cancel(
      Caller caller,
      Origin origin,
      @PathVariable String id,
      @Parameter(description = "The ETag of the room as the caller has seen it")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Parameter(description = "What the members are told, up to 200 characters")
          @RequestParam(required = false)
          @Nullable String reason) {
    cancelRoom.cancel(
        new CancelRoom.Command(
            caller, origin, RoomIds.room(id), EntityTags.expected(ifMatch), orEmpty(reason)));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/members")
  @Sends(HttpHeaders.ETAG)
  @Refuses({
    "ROOM_NOT_FOUND",
    "ROOM_NOT_OPEN",
    "ALREADY_A_MEMBER",
    "REMOVED_FROM_ROOM",
    "ROOM_FULL",
    "ROOM_NOT_AVAILABLE",
    "TOO_MANY_ROOMS",
    "MEETING_ENDED"
  })
  @Operation(
      summary = "Join a room; who waited takes the seat that is kept, in a confirmed room as well")
  ResponseEntity<RoomResponse> join(Caller caller, @PathVariable String id) {
    return tagged(joinRoom.join(new JoinRoom.Command(caller, RoomIds.room(id))));
  }

  @DeleteMapping("/{id}/members/me")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses({"ROOM_NOT_FOUND", "ROOM_NOT_OPEN", "NOT_A_MEMBER"})
  @Operation(summary = "Leave a room; the host's leaving hands it on")
  ResponseEntity<Void> leave(Caller caller, @PathVariable String id) {
    leaveRoom.leave(new LeaveRoom.Command(caller, RoomIds.room(id)));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/confirmation")
  @ResponseStatus(HttpStatus.CREATED)
  @Sends(HttpHeaders.LOCATION)
  @Refuses({"ROOM_NOT_FOUND", "NOT_THE_HOST", "ROOM_NOT_OPEN", "STALE_VERSION", "TOO_FEW_MEMBERS"})
  @Operation(summary = "Make a meeting of a room; its host's right")
  ResponseEntity<MeetingResponse> confirm(
      Caller caller,
      @PathVariable String id,
      @Parameter(description = "The ETag of the room as the caller has seen it")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    MeetingId meeting =
        confirmRoom.confirm(
            new ConfirmRoom.Command(caller, RoomIds.room(id), EntityTags.expected(ifMatch)));
    return ResponseEntity.created(URI.create("/api/v1/meetings/" + meeting))
        .body(responses.of(caller, viewMeeting.view(caller, meeting)));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static ResponseEntity<RoomResponse> tagged(RoomView room) {
    return ResponseEntity.ok().eTag(EntityTags.of(room.version())).body(RoomResponse.of(room));
  }
}
