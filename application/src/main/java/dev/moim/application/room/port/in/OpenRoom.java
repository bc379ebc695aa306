package dev.moim.application.room.port.in;

import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.member.Caller;
import java.time.Instant;
import java.util.Map;

/** Opens a room; the caller becomes its host and first member. */
@FunctionalInterface
public interface OpenRoom {
  record Command(
      Caller caller,
      String title,
      String description,
      String category,
      Map<String, FacetInput> condition,
      Instant meetsAt,
      int capacity,
      boolean anonymous) {
    public Command {
      condition = Map.copyOf(condition);
    }
  }

  /**
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_CATEGORY, INVALID_INPUT, TOO_MANY_ROOMS
   */
  RoomView open(Command command);
}
