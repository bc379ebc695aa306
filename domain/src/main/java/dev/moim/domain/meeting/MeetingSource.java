package dev.moim.domain.meeting;

import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.util.List;
import java.util.Optional;

/** Where a meeting came from. */
public sealed interface MeetingSource {
  /** Who invited the others; empty if nobody did. */
  Optional<MemberId> host(List<MemberId> members);

  /** The room that became this meeting, if one did. */
  Optional<RoomId> fromRoom();

  /** Whether others are looked for when too few are left, so that it isn't called off at once. */
  boolean isRefilled();

  /** The host of a room, who has its first seat, confirmed it. */
  record ConfirmedRoom(RoomId room) implements MeetingSource {
    @Override
    public Optional<MemberId> host(List<MemberId> members) {
      return members.stream().findFirst();
    }

    @Override
    public Optional<RoomId> fromRoom() {
      return Optional.of(room);
    }

    @Override
    public boolean isRefilled() {
      return false;
    }
  }

  /** Match requests fitted together. */
  record RandomMatch() implements MeetingSource {
    @Override
    public Optional<MemberId> host(List<MemberId> members) {
      return Optional.empty();
    }

    @Override
    public Optional<RoomId> fromRoom() {
      return Optional.empty();
    }

    @Override
    public boolean isRefilled() {
      return true;
    }
  }
}
