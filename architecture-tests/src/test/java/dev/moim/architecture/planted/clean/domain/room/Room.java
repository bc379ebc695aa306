package dev.moim.architecture.planted.clean.domain.room;

import dev.moim.architecture.planted.clean.domain.condition.MatchCondition;
import dev.moim.architecture.planted.clean.domain.shared.MeetingId;
import dev.moim.architecture.planted.clean.domain.shared.RoomId;
import java.time.Instant;

/** An aggregate as it should be. */
public final class Room {
  private final Snapshot state;

  private Room(Snapshot state) {
    this.state = state;
  }

  public static Room restore(Snapshot state) {
    return new Room(state);
  }

  public RoomEvent confirm(MeetingId meeting, Instant now) {
    return new RoomEvent.RoomConfirmed(state.id, meeting, now);
  }

  public Snapshot snapshot() {
    return state;
  }

  /** All its state. */
  public record Snapshot(RoomId id, MatchCondition condition) {}
}
