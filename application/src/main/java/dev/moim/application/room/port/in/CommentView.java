package dev.moim.application.room.port.in;

import dev.moim.domain.room.CommentState;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * A comment as one member sees it.
 *
 * @param author as in {@link RoomView}; who has left an anonymous room keeps only the seat's
 *     number, except to the host and to admins; empty if the comment is deleted
 * @param parent what it answers
 * @param text empty if it is deleted, or hidden from the viewer
 */
public record CommentView(
    CommentId id,
    Optional<RoomView.Person> author,
    Optional<CommentId> parent,
    String text,
    CommentState state,
    Instant writtenAt,
    Optional<Instant> editedAt,
    Version version) {}
