package dev.moim.domain.meeting;

import dev.moim.domain.shared.RoomId;

/** Where a meeting came from. */
public sealed interface MeetingSource {
  /** The host of a room confirmed it. */
  record ConfirmedRoom(RoomId room) implements MeetingSource {}

  /** Match requests fitted together. */
  record RandomMatch() implements MeetingSource {}
}
