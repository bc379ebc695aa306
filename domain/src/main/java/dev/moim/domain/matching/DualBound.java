package dev.moim.domain.matching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An upper bound on how many people can be in groups at once, from the dual of the linear program
 * that packs all valid groups.
 *
 * <p><b>Why it is one.</b> Give each candidate's place a price, so that no valid group has more
 * people than its members' prices add up to. Then all groups of a matching together have no more
 * people than all prices add up to, and it does not matter how the prices were found.
 *
 * <p><b>How they are found.</b> By column generation (Gilmore and Gomory 1961): the {@link
 * MasterProblem} over a few groups yields prices that are too low, {@link Pricing} finds groups
 * that are worth more than these, and they are added, until there are none. To get there sooner,
 * the master problem is not solved to the end each time, and groups are priced half-way between the
 * master problem's prices and the best valid ones known (Ben-Ameur and Neto 2007): either that
 * shows groups that are missing, or it is the better bound. Prices become valid by multiplying them
 * with the greatest ratio of a group's people to its price (Farley 1990). So there is a bound after
 * each round, the work can end at any time, and rounding errors in the master problem can make the
 * bound worse but never wrong.
 */
final class DualBound {
  /** Far more than rounding errors add up to, far less than a person. */
  private static final double ROUNDING = 1e-9;

  /** A bound better by less than this is no progress. */
  private static final double CLOSE = 1e-3;

  private final Pricing pricing;
  private final MasterProblem master;
  private final int[] people;
  private final int[] reachable;
  private final Set<List<Integer>> known = new HashSet<>();

  /** The best valid prices known. */
  private double[] valid;

  private double bound;

  /**
   * @param reachable for each number of people from 0 to all, how many of them whole groups can
   *     have
   */
  DualBound(Cells cells, int[] reachable) {
    this.people = Arrays.stream(cells.candidates()).map(cells.pool()::people).toArray();
    this.pricing = new Pricing(cells);
    this.master = new MasterProblem(people.length);
    this.reachable = reachable;
    this.valid = Arrays.stream(people).asDoubleStream().toArray();
    this.bound = Arrays.stream(valid).sum();
  }

  /** Makes a group known, given by its members' places among the candidates in ascending order. */
  void suggest(int[] members) {
    if (known.add(Arrays.stream(members).boxed().toList())) {
      master.add(members, Arrays.stream(members).map(member -> people[member]).sum());
    }
  }

  /**
   * Finds the bound, or one that is good enough.
   *
   * @param matched how many people are in groups as it is: no bound lower than that is looked for
   */
  int find(int matched, Effort effort) {
    boolean goesOn = true;
    while (goesOn && whole(bound) > matched && !effort.isExhausted()) {
      boolean optimal = master.improve(effort);
      double before = bound;
      int knownBefore = known.size();
      double[] prices = master.prices();
      for (int i = 0; i < prices.length; i++) {
        prices[i] = (prices[i] + valid[i]) / 2;
      }
      pricing.price(prices, effort);
      pricing.groups().forEach(this::suggest);
      improve(prices);
      boolean progress = !optimal || known.size() > knownBefore || before - bound > CLOSE;
      goesOn = progress && bound - master.packed() > CLOSE;
    }
    return whole(bound);
  }

  /** The prices that are the bound: no valid group has more people than its members' prices. */
  double[] prices() {
    return valid.clone();
  }

  private void improve(double[] prices) {
    double ratio = pricing.greatestRatio();
    double sum = Arrays.stream(prices).sum() * ratio;
    if (sum < bound) {
      bound = sum;
      valid = Arrays.stream(prices).map(price -> price * ratio).toArray();
    }
  }

  private int whole(double people) {
    int most = (int) Math.floor(people * (1 + ROUNDING) + ROUNDING);
    return reachable[Math.min(most, reachable.length - 1)];
  }
}
