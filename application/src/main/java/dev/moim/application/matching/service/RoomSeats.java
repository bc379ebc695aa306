package dev.moim.application.matching.service;

import dev.moim.application.room.port.in.FindSeats.FreeSeats;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The free seats of rooms at a moment, and whom of those who wait they suit. What is taken of them
 * is to be told; what others do meanwhile the rooms know themselves, and refuse. Not thread-safe.
 */
final class RoomSeats {
  /** Who looks for company now is not seated for another day. */
  private static final Duration FARTHEST = Duration.ofHours(24);

  private final Category category;
  private final ZoneId zone;
  private final List<FreeSeats> rooms;
  private final Map<MemberId, Set<MemberId>> apart;
  private final Map<RoomId, Set<MemberId>> newcomers = new HashMap<>();

  /**
   * @param zone whose clocks local hours mean
   * @param rooms those are tried first that come first
   * @param apart with whom each of those who wait is never to be in one room
   */
  RoomSeats(
      Category category, ZoneId zone, List<FreeSeats> rooms, Map<MemberId, Set<MemberId>> apart) {
    this.category = category;
    this.zone = zone;
    this.rooms = rooms;
    this.apart = apart;
  }

  /**
   * A room that suits a request, with a seat for each who comes, and with nobody from whom one of
   * them is kept apart.
   *
   * @param but not those
   */
  Optional<RoomId> suiting(MatchRequest.Snapshot request, Collection<RoomId> but, Instant now) {
    return rooms.stream()
        .filter(seats -> !but.contains(seats.room()))
        .filter(seats -> suits(request, seats, now) && areWelcome(request, seats))
        .map(FreeSeats::room)
        .findFirst();
  }

  /** Those who belong to a request have their seats. */
  void take(RoomId room, MatchRequest.Snapshot request) {
    newcomers.computeIfAbsent(room, key -> new HashSet<>()).addAll(request.members());
  }

  private boolean suits(MatchRequest.Snapshot request, FreeSeats seats, Instant now) {
    GroupSize sizes = request.sizeAt(now);
    int coming = newcomersTo(seats).size() + request.people();
    // Whoever a seat is kept for may not come: it is not free, and they are no company yet.
    return seats.taken() + coming <= seats.capacity()
        && seats.capacity() <= sizes.max()
        && seats.members().size() + coming >= sizes.min()
        && seats.meetsAt().isBefore(now.plus(FARTHEST))
        && seats
            .condition()
            .meet(request.conditionAt(now))
            .filter(common -> category.suits(common, seats.meetsAt(), zone))
            .isPresent();
  }

  private boolean areWelcome(MatchRequest.Snapshot request, FreeSeats seats) {
    Set<MemberId> others = new HashSet<>(seats.members());
    others.addAll(newcomersTo(seats));
    return request.members().stream()
        .noneMatch(member ->
            others.contains(member)
                || seats.removed().contains(member)
                || apart.getOrDefault(member, Set.of()).stream().anyMatch(others::contains));
  }

  private Set<MemberId> newcomersTo(FreeSeats seats) {
    return newcomers.getOrDefault(seats.room(), Set.of());
  }
}
