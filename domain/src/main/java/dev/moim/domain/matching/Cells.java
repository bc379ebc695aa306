package dev.moim.domain.matching;

import dev.moim.domain.condition.GroupSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The greatest sets of candidates who have a value in common on every facet. Whoever is in a valid
 * group together is together in one of them, and any members of one have a common condition.
 *
 * <p><b>How they are found.</b> Facet by facet, a set is narrowed to those who accept one value,
 * for each value; of the sets that come from one, those within another are dropped at once, because
 * what comes of them lies within what comes of the other. So the many combinations of values
 * (28,800 in a large domain) are listed only as far as people differ on them.
 */
final class Cells {
  /** The most places that all sets together may name before the search is given up. */
  private static final int MOST_PLACES = 1_000_000;

  private static final int NOBODY = -1;
  private static final int WORDS_A_STEP = 64;

  private final Pool pool;
  private final int[] candidates;
  private final List<int[]> sets;

  private Cells(Pool pool, int[] candidates, List<int[]> sets) {
    this.pool = pool;
    this.candidates = candidates;
    this.sets = sets;
  }

  /** Finds the sets, unless there are too many of them or the effort is spent before. */
  static Optional<Cells> among(Pool pool, int[] candidates, Effort effort) {
    ConditionTable conditions = pool.conditions();
    var everybody = new BitSet(candidates.length);
    for (int i = 0; i < candidates.length; i++) {
      everybody.set(i, conditions.fit(candidates[i], candidates[i]));
    }
    List<BitSet> sets = List.of(everybody);
    for (List<BitSet> values : conditions.sharing(candidates)) {
      List<BitSet> sharing = greatest(values, effort);
      var narrowed = new ArrayList<BitSet>();
      long places = 0;
      for (BitSet set : sets) {
        effort.spend(1 + (long) sharing.size() * candidates.length / Long.SIZE / WORDS_A_STEP);
        for (BitSet within : greatest(meets(set, sharing), effort)) {
          narrowed.add(within);
          places += within.cardinality();
        }
        if (places > MOST_PLACES || effort.isExhausted()) {
          return Optional.empty();
        }
      }
      sets = narrowed;
    }
    return Optional.of(
        new Cells(pool, candidates, sets.stream().map(s -> s.stream().toArray()).toList()));
  }

  private static List<BitSet> meets(BitSet set, List<BitSet> sharing) {
    var meets = new ArrayList<BitSet>();
    for (BitSet other : sharing) {
      var met = (BitSet) set.clone();
      met.and(other);
      if (!met.isEmpty()) {
        meets.add(met);
      }
    }
    return meets;
  }

  /** Those that lie within no other; of equal ones, one. */
  private static List<BitSet> greatest(List<BitSet> sets, Effort effort) {
    List<BitSet> greatestFirst =
        sets.stream().sorted(Comparator.comparingInt(BitSet::cardinality).reversed()).toList();
    var kept = new ArrayList<BitSet>();
    for (BitSet set : greatestFirst) {
      effort.spend(1 + kept.size() / WORDS_A_STEP);
      if (kept.stream().noneMatch(other -> isWithin(set, other))) {
        kept.add(set);
      }
    }
    return kept;
  }

  private static boolean isWithin(BitSet set, BitSet other) {
    for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
      if (!other.get(i)) {
        return false;
      }
    }
    return true;
  }

  Pool pool() {
    return pool;
  }

  /** Who was asked about. */
  int[] candidates() {
    return candidates;
  }

  /** The sets; each names places among the candidates, in ascending order. */
  List<int[]> sets() {
    return sets;
  }

  /** The sizes that so many people of a set accept. */
  int[] sizes(int[] set) {
    return IntStream.rangeClosed(GroupSize.SMALLEST, GroupSize.GREATEST)
        .filter(
            size -> accepting(set, size).map(place -> pool.people(candidates[place])).sum() >= size)
        .toArray();
  }

  /**
   * Divides the candidates into parts that share no group: two are in one part if they accept the
   * same size in a set with so many people, or are linked by others who do. Finer than the
   * components of compatible pairs, where groups are large. Who accepts no such size is in no part:
   * no group is possible for them.
   */
  List<int[]> parts() {
    int[] leaders = new int[candidates.length];
    Arrays.fill(leaders, NOBODY);
    for (int[] set : sets) {
      for (int size : sizes(set)) {
        int[] linked = accepting(set, size).toArray();
        for (int place : linked) {
          leaders[place] = leaders[place] == NOBODY ? place : leaders[place];
          leaders[leader(leaders, place)] = leader(leaders, linked[0]);
        }
      }
    }
    Map<Integer, List<Integer>> parts = new TreeMap<>();
    for (int place = 0; place < leaders.length; place++) {
      if (leaders[place] != NOBODY) {
        parts
            .computeIfAbsent(leader(leaders, place), leader -> new ArrayList<>())
            .add(candidates[place]);
      }
    }
    return parts.values().stream()
        .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private IntStream accepting(int[] set, int size) {
    return Arrays.stream(set).filter(place -> pool.accepts(candidates[place], size));
  }

  private static int leader(int[] leaders, int place) {
    int leader = place;
    while (leaders[leader] != leader) {
      leaders[leader] = leaders[leaders[leader]];
      leader = leaders[leader];
    }
    return leader;
  }
}
