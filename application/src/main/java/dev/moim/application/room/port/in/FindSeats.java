package dev.moim.application.room.port.in;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Finds free seats for those whom another context looks for company for. */
@FunctionalInterface
public interface FindSeats {
  /**
   * A room with free seats.
   *
   * @param capacity how many it may hold
   * @param taken how many seats it has no longer to give: those of its members, and those that are
   *     kept for who waits
   * @param members who is in it
   * @param removed whom it takes in no more
   */
  record FreeSeats(
      RoomId room,
      AllOf condition,
      Instant meetsAt,
      int capacity,
      int taken,
      Set<MemberId> members,
      Set<MemberId> removed) {
    public FreeSeats {
      members = Set.copyOf(members);
      removed = Set.copyOf(removed);
    }
  }

  /** Open rooms of a category, not hidden, that meet next; a hundred at the most. */
  List<FreeSeats> find(CategoryKey category);
}
