package dev.moim.adapter.web.room;

import dev.moim.adapter.web.shared.EntityTags;
import dev.moim.adapter.web.shared.Pages;
import dev.moim.adapter.web.shared.Pages.PageResponse;
import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.application.room.port.in.CommentView;
import dev.moim.application.room.port.in.DeleteComment;
import dev.moim.application.room.port.in.EditComment;
import dev.moim.application.room.port.in.HideComment;
import dev.moim.application.room.port.in.ListComments;
import dev.moim.application.room.port.in.WriteComment;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said in rooms. */
@RestController
@RequestMapping(path = "/api/v1/rooms/{id}/comments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rooms")
class CommentController {
  private static final Map<String, ListComments.Sort> SORTS =
      Map.of("oldest", ListComments.Sort.OLDEST, "newest", ListComments.Sort.NEWEST);

  /** What somebody says. */
  record CommentRequest(
      @Schema(description = "1–1,000 characters") String text,
      @Schema(description = "The comment that is answered; answers are not answered")
          @Nullable String parentId) {}

  /** What somebody says instead. */
  record CommentEditRequest(@Schema(description = "1–1,000 characters") String text) {}

  private final WriteComment writeComment;
  private final EditComment editComment;
  private final DeleteComment deleteComment;
  private final HideComment hideComment;
  private final ListComments listComments;
  private final Pages pages;

  CommentController(
      WriteComment writeComment,
      EditComment editComment,
      DeleteComment deleteComment,
      HideComment hideComment,
      ListComments listComments,
      Pages pages) {
    this.writeComment = writeComment;
    this.editComment = editComment;
    this.deleteComment = deleteComment;
    this.hideComment = hideComment;
    this.listComments = listComments;
    this.pages = pages;
  }

  @GetMapping
  @Refuses("ROOM_NOT_FOUND")
  @Operation(
      summary = "What was said in a room",
      description =
          "The oldest first, unless the newest are asked for. Answers stand among the rest, each of"
              + " them written after what it answers. A deleted comment keeps its place"
              + " while there are answers to it. Of two members one of whom has blocked the other,"
              + " each sees what the other says as if it were deleted; but a host speaks to all and"
              + " hears all, and in a room that hides its members nobody falls silent.")
  PageResponse<CommentResponse> list(
      Caller caller,
      @PathVariable String id,
      @Parameter(
              schema =
                  @Schema(
                      allowableValues = {"oldest", "newest"},
                      defaultValue = "oldest"))
          @RequestParam(required = false)
          @Nullable String sort,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
          @RequestParam(required = false)
          @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    RoomId room = RoomIds.room(id);
    ListComments.Sort order =
        Parameters.oneOf("sort", sort, SORTS).orElse(ListComments.Sort.OLDEST);
    String list = "comments of " + room + " by " + order;
    return pages.answer(
        list,
        listComments.list(caller, room, order, pages.request(list, limit, cursor)),
        CommentResponse::of);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Sends(HttpHeaders.ETAG)
  @Refuses({"ROOM_NOT_FOUND", "ROOM_NOT_OPEN", "NOT_A_MEMBER", "TOO_MANY_COMMENTS"})
  @Operation(summary = "Say something in a room in which one has a seat")
  ResponseEntity<CommentResponse> write(
      Caller caller, @PathVariable String id, @RequestBody CommentRequest request) {
    Optional<CommentId> parent =
        Optional.ofNullable(request.parentId())
            .map(text ->
                Parameters.id(text)
                    .map(CommentId::new)
                    .orElseThrow(() -> SharedError.invalid("/parentId", "UNKNOWN_COMMENT")));
    CommentView comment =
        writeComment.write(
            new WriteComment.Command(caller, RoomIds.room(id), parent, request.text()));
    return tagged(HttpStatus.CREATED, comment);
  }

  @PatchMapping(path = "/{commentId}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Sends(HttpHeaders.ETAG)
  @Refuses({
    "ROOM_NOT_FOUND",
    "ROOM_NOT_OPEN",
    "NOT_A_MEMBER",
    "COMMENT_NOT_FOUND",
    "NOT_THE_AUTHOR",
    "COMMENT_HIDDEN",
    "STALE_VERSION"
  })
  @Operation(summary = "Change a comment of one's own")
  ResponseEntity<CommentResponse> edit(
      Caller caller,
      @PathVariable String id,
      @PathVariable String commentId,
      @Parameter(description = "The ETag of the comment as the caller has seen it")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @RequestBody CommentEditRequest request) {
    return tagged(
        HttpStatus.OK,
        editComment.edit(
            new EditComment.Command(
                caller,
                RoomIds.room(id),
                RoomIds.comment(commentId),
                EntityTags.expected(ifMatch),
                request.text())));
  }

  @DeleteMapping("/{commentId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses({"ROOM_NOT_FOUND", "COMMENT_NOT_FOUND", "NOT_THE_AUTHOR"})
  @Operation(summary = "Take a comment of one's own back")
  ResponseEntity<Void> delete(
      Caller caller, @PathVariable String id, @PathVariable String commentId) {
    deleteComment.delete(
        new DeleteComment.Command(caller, RoomIds.room(id), RoomIds.comment(commentId)));
    return ResponseEntity.noContent().build();
  }

  @PutMapping("/{commentId}/hiding")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses({"ROOM_NOT_FOUND", "COMMENT_NOT_FOUND", "NOT_THE_HOST"})
  @Operation(summary = "Hide a comment; the right of the room's host and of admins")
  ResponseEntity<Void> hide(
      Caller caller, Origin origin, @PathVariable String id, @PathVariable String commentId) {
    hideComment.hide(
        new HideComment.Command(caller, origin, RoomIds.room(id), RoomIds.comment(commentId)));
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<CommentResponse> tagged(HttpStatus status, CommentView comment) {
    return ResponseEntity.status(status)
        .eTag(EntityTags.of(comment.version()))
        .body(CommentResponse.of(comment));
  }
}
