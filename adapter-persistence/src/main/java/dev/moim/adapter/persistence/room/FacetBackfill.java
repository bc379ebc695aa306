package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.RoomId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.query.SelectionQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Saves open rooms once more, at the start of the program, of which nothing is kept for a facet of
 * their category: because they were stored before anything was, or because the category has got
 * that facet since. Without it lists would miss those rooms. All others have time until {@link
 * FacetUpkeep} comes to them.
 */
final class FacetBackfill implements SmartInitializingSingleton {
  private static final int AT_ONCE = 200;

  private final CurrentSession current;
  private final Transactions transactions;
  private final RoomFacets facets;
  private final JpaRooms rooms;

  /**
   * @param transactions that try again after a lost race: other nodes may start at the same time
   */
  FacetBackfill(
      CurrentSession current, Transactions transactions, RoomFacets facets, JpaRooms rooms) {
    this.current = current;
    this.transactions = transactions;
    this.facets = facets;
    this.rooms = rooms;
  }

  @Override
  public void afterSingletonsInstantiated() {
    facets.known().forEach(this::fill);
  }

  private void fill(CategoryKey category, List<FacetKey> known) {
    while (transactions.write(() -> fillSome(category, known)) == AT_ONCE) {
      // There may be more.
    }
  }

  private int fillSome(CategoryKey category, List<FacetKey> known) {
    List<UUID> lacking = lacking(category, known);
    lacking.forEach(id -> rooms.find(new RoomId(id)).ifPresent(rooms::save));
    return lacking.size();
  }

  private List<UUID> lacking(CategoryKey category, List<FacetKey> known) {
    String nothingKept =
        IntStream.range(0, known.size())
            .mapToObj("locate(:facet%d, concat(';', r.facetIndex)) = 0"::formatted)
            .collect(Collectors.joining(" or "));
    SelectionQuery<UUID> query =
        current
            .writing()
            .createSelectionQuery(
                "select r.id from RoomRow r where r.category = :category and r.status = :open"
                    + " and (%s) order by r.id".formatted(nothingKept),
                UUID.class)
            .setParameter("category", category.value())
            .setParameter("open", RoomStatus.OPEN.name())
            .setMaxResults(AT_ONCE);
    for (int i = 0; i < known.size(); i++) {
      query.setParameter("facet" + i, ";" + known.get(i) + "=");
    }
    return query.getResultList();
  }
}
