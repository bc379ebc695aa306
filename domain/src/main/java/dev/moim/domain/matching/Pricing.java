package dev.moim.domain.matching;

import dev.moim.domain.condition.GroupSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the groups that have most people for their price, where each candidate's place has a price:
 * the pricing step of column generation.
 *
 * <p><b>How it works.</b> A valid group lies in one of the {@link Cells}, and all its members
 * accept its size. So for each set and each size, the cheapest choice is found among those who
 * accept that size: of the candidates of one, two, … people only the few cheapest can be in it, and
 * among these a knapsack of at most 20 people decides. That misses no valid group; it only lets
 * those be together who avoid each other. A round costs the sorting of the candidates, and for each
 * set and size a pass over the members and some size² steps.
 */
final class Pricing {
  /** A group that gains less is not worth a column. */
  private static final double WORTHWHILE = 1e-7;

  private static final int MOST_OF_A_SET = 4;
  private static final int PER_STEP = 8;

  /**
   * Of one person each, 20 can be in a group; of two people each, 10; of three each, 6; and so on.
   */
  private static final int MOST_ITEMS =
      IntStream.rangeClosed(1, GroupSize.GREATEST).map(each -> GroupSize.GREATEST / each).sum();

  private final Pool pool;
  private final int[] candidates;
  private final List<int[]> sets;

  /** The sizes that enough people accept, for each set. */
  private final List<int[]> sizes;

  private final long steps;

  private final List<int[]> groups = new ArrayList<>();
  private double greatestRatio;

  /** The knapsack: whom there is to choose from, and how many of each number of people. */
  private final int[] items = new int[MOST_ITEMS];

  private final int[] taken = new int[GroupSize.GREATEST + 1];

  /** For each number of people the least price, and whether an item was last to be part of it. */
  private final double[] least = new double[GroupSize.GREATEST + 1];

  private final boolean[][] used = new boolean[MOST_ITEMS][GroupSize.GREATEST + 1];

  Pricing(Cells cells) {
    this.pool = cells.pool();
    this.candidates = cells.candidates();
    this.sets = cells.sets();
    this.sizes = sets.stream().map(set -> cells.sizes(set)).toList();
    long work = candidates.length;
    for (int i = 0; i < sets.size(); i++) {
      work += (long) sets.get(i).length * (1 + 2 * sizes.get(i).length);
    }
    this.steps = 1 + work / PER_STEP;
  }

  /** Looks at all groups at these prices, none of which is negative. */
  void price(double[] prices, Effort effort) {
    effort.spend(steps);
    groups.clear();
    greatestRatio = 0;
    int[] cheapestFirst =
        IntStream.range(0, prices.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> prices[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] rank = new int[prices.length];
    for (int i = 0; i < rank.length; i++) {
      rank[cheapestFirst[i]] = i;
    }
    for (int i = 0; i < sets.size(); i++) {
      int[] set =
          Arrays.stream(sets.get(i))
              .map(member -> rank[member])
              .sorted()
              .map(place -> cheapestFirst[place])
              .toArray();
      search(set, sizes.get(i), prices);
    }
  }

  private void search(int[] cheapestFirst, int[] sizesOfSet, double[] prices) {
    int[] rest = cheapestFirst;
    for (int found = 0; found < MOST_OF_A_SET; found++) {
      int[] best = best(rest, sizesOfSet, prices);
      if (best.length == 0) {
        return;
      }
      groups.add(best);
      rest = Arrays.stream(rest).filter(i -> Arrays.binarySearch(best, i) < 0).toArray();
    }
  }

  /** The greatest ratio of a group's people to its price; 0 if there is no group. */
  double greatestRatio() {
    return greatestRatio;
  }

  /**
   * Of each set the group that has most people beyond its price, if any has, and again of those who
   * are not in it; some may be there twice.
   */
  List<int[]> groups() {
    return groups;
  }

  private int[] best(int[] cheapestFirst, int[] sizesOfSet, double[] prices) {
    int[] best = {};
    double most = WORTHWHILE;
    for (int size : sizesOfSet) {
      int count = fill(cheapestFirst, size, prices);
      greatestRatio = Math.max(greatestRatio, size / least[size]);
      if (size - least[size] > most) {
        most = size - least[size];
        best = chosen(size, count);
      }
    }
    return best;
  }

  /** Fills the knapsack; returns how many items there are to choose from. */
  private int fill(int[] cheapestFirst, int size, double[] prices) {
    Arrays.fill(least, 1, size + 1, Double.POSITIVE_INFINITY);
    Arrays.fill(taken, 0);
    int count = 0;
    for (int member : cheapestFirst) {
      int people = pool.people(candidates[member]);
      if (!pool.accepts(candidates[member], size)
          || people > size
          || (taken[people] + 1) * people > size) {
        continue;
      }
      taken[people]++;
      for (int sum = size; sum >= people; sum--) {
        double price = least[sum - people] + prices[member];
        used[count][sum] = price < least[sum];
        least[sum] = Math.min(price, least[sum]);
      }
      items[count++] = member;
    }
    return count;
  }

  /** The members of the cheapest group of that size. */
  private int[] chosen(int size, int count) {
    var members = new ArrayList<Integer>();
    int rest = size;
    for (int item = count - 1; rest > 0; item--) {
      int people = pool.people(candidates[items[item]]);
      if (people <= rest && used[item][rest]) {
        members.add(items[item]);
        rest -= people;
      }
    }
    return members.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
