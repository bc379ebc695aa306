package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomDetails;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;

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

  /** Whether there are categories to know facets from. */
  boolean areKnown() {
    return categories.get().isPresent();
  }

  /**
   * Brings the rows of a room up to date.
   *
   * @param before the room's row, not yet changed
   */
  void keep(RoomRow before, Room.Snapshot room) {
    RoomDetails details = room.details();
    Instant meetsAt = Instants.stored(details.meetsAt());
    Set<String> wanted = values(details);
    String index = String.join(";", wanted);
    if (!index.equals(before.facetIndex)) {
      replace(room, wanted, !before.facetIndex.isEmpty());
      before.facetIndex = index;
    } else if (!index.isEmpty()
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
  }

  private void replace(Room.Snapshot room, Set<String> wanted, boolean kept) {
    Session session = current.writing();
    UUID id = room.id().value();
    if (kept) {
      session
          .createMutationQuery("delete from RoomFacetRow f where f.key.roomId = :room")
          .setParameter("room", id)
          .executeUpdate();
    }
    for (String pair : wanted) {
      int equals = pair.indexOf('=');
      RoomFacetRow row = new RoomFacetRow();
      row.key = new RoomFacetRow.Key(id, pair.substring(0, equals), pair.substring(equals + 1));
      row.category = room.details().category().value();
      row.status = room.status().name();
      row.meetsAt = Instants.stored(room.details().meetsAt());
      row.openedAt = Instants.stored(room.openedAt());
      session.persist(row);
    }
  }

  /** Pairs such as {@code place=gaepo}, in order. */
  private Set<String> values(RoomDetails details) {
    Set<String> pairs = new TreeSet<>();
    List<FacetKey> facets =
        categories.get().stream()
            .flatMap(known -> known.all().stream())
            .filter(category -> category.key().equals(details.category()))
            .flatMap(category -> category.facets().stream())
            .map(Facet::key)
            .toList();
    for (FacetKey facet : facets) {
      Collection<String> values =
          details.condition().of(facet).map(MatchCondition::values).orElse(Set.of());
      (values.isEmpty() ? Set.of(RoomFacetRow.ANY) : values)
          .forEach(value -> pairs.add(facet + "=" + value));
    }
    return pairs;
  }
}
