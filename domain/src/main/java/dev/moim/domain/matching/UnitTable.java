package dev.moim.domain.matching;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All who are in an online pool, one slot for each who waits and for each group that is not closed,
 * with everything that is found by slot: their columns, the index, and who is kept apart. A slot is
 * used again after it was given up. Not thread-safe.
 */
final class UnitTable<K> {
  private static final double UNKNOWN = -1;

  private final Layout layout;
  private final AvoidanceLedger<K> avoided = new AvoidanceLedger<>();
  private final AvoidanceLedger<K> recent = new AvoidanceLedger<>();
  private final Pool pool;
  private final FacetIndex index;
  private final Map<K, Integer> slotOf = new HashMap<>();
  private final List<@Nullable Unit<K>> units = new ArrayList<>();
  private final ArrayDeque<Integer> free = new ArrayDeque<>();
  private boolean[] isGroup = {};
  private double[] arrivals = {};
  private long[] expiry = {};
  private int waitingPeople;

  UnitTable(Layout layout) {
    this.layout = layout;
    pool = new Pool(layout, avoided.slots(), Long.SIZE);
    index = new FacetIndex(layout, Long.SIZE);
  }

  Pool pool() {
    return pool;
  }

  FacetIndex index() {
    return index;
  }

  /** Which slots are better kept apart, because people of both have met recently. */
  Avoidances recent() {
    return recent.slots();
  }

  /** Which slots must be kept apart. */
  Avoidances avoided() {
    return avoided.slots();
  }

  /** In which slots there are people who must be kept apart from somebody, in the pool or not. */
  BitSet slotsApart(WaitingRequest<K> request) {
    return avoided.slotsApart(request.id(), request.avoids(), slotOf);
  }

  /** How many people wait. */
  int waitingPeople() {
    return waitingPeople;
  }

  /** All slots in use lie below this. */
  int slots() {
    return units.size();
  }

  boolean isUsed(int slot) {
    return units.get(slot) != null;
  }

  /** What stands in a slot that is in use. */
  Unit<K> unit(int slot) {
    return Objects.requireNonNull(units.get(slot));
  }

  /** The slot in which somebody is. */
  Optional<Integer> slotOf(K id) {
    return Optional.ofNullable(slotOf.get(id));
  }

  /** Notes whom somebody avoids who comes into the pool. */
  void enter(WaitingRequest<K> request) {
    avoided.enter(request.id(), request.avoids());
    recent.enter(request.id(), request.recentPartners());
  }

  /** Forgets whom somebody avoids who leaves the pool. */
  void leave(K id) {
    avoided.leave(id);
    recent.leave(id);
  }

  /**
   * Puts somebody who waits, or a group, into a slot.
   *
   * @throws IllegalStateException if its members have no common condition
   */
  int put(Unit<K> unit) {
    int slot = free.isEmpty() ? units.size() : free.pop();
    if (slot == units.size()) {
      units.add(unit);
    } else {
      units.set(slot, unit);
    }
    long[] meet = meet(unit.members());
    Instant since = unit.who().submittedAt();
    pool.put(slot, unit.people(), unit.least(), unit.most(), since.getEpochSecond(), meet);
    reserve(slot);
    isGroup[slot] = unit.isGroup();
    arrivals[slot] = UNKNOWN;
    expiry[slot] = unit.firstExpiry().getEpochSecond();
    if (unit.people() < unit.most()) {
      // Nobody is looked for who could take in nobody.
      index.add(slot, meet, 0);
    }
    unit.members().forEach(member -> slotOf.put(member.id(), slot));
    for (Present<K> member : unit.members()) {
      avoided.link(slot, member.id(), slotOf);
      recent.link(slot, member.id(), slotOf);
    }
    waitingPeople += unit.isGroup() ? 0 : unit.people();
    return slot;
  }

  private void reserve(int slot) {
    if (slot >= isGroup.length) {
      int slots = Math.max(slot + 1, 2 * isGroup.length);
      isGroup = Arrays.copyOf(isGroup, slots);
      arrivals = Arrays.copyOf(arrivals, slots);
      expiry = Arrays.copyOf(expiry, slots);
    }
  }

  /** Whether a group stands in a slot. */
  boolean isGroup(int slot) {
    return isGroup[slot];
  }

  /** Whether it was noted how many are likely to come who suit what stands in a slot. */
  boolean hasArrivals(int slot) {
    return arrivals[slot] >= 0;
  }

  /** Notes how many people per second are likely to come who suit what stands in a slot. */
  void setArrivals(int slot, double people) {
    arrivals[slot] = people;
  }

  /** How many people who suit are likely to come until the first in a slot would give up. */
  double expected(int slot, Instant now) {
    return arrivals[slot] * (expiry[slot] - now.getEpochSecond());
  }

  private long[] meet(List<Present<K>> members) {
    long[] meet = members.getFirst().row();
    if (members.size() > 1) {
      meet = meet.clone();
      for (Present<K> member : members) {
        if (!layout.meet(meet, 0, member.row(), 0, meet, 0)) {
          throw new IllegalStateException("a group without a common condition");
        }
      }
    }
    return meet;
  }

  /** Gives up a slot; its members stay in the pool, in no slot. */
  void remove(int slot) {
    Unit<K> unit = unit(slot);
    waitingPeople -= unit.isGroup() ? 0 : unit.people();
    unit.members().forEach(member -> slotOf.remove(member.id()));
    index.remove(slot);
    avoided.slots().clear(slot);
    recent.slots().clear(slot);
    units.set(slot, null);
    free.push(slot);
  }
}
