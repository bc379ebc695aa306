package dev.moim.domain.matching;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who has named whom as somebody not to be in one group with, by id, and which slots are kept apart
 * for it. Not thread-safe.
 */
final class AvoidanceLedger<K> {
  private final Map<K, Set<K>> named = new HashMap<>();
  private final Map<K, Set<K>> namedBy = new HashMap<>();
  private final Avoidances slots = new Avoidances();

  /** Which slots are kept apart. */
  Avoidances slots() {
    return slots;
  }

  /** Notes whom somebody names who is in the pool from now on. */
  void enter(K id, Set<K> others) {
    if (!others.isEmpty()) {
      named.put(id, others);
      others.forEach(other -> namedBy.computeIfAbsent(other, o -> new HashSet<>()).add(id));
    }
  }

  /** Forgets whom somebody named who is in the pool no more. */
  void leave(K id) {
    Set<K> others = named.remove(id);
    if (others != null) {
      for (K other : others) {
        namedBy.computeIfPresent(
            other,
            (o, ids) -> {
              ids.remove(id);
              return ids.isEmpty() ? null : ids;
            });
      }
    }
  }

  /** Keeps a slot, in which somebody is, apart from the slots of those whom they avoid. */
  void link(int slot, K id, Map<K, Integer> slotOf) {
    link(slot, named.getOrDefault(id, Set.of()), slotOf);
    link(slot, namedBy.getOrDefault(id, Set.of()), slotOf);
  }

  /** In which slots there are people whom somebody avoids, who need not be in the pool. */
  BitSet slotsApart(K id, Set<K> others, Map<K, Integer> slotOf) {
    var apart = new BitSet();
    mark(others, slotOf, apart);
    mark(namedBy.getOrDefault(id, Set.of()), slotOf, apart);
    return apart;
  }

  private void mark(Set<K> others, Map<K, Integer> slotOf, BitSet apart) {
    for (K other : others) {
      Integer their = slotOf.get(other);
      if (their != null) {
        apart.set(their);
      }
    }
  }

  private void link(int slot, Set<K> others, Map<K, Integer> slotOf) {
    for (K other : others) {
      Integer their = slotOf.get(other);
      if (their != null) {
        slots.add(slot, their);
      }
    }
  }
}
