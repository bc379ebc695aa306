package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomDetails;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Keeps what rooms accept of each facet, value by value, beside the rooms. A room says in its row
 * what is kept of it, so that most of its changes need nothing here.
 */
final class RoomFacets {
  private final CurrentSession current;
  private final Supplier<Optional<Categories>> categories;

  /**
   * @param categories empty in a program that knows none, which opens no rooms either
   */
  RoomFacets(CurrentSession current, Supplier<Optional<Categories>> categories) {
    this.current = current;
    this.categories = categories;
  }

  /** Of each category that has any. */
  Map<CategoryKey, List<FacetKey>> known() {
    Map<CategoryKey, List<FacetKey>> known = new LinkedHashMap<>();
    categories
        .get()
        .map(Categories::all)
        .orElse(List.of())
        .forEach(category -> {
          List<FacetKey> facets = category.facets().stream().map(Facet::key).toList();
          if (!facets.isEmpty()) {
            known.put(category.key(), facets);
          }
        });
    return known;
  }

  /**
   * Brings the rows of a room up to date, except for those that come new.
   *
   * @param before the room's row, not yet changed; its index is brought up to date as well
   * @return those that come new, for the caller to store once the room's row is
   */
  List<RoomFacetRow> keep(RoomRow before, Room.Snapshot room) {
    RoomDetails details = room.details();
    Instant meetsAt = Instants.stored(details.meetsAt());
    Set<String> wanted = values(details.category(), details.condition());
    String index = String.join(";", wanted);
    if (!index.equals(before.facetIndex)) {
      if (!before.facetIndex.isEmpty()) {
        remove(room.id());
      }
      before.facetIndex = index;
      return wanted.stream().map(pair -> row(room, pair)).toList();
    }
    if (!index.isEmpty()
        && !(room.status().name().equals(before.status) && meetsAt.equals(before.meetsAt))) {
      current
          .writing()
          .createMutationQuery(
              "update RoomFacetRow f set f.status = :status, f.meetsAt = :meetsAt"
                  + " where f.key.roomId = :room")
          .setParameter("status", room.status().name())
          .setParameter("meetsAt", meetsAt)
          .setParameter("room", room.id().value())
          .executeUpdate();
    }
    return List.of();
  }

  private void remove(RoomId room) {
    current
        .writing()
        .createMutationQuery("delete from RoomFacetRow f where f.key.roomId = :room")
        .setParameter("room", room.value())
        .executeUpdate();
  }

  private static RoomFacetRow row(Room.Snapshot room, String pair) {
    int equals = pair.indexOf('=');
    RoomFacetRow row = new RoomFacetRow();
    row.key =
        new RoomFacetRow.Key(
            room.id().value(), pair.substring(0, equals), pair.substring(equals + 1));
    row.category = room.details().category().value();
    row.status = room.status().name();
    row.meetsAt = Instants.stored(room.details().meetsAt());
    row.openedAt = Instants.stored(room.openedAt());
    return row;
  }

  /** Pairs such as {@code place=gaepo}, in order. */
  Set<String> values(CategoryKey category, AllOf condition) {
    Set<String> pairs = new TreeSet<>();
    for (FacetKey facet : known().getOrDefault(category, List.of())) {
      FacetValues.kept(condition.of(facet)).forEach(value -> pairs.add(facet + "=" + value));
    }
    return pairs;
  }
}
