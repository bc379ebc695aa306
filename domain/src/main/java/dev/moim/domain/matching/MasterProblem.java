package dev.moim.domain.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The linear program that packs some given groups: a group may be taken in part, no candidate is
 * taken more than once in all, and as many people as possible are in groups. Its dual values are a
 * price for each candidate's place: together the prices of a group's members are no less than its
 * people, and all prices add up to what is packed.
 *
 * <p><b>How it works.</b> Primal simplex method with an explicit inverse of the basis (Dantzig and
 * Orchard-Hays 1954): there are as many rows as candidates, but ever more columns, each with a few
 * ones only. It starts with nobody in a group. The right-hand sides are a little more than 1, each
 * by a different bit, so that hardly any step is of length 0 (Charnes 1952). Memory is 8·rows²
 * bytes; a step costs at most rows², in practice far less, since most of the inverse is 0. Rounding
 * errors may add up; whoever uses the prices has to check them.
 */
final class MasterProblem {
  private static final double TOLERANCE = 1e-9;
  private static final double PERTURBATION = 1e-4;
  private static final double GOLDEN_RATIO = 0.6180339887498949;
  private static final int PER_STEP = 64;

  private static final class Column {
    final int[] members;
    final int people;

    Column(int[] members, int people) {
      this.members = members;
      this.people = people;
    }
  }

  private final int rows;
  private final List<Column> columns = new ArrayList<>();
  private final double[][] inverse;
  private final double[] basic;
  private final double[] prices;
  private final double[] direction;
  private final int[] nonzero;

  /**
   * @param rows how many candidates there are
   */
  MasterProblem(int rows) {
    this.rows = rows;
    inverse = new double[rows][rows];
    basic = new double[rows];
    prices = new double[rows];
    direction = new double[rows];
    nonzero = new int[rows];
    for (int row = 0; row < rows; row++) {
      inverse[row][row] = 1;
      basic[row] = 1 + PERTURBATION * (1 + row * GOLDEN_RATIO % 1);
    }
  }

  /** Allows one more group. */
  void add(int[] members, int people) {
    columns.add(new Column(members, people));
  }

  /** The price of each candidate's place, none negative; a copy. */
  double[] prices() {
    return Arrays.stream(prices).map(price -> Math.max(price, 0)).toArray();
  }

  /** How many people the groups have that are taken so far: no more than an optimum would. */
  double packed() {
    return Arrays.stream(prices).sum();
  }

  /**
   * Takes some steps from where the last ones ended.
   *
   * @return whether it was found that no more are needed
   */
  boolean improve(Effort effort) {
    for (int step = 0; step <= rows / 4 && !effort.isExhausted(); step++) {
      Column entering = entering();
      double gain = gain(entering);
      if (gain <= TOLERANCE) {
        return true;
      }
      long touched = rows + (long) columns.size() * entering.members.length;
      int directions = direct(entering.members);
      touched += (long) rows * entering.members.length;
      touched += (long) directions * pivot(leaving(), gain);
      effort.spend(1 + touched / PER_STEP);
    }
    return false;
  }

  private double gain(Column column) {
    double gain = column.people;
    for (int member : column.members) {
      gain -= prices[member];
    }
    return gain;
  }

  /** The group that brings most for each part of it; or somebody who had better be in none. */
  private Column entering() {
    int cheapest = 0;
    for (int row = 1; row < rows; row++) {
      cheapest = prices[row] < prices[cheapest] ? row : cheapest;
    }
    Column best = new Column(new int[] {cheapest}, 0);
    double most = gain(best);
    for (Column column : columns) {
      double gain = gain(column);
      if (gain > most) {
        most = gain;
        best = column;
      }
    }
    return best;
  }

  /** By how much each basic variable shrinks as the new one grows; returns for how many it does. */
  private int direct(int[] members) {
    int count = 0;
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int member : members) {
        sum += inverse[row][member];
      }
      direction[row] = Math.abs(sum) < TOLERANCE ? 0 : sum;
      count += direction[row] == 0 ? 0 : 1;
    }
    return count;
  }

  /** The variable that is 0 first; there is one, as nobody can be in more than one group. */
  private int leaving() {
    int leaving = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      if (direction[row] > 0 && basic[row] < least * direction[row]) {
        least = basic[row] / direction[row];
        leaving = row;
      }
    }
    return leaving;
  }

  /** Exchanges two variables; returns how many columns of the inverse change. */
  private int pivot(int leaving, double gain) {
    double[] pivotRow = inverse[leaving];
    double pivot = direction[leaving];
    int changes = 0;
    for (int i = 0; i < rows; i++) {
      if (Math.abs(pivotRow[i]) < TOLERANCE) {
        pivotRow[i] = 0;
      } else {
        pivotRow[i] /= pivot;
        prices[i] += gain * pivotRow[i];
        nonzero[changes++] = i;
      }
    }
    basic[leaving] /= pivot;
    for (int row = 0; row < rows; row++) {
      if (row != leaving && direction[row] != 0) {
        double[] changed = inverse[row];
        for (int i = 0; i < changes; i++) {
          changed[nonzero[i]] -= direction[row] * pivotRow[nonzero[i]];
        }
        basic[row] = Math.max(basic[row] - direction[row] * basic[leaving], 0);
      }
    }
    return changes;
  }
}
