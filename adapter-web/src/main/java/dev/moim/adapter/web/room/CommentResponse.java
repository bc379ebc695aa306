package dev.moim.adapter.web.room;

import dev.moim.application.room.port.in.CommentView;
import dev.moim.domain.shared.CommentId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A comment in a room as the caller sees it. */
@Schema(name = "RoomComment")
record CommentResponse(
    String id,
    @Schema(description = "Left out if the comment is deleted")
        RoomResponse.@Nullable Person author,
    @Schema(description = "The comment that is answered") @Nullable String parentId,
    @Schema(description = "Empty if it is deleted, or hidden from the caller") String text,
    @Schema(allowableValues = {"VISIBLE", "DELETED", "HIDDEN"}) String state,
    Instant writtenAt,
    @Nullable Instant editedAt,
    @Schema(description = "As in the ETag") long version) {
  static CommentResponse of(CommentView comment) {
    return new CommentResponse(
        comment.id().toString(),
        comment.author().map(RoomResponse.Person::of).orElse(null),
        comment.parent().map(CommentId::toString).orElse(null),
        comment.text(),
        comment.state().name(),
        comment.writtenAt(),
        comment.editedAt().orElse(null),
        comment.version().value());
  }
}
