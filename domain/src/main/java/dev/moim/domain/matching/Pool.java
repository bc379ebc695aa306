package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.GroupSize;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The candidates of a matching as arrays, one slot for each, which grow as needed. Not thread-safe.
 */
final class Pool {
  private final ConditionTable conditions;
  private int size;
  private int[] people;
  private int[] least;
  private int[] most;
  private long[] since;
  private final Avoidances avoided;

  /**
   * @param avoided who must not be together, by slots
   * @param slots for how many there is place at first
   */
  Pool(Layout layout, Avoidances avoided, int slots) {
    conditions = new ConditionTable(layout, slots);
    people = new int[slots];
    least = new int[slots];
    most = new int[slots];
    since = new long[slots];
    this.avoided = avoided;
  }

  /** The candidates in slots that are their places in the list. */
  static <K> Pool of(Category category, List<Candidate<K>> candidates) {
    var avoided = new Avoidances();
    Pool pool = new Pool(new Layout(category), avoided, candidates.size());
    Map<K, Integer> slots = HashMap.newHashMap(candidates.size());
    for (Candidate<K> candidate : candidates) {
      int slot = slots.size();
      if (slots.put(candidate.id(), slot) != null) {
        throw new IllegalArgumentException("two candidates are " + candidate.id());
      }
      pool.put(
          slot,
          candidate.people(),
          candidate.size(),
          candidate.submittedAt(),
          candidate.condition());
    }
    for (int i = 0; i < candidates.size(); i++) {
      for (K id : candidates.get(i).avoids()) {
        Integer other = slots.get(id);
        if (other != null) {
          avoided.add(i, other);
        }
      }
    }
    return pool;
  }

  /** Puts a candidate into a slot. */
  void put(int slot, int people, GroupSize size, Instant since, AllOf condition) {
    reserve(slot);
    this.people[slot] = people;
    this.least[slot] = size.min();
    this.most[slot] = size.max();
    this.since[slot] = since.getEpochSecond();
    conditions.put(slot, condition);
  }

  /** Puts the meet of some candidates, who come together, into a slot. */
  void put(int slot, int people, int least, int most, long since, long[] row) {
    reserve(slot);
    this.people[slot] = people;
    this.least[slot] = least;
    this.most[slot] = most;
    this.since[slot] = since;
    conditions.put(slot, row, 0);
  }

  private void reserve(int slot) {
    if (slot >= people.length) {
      int slots = Math.max(slot + 1, 2 * people.length);
      people = Arrays.copyOf(people, slots);
      least = Arrays.copyOf(least, slots);
      most = Arrays.copyOf(most, slots);
      since = Arrays.copyOf(since, slots);
    }
    size = Math.max(size, slot + 1);
  }

  /** All slots in use lie below this. */
  int size() {
    return size;
  }

  /** How many people candidate {@code i} is. */
  int people(int i) {
    return people[i];
  }

  /** How many people candidate {@code i}'s group must have at the least. */
  int least(int i) {
    return least[i];
  }

  /** How many people candidate {@code i}'s group may have at the most. */
  int most(int i) {
    return most[i];
  }

  /** Whether candidate {@code i}'s group may have so many people. */
  boolean accepts(int i, int size) {
    return least[i] <= size && size <= most[i];
  }

  /** Since when candidate {@code i} waits, as a number: the less, the longer. */
  long since(int i) {
    return since[i];
  }

  ConditionTable conditions() {
    return conditions;
  }

  /** Whether two candidates would suit each other, whatever sizes they accept. */
  boolean suit(int i, int j) {
    return conditions.fit(i, j) && !isAvoided(i, j);
  }

  /** Whether two candidates must not be in one group, whatever they ask for. */
  boolean isAvoided(int i, int j) {
    return avoided.contains(i, j);
  }

  /** Whether two candidates may be in one group; necessary for a valid group, not sufficient. */
  boolean compatible(int i, int j) {
    return acceptSizes(i, j) && suit(i, j);
  }

  /** Whether there is a size that two candidates accept, at which there is room for both. */
  boolean acceptSizes(int i, int j) {
    int mostOfBoth = Math.min(most[i], most[j]);
    return people[i] + people[j] <= mostOfBoth && Math.max(least[i], least[j]) <= mostOfBoth;
  }

  /**
   * As {@link #compatible(int, int)}, for somebody who is not in the pool.
   *
   * @param row their condition, in writing
   */
  boolean compatible(int i, long[] row, int people, int least, int most) {
    return acceptSizes(i, people, least, most) && conditions.fit(row, 0, i);
  }

  /** As {@link #acceptSizes(int, int)}, for somebody who is not in the pool. */
  boolean acceptSizes(int i, int people, int least, int most) {
    int mostOfBoth = Math.min(this.most[i], most);
    return this.people[i] + people <= mostOfBoth && Math.max(this.least[i], least) <= mostOfBoth;
  }

  /** Whether candidate {@code i} is a party that is a valid group all by itself. */
  boolean isGroupAlone(int i) {
    return least[i] <= people[i] && people[i] <= most[i] && conditions.fit(i, i);
  }
}
