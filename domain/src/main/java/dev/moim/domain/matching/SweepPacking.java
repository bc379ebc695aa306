package dev.moim.domain.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the best groups of many candidates who stand in a line, so that only neighbours suit each
 * other, as it is with people who come one after the other and do not wait for long.
 *
 * <p><b>How it works.</b> Dynamic programming along the line. A state says who further on is in a
 * group already. At each candidate who is in none, every valid group with others further on is
 * tried, and leaving the candidate out. Of equal states the one with most people matched stays.
 * Prices as in {@link DualBound} keep their number small: what a group's price exceeds its people
 * by is wasted, and so is the price of who is left out, and a matching of so many people wastes no
 * more than all prices together exceed their number. The line is a breadth-first order of the graph
 * of compatible pairs (Cuthill and McKee 1969), from one of its ends.
 *
 * <p>Gives up where there are many states: where candidates stand in no line, or where many more
 * people are searched for than the prices suggest. Not thread-safe.
 */
final class SweepPacking {
  private static final int MOST_STATES = 10_000;

  /** More than rounding errors add up to, less than a person. */
  private static final double ROUNDING = 1e-6;

  /** How a state is reached: from another one, by a group or, if it is nobody, without. */
  private static final class Way {
    final int[] group;
    final Way before;
    final double wasted;

    /** The beginning, which is before itself. */
    Way() {
      this.group = new int[0];
      this.before = this;
      this.wasted = 0;
    }

    Way(int[] group, Way before, double wasted) {
      this.group = group;
      this.before = before;
      this.wasted = wasted;
    }
  }

  /** A valid group, by its members' places in the line. */
  private static final class Choice {
    final int[] members;
    final BitSet set = new BitSet();
    final double wasted;

    Choice(int[] members, double wasted) {
      this.members = members;
      this.wasted = wasted;
      Arrays.stream(members).forEach(set::set);
    }
  }

  private final Pool pool;
  private final int[] line;
  private final double[] prices;
  private final BitSet[] compatible;
  private final int width;
  private final List<Choice> choices = new ArrayList<>();
  private final List<int[]> groups = new ArrayList<>();
  private double allowed;
  private boolean certain;

  /**
   * @param priceOf for each of the candidates; no group has more people than its members' prices
   */
  SweepPacking(Pool pool, int[] candidates, double[] priceOf) {
    this.pool = pool;
    this.width = pool.conditions().width();
    int[] across = breadthFirst(compatible(pool, candidates), 0);
    int[] order = breadthFirst(compatible(pool, candidates), across[across.length - 1]);
    line = Arrays.stream(order).map(place -> candidates[place]).toArray();
    prices = Arrays.stream(order).mapToDouble(place -> priceOf[place]).toArray();
    compatible = compatible(pool, line);
  }

  private static BitSet[] compatible(Pool pool, int[] candidates) {
    var compatible = new BitSet[candidates.length];
    Arrays.setAll(compatible, i -> new BitSet(candidates.length));
    for (int i = 0; i < candidates.length; i++) {
      for (int j = 0; j < i; j++) {
        if (pool.compatible(candidates[i], candidates[j])) {
          compatible[i].set(j);
          compatible[j].set(i);
        }
      }
    }
    return compatible;
  }

  private static int[] breadthFirst(BitSet[] neighbours, int start) {
    var open = new BitSet(neighbours.length);
    open.set(0, neighbours.length);
    int[] order = new int[neighbours.length];
    int count = 0;
    for (int at = 0; at < order.length; at++) {
      if (at == count) {
        int next = count == 0 ? start : open.nextSetBit(0);
        order[count++] = next;
        open.clear(next);
      }
      var found = (BitSet) neighbours[order[at]].clone();
      found.and(open);
      open.andNot(found);
      for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
        order[count++] = i;
      }
    }
    return order;
  }

  /**
   * Searches for the best groups, if they have so many people.
   *
   * @return whether there are such, and they were found
   */
  boolean search(int people, Effort effort) {
    allowed = Arrays.stream(prices).sum() - people + ROUNDING;
    groups.clear();
    Map<BitSet, Way> states = Map.of(new BitSet(), new Way());
    for (int place = 0; place < line.length; place++) {
      choose(place, effort);
      states = next(states, place, effort);
      if (states.size() > MOST_STATES || effort.isExhausted()) {
        certain = false;
        return false;
      }
    }
    certain = true;
    for (Way way : states.values()) {
      for (Way at = way; at.before != at; at = at.before) {
        if (at.group.length > 0) {
          groups.add(Arrays.stream(at.group).map(member -> line[member]).toArray());
        }
      }
    }
    return !states.isEmpty();
  }

  /** Whether the last search is sure of its answer. */
  boolean isCertain() {
    return certain;
  }

  /** The groups that were found. */
  List<int[]> groups() {
    return List.copyOf(groups);
  }

  private Map<BitSet, Way> next(Map<BitSet, Way> states, int place, Effort effort) {
    Map<BitSet, Way> next = new LinkedHashMap<>();
    for (Map.Entry<BitSet, Way> state : states.entrySet()) {
      BitSet taken = state.getKey();
      Way way = state.getValue();
      if (taken.get(place)) {
        var rest = (BitSet) taken.clone();
        rest.clear(place);
        offer(next, rest, way);
        continue;
      }
      offer(next, taken, new Way(new int[0], way, way.wasted + prices[place]));
      effort.spend(1 + choices.size() / 4);
      for (Choice choice : choices) {
        if (!choice.set.intersects(taken)) {
          var more = (BitSet) taken.clone();
          more.or(choice.set);
          more.clear(place);
          offer(next, more, new Way(choice.members, way, way.wasted + choice.wasted));
        }
      }
      if (next.size() > MOST_STATES) {
        return next;
      }
    }
    return next;
  }

  private void offer(Map<BitSet, Way> states, BitSet taken, Way way) {
    if (way.wasted <= allowed) {
      states.merge(taken, way, (one, other) -> other.wasted < one.wasted ? other : one);
    }
  }

  /** Lists the groups of which somebody is the first in the line. */
  private void choose(int first, Effort effort) {
    choices.clear();
    int candidate = line[first];
    if (pool.isGroupAlone(candidate)) {
      choices.add(new Choice(new int[] {first}, prices[first] - pool.people(candidate)));
    }
    long[] meet = new long[width];
    pool.conditions().copy(candidate, meet, 0);
    int need = pool.least(candidate);
    int limit = pool.most(candidate);
    var after = (BitSet) compatible[first].clone();
    after.clear(0, first);
    extend(new int[] {first}, meet, after, pool.people(candidate), need, limit, effort);
  }

  private void extend(
      int[] members, long[] meet, BitSet others, int people, int need, int limit, Effort effort) {
    for (int next = others.nextSetBit(0); next >= 0; next = others.nextSetBit(next + 1)) {
      effort.spend(1);
      int candidate = line[next];
      int morePeople = people + pool.people(candidate);
      int newNeed = Math.max(need, pool.least(candidate));
      int newLimit = Math.min(limit, pool.most(candidate));
      long[] met = new long[width];
      if (effort.isExhausted()
          || morePeople > newLimit
          || newNeed > newLimit
          || !pool.conditions().meet(meet, 0, candidate, met, 0)) {
        continue;
      }
      int[] more = IntStream.concat(Arrays.stream(members), IntStream.of(next)).toArray();
      double wasted = Arrays.stream(more).mapToDouble(i -> prices[i]).sum() - morePeople;
      if (morePeople >= newNeed && wasted <= allowed) {
        choices.add(new Choice(more, wasted));
      }
      var rest = (BitSet) others.clone();
      rest.and(compatible[next]);
      rest.clear(0, next);
      extend(more, met, rest, morePeople, newNeed, newLimit, effort);
    }
  }
}
