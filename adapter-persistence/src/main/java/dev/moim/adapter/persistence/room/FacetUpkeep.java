package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.ConditionJson;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Limit;
import dev.moim.application.shared.StoreUpkeep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.query.SelectionQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Walks through rooms, in the order of their identifiers, and saves those once more of which less
 * is kept than lists by facets look for: because they were stored by a release that kept less, or
 * because their category has got a facet since. A room whose condition can't be read is left as it
 * is.
 *
 * <p>At the start of the program it goes to the open rooms of which nothing is kept for a facet:
 * without that, lists would miss them. Later it goes to the rooms of every status. When all have
 * been looked at, it writes down for which facets; who starts with the same ones finds nothing to
 * do.
 */
final class FacetUpkeep implements StoreUpkeep, SmartInitializingSingleton {
  private static final System.Logger LOG = System.getLogger(FacetUpkeep.class.getName());

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

  /** Those that the log names as unreadable. */
  private final Set<UUID> unreadable = ConcurrentHashMap.newKeySet();

  /**
   * @param transactions that try again after a lost race: members use the rooms at the same time,
   *     and other nodes may start
   */
  FacetUpkeep(
      CurrentSession current, Transactions transactions, RoomFacets facets, JpaRooms rooms) {
    this.current = current;
    this.transactions = transactions;
    this.facets = facets;
    this.rooms = rooms;
  }

  /** A part of a walk; nothing is reached when it was the last one. */
  private record Step(int looked, Optional<UUID> reached) {}

  /** What is kept of a room, and of what. */
  private record Kept(UUID id, String category, String condition, String facetIndex) {}

  @Override
  public void afterSingletonsInstantiated() {
    facets
        .known()
        .forEach((category, known) -> {
          Optional<UUID> from = Optional.of(BEFORE_ALL);
          while (from.isPresent()) {
            UUID last = from.get();
            from = transactions.write(() -> step(lacking(category, known, last))).reached();
          }
        });
  }

  @Override
  public int someMore() {
    Optional<UUID> last = reached.get();
    if (last.isEmpty()) {
      return 0;
    }
    Step step = transactions.write(() -> ofAll(last.get()));
    reached.set(step.reached());
    return step.looked();
  }

  private Step ofAll(UUID last) {
    String all = known();
    if (last.equals(BEFORE_ALL) && isDone(all)) {
      return new Step(0, Optional.empty());
    }
    Step step = step(after(last, "").getResultList());
    if (step.reached().isEmpty()) {
      done(all);
    }
    return step;
  }

  private Step step(List<Kept> some) {
    List<UUID> skipped = new ArrayList<>();
    for (Kept room : some) {
      Optional<AllOf> condition = condition(room);
      if (condition.isEmpty()) {
        skipped.add(room.id());
      } else if (isTooLittle(room, condition.get())) {
        rooms.find(new RoomId(room.id())).ifPresent(rooms::save);
      }
    }
    tellOf(skipped);
    return new Step(
        some.size(), some.size() < AT_ONCE ? Optional.empty() : Optional.of(some.getLast().id()));
  }

  private static Optional<AllOf> condition(Kept room) {
    try {
      return Optional.of(ConditionJson.read(room.condition()));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private boolean isTooLittle(Kept room, AllOf condition) {
    Set<String> wanted = facets.values(new CategoryKey(room.category()), condition);
    return !List.of(room.facetIndex().split(";", -1)).containsAll(wanted);
  }

  /** Once of each, though several walks come to it, and a part that lost a race once more. */
  private void tellOf(List<UUID> skipped) {
    List<UUID> news = skipped.stream().filter(unreadable::add).toList();
    if (!news.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Lists by facets may miss rooms whose conditions can''t be read: {0}",
          news);
    }
  }

  private SelectionQuery<Kept> after(UUID last, String which) {
    return current
        .writing()
        .createSelectionQuery(
            "select r.id, r.category, r.condition, r.facetIndex from RoomRow r where r.id > :last"
                + which
                + " order by r.id"
                + Limit.of(AT_ONCE),
            Kept.class)
        .setParameter("last", last);
  }

  private List<Kept> lacking(CategoryKey category, List<FacetKey> known, UUID last) {
    String nothingKept =
        IntStream.range(0, known.size())
            .mapToObj("locate(:facet%d, concat(';', r.facetIndex)) = 0"::formatted)
            .collect(Collectors.joining(" or "));
    SelectionQuery<Kept> query =
        after(last, " and r.category = :category and r.status = :open and (" + nothingKept + ")")
            .setParameter("category", category.value())
            .setParameter("open", RoomStatus.OPEN.name());
    for (int i = 0; i < known.size(); i++) {
      query.setParameter("facet" + i, ";" + known.get(i) + "=");
    }
    return query.getResultList();
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
