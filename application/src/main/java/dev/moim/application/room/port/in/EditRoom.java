package dev.moim.application.room.port.in;

import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Changes what a room is about; the host's right. Category and anonymity are fixed. */
@FunctionalInterface
public interface EditRoom {
  /**
   * What is absent stays as it is.
   *
   * @param expected the version that the caller has seen; empty to edit whatever it is
   */
  record Command(
      Caller caller,
      RoomId room,
      Optional<Version> expected,
      Optional<String> title,
      Optional<String> description,
      Optional<Map<String, FacetInput>> condition,
      Optional<Instant> meetsAt,
      Optional<Integer> capacity) {
    public Command {
      condition = condition.map(Map::copyOf);
    }
  }

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, STALE_VERSION, ROOM_NOT_OPEN,
   *     NOT_THE_HOST, UNKNOWN_CATEGORY, INVALID_INPUT
   */
  RoomView edit(Command command);
}
