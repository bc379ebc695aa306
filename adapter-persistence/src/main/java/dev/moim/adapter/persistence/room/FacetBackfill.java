package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.room.RoomStatus;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Writes down what open rooms accept of each facet that were stored before that was kept, at the
 * start of the program; without them lists would miss those rooms.
 */
final class FacetBackfill implements SmartInitializingSingleton {
  private static final int AT_ONCE = 200;

  private final CurrentSession current;
  private final Transactions transactions;
  private final RoomFacets facets;

  FacetBackfill(CurrentSession current, Transactions transactions, RoomFacets facets) {
    this.current = current;
    this.transactions = transactions;
    this.facets = facets;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!facets.areKnown()) {
      return;
    }
    UUID last = new UUID(0, 0);
    List<RoomRow> part;
    do {
      UUID after = last;
      part = transactions.write(() -> keep(after));
      last = part.isEmpty() ? last : part.getLast().id();
    } while (part.size() == AT_ONCE);
  }

  private List<RoomRow> keep(UUID after) {
    List<RoomRow> rows =
        current
            .writing()
            .createSelectionQuery(
                "from RoomRow r where r.status = :open and r.facetIndex = '' and r.id > :after"
                    + " order by r.id",
                RoomRow.class)
            .setParameter("open", RoomStatus.OPEN.name())
            .setParameter("after", after)
            .setMaxResults(AT_ONCE)
            .getResultList();
    for (RoomRow row : rows) {
      facets.keep(row, RoomMapper.read(row));
      current
          .writing()
          .createMutationQuery("update RoomRow r set r.facetIndex = :index where r.id = :room")
          .setParameter("index", row.facetIndex)
          .setParameter("room", row.id())
          .executeUpdate();
    }
    return rows;
  }
}
