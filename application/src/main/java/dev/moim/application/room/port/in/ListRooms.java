package dev.moim.application.room.port.in;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.member.Caller;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists rooms. */
@FunctionalInterface
public interface ListRooms {
  /** In which order rooms are listed. */
  enum Sort {
    /**
     * By meeting time, the earliest first: rooms that have met come first, unless a status or
     * {@code from} leaves them out.
     */
    SOONEST,
    /** By time of opening, the latest first. */
    NEWEST
  }

  /**
   * Which rooms are wanted; every filter that is present must hold. Hidden rooms are left out,
   * except of a member's own.
   *
   * @param member only rooms with this member
   * @param facets for each facet, one of whose values the room must accept, as {@link
   *     dev.moim.domain.condition.MatchCondition#values} has them; a room that leaves it open
   *     accepts all
   * @param status if only rooms with free seats are wanted, OPEN unless another one is named
   * @param withFreeSeats only rooms that somebody could join: open ones with a free seat; otherwise
   *     full ones as well
   * @param from only rooms that meet then or later
   * @param to only rooms that meet before
   */
  record Query(
      Optional<CategoryKey> category,
      Map<FacetKey, Set<String>> facets,
      Optional<RoomStatus> status,
      Optional<MemberId> member,
      boolean withFreeSeats,
      Optional<Instant> from,
      Optional<Instant> to,
      Sort sort,
      PageRequest page) {
    public Query {
      facets = Map.copyOf(facets);
      if (category.isEmpty() && !facets.isEmpty()) {
        throw new IllegalArgumentException("facets are those of a category");
      }
      if (withFreeSeats && status.isEmpty()) {
        status = Optional.of(RoomStatus.OPEN);
      }
    }

    /** Whatever the rooms are about, and whenever they meet. */
    public Query(
        Optional<CategoryKey> category,
        Optional<RoomStatus> status,
        Optional<MemberId> member,
        boolean withFreeSeats,
        Sort sort,
        PageRequest page) {
      this(
          category,
          Map.of(),
          status,
          member,
          withFreeSeats,
          Optional.empty(),
          Optional.empty(),
          sort,
          page);
    }

    /** Whether no room can fit: a seat of a room that is not open is nobody's to take. */
    public boolean fitsNone() {
      return withFreeSeats && !status.equals(Optional.of(RoomStatus.OPEN));
    }
  }

  /**
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED if the rooms of another member are
   *     asked for: that would tell who is in an anonymous room
   */
  Page<RoomView> list(Caller caller, Query query);
}
