package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.ConditionJson;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Limit;
import dev.moim.application.shared.StoreUpkeep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.shared.RoomId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Walks through the rooms of every status, in the order of their identifiers, and saves those once
 * more of which less is kept than lists by facets look for: {@link FacetBackfill} has seen to the
 * open ones that lack a facet. When all have been looked at, it writes down for which facets; who
 * starts with the same ones finds nothing to do.
 */
final class FacetUpkeep implements StoreUpkeep {
  private static final int AT_ONCE = 200;
  private static final String TASK = "room-facets";

  /** Changes with what {@link FacetValues} keeps of a condition. */
  private static final String FORM = "2";

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final CurrentSession current;
  private final Transactions transactions;
  private final RoomFacets facets;
  private final JpaRooms rooms;

  /** The last one that was looked at; empty when all were. */
  private final AtomicReference<Optional<UUID>> reached =
      new AtomicReference<>(Optional.of(BEFORE_ALL));

  /**
   * @param transactions that try again after a lost race: members use the rooms at the same time
   */
  FacetUpkeep(
      CurrentSession current, Transactions transactions, RoomFacets facets, JpaRooms rooms) {
    this.current = current;
    this.transactions = transactions;
    this.facets = facets;
    this.rooms = rooms;
  }

  private record Step(int looked, Optional<UUID> reached) {}

  /** What is kept of a room, and of what. */
  private record Kept(UUID id, String category, String condition, String facetIndex) {}

  @Override
  public int someMore() {
    Optional<UUID> last = reached.get();
    if (last.isEmpty()) {
      return 0;
    }
    Step step = transactions.write(() -> step(last.get()));
    reached.set(step.reached());
    return step.looked();
  }

  private Step step(UUID last) {
    String all = known();
    if (last.equals(BEFORE_ALL) && isDone(all)) {
      return new Step(0, Optional.empty());
    }
    List<Kept> some = after(last);
    some.stream()
        .filter(this::isTooLittle)
        .forEach(room -> rooms.find(new RoomId(room.id())).ifPresent(rooms::save));
    if (some.size() < AT_ONCE) {
      done(all);
      return new Step(some.size(), Optional.empty());
    }
    return new Step(some.size(), Optional.of(some.getLast().id()));
  }

  /** Such as {@code 2 meal:place,time study:level}, whatever the order of the configuration. */
  private String known() {
    return facets.known().entrySet().stream()
        .map(category ->
            category.getValue().stream()
                .map(FacetKey::value)
                .sorted()
                .collect(Collectors.joining(",", category.getKey() + ":", "")))
        .sorted()
        .collect(Collectors.joining(" ", FORM + " ", ""));
  }

  private List<Kept> after(UUID last) {
    return current
        .writing()
        .createSelectionQuery(
            "select r.id, r.category, r.condition, r.facetIndex from RoomRow r where r.id > :last"
                + " order by r.id"
                + Limit.of(AT_ONCE),
            Kept.class)
        .setParameter("last", last)
        .getResultList();
  }

  private boolean isTooLittle(Kept room) {
    Set<String> wanted =
        facets.values(new CategoryKey(room.category()), ConditionJson.read(room.condition()));
    return !List.of(room.facetIndex().split(";", -1)).containsAll(wanted);
  }

  private boolean isDone(String all) {
    StoreUpkeepRow row = current.writing().find(StoreUpkeepRow.class, TASK);
    return row != null && row.done.equals(all);
  }

  private void done(String all) {
    StoreUpkeepRow row = current.writing().find(StoreUpkeepRow.class, TASK);
    if (row == null) {
      row = new StoreUpkeepRow();
      row.task = TASK;
      row.done = all;
      current.writing().persist(row);
    } else {
      row.done = all;
    }
  }
}
