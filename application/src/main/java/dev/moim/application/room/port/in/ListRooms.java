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
   * @param status if only joinable rooms are wanted, OPEN unless another one is named
   * @param onlyJoinable only rooms in which somebody could take a seat: open ones that are not
   *     full; otherwise all
   * @param from only rooms that meet then or later
   * @param to only rooms that meet before
   */
  record Query(
      Optional<CategoryKey> category,
      Map<FacetKey, Set<String>> facets,
      Optional<RoomStatus> status,
      Optional<MemberId> member,
      boolean onlyJoinable,
      Optional<Instant> from,
      Optional<Instant> to,
      Sort sort,
      PageRequest page) {
    public Query {
      facets = Map.copyOf(facets);
      if (category.isEmpty() && !facets.isEmpty()) {
        throw new IllegalArgumentException("facets are those of a category");
      }
      if (onlyJoinable && status.isEmpty()) {
        status = Optional.of(RoomStatus.OPEN);
      }
    }

    /** Whatever the rooms are about, and whenever they meet. */
    public Query(
        Optional<CategoryKey> category,
        Optional<RoomStatus> status,
        Optional<MemberId> member,
        boolean onlyJoinable,
        Sort sort,
        PageRequest page) {
      this(
          category,
          Map.of(),
          status,
          member,
          onlyJoinable,
          Optional.empty(),
          Optional.empty(),
          sort,
          page);
    }

    /** Whether no room can fit: nobody can join one that is not open. */
    public boolean fitsNone() {
      return onlyJoinable && !status.equals(Optional.of(RoomStatus.OPEN));
    }
  }

  /**
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED if the rooms of another member are
   *     asked for: that would tell who is in an anonymous room
   */
  Page<RoomView> list(Caller caller, Query query);
}
