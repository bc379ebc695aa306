package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "room_comments")
@SuppressWarnings("NullAway.Init")
class CommentRow extends VersionedRow {
  @Column(name = "room_id")
  UUID roomId;

  @Column(name = "author_id")
  UUID authorId;

  int seat;

  @Column(name = "parent_id")
  @Nullable UUID parentId;

  @Column(name = "comment_text")
  String text;

  @Column(name = "written_at")
  Instant writtenAt;

  @Column(name = "edited_at")
  @Nullable Instant editedAt;

  String state;
}
