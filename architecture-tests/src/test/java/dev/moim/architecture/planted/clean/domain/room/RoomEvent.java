package dev.moim.architecture.planted.clean.domain.room;

import dev.moim.architecture.planted.clean.domain.shared.DomainEvent;
import dev.moim.architecture.planted.clean.domain.shared.MeetingId;
import dev.moim.architecture.planted.clean.domain.shared.RoomId;
import java.time.Instant;

/** What happens in rooms. */
public sealed interface RoomEvent extends DomainEvent {
  /** The gathering takes place. */
  record RoomConfirmed(RoomId room, MeetingId meeting, Instant occurredAt) implements RoomEvent {}
}
