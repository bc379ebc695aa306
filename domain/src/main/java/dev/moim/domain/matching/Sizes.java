package dev.moim.domain.matching;

/** How many people whole groups can have. */
final class Sizes {
  private Sizes() {}

  /**
   * For each number of people from 0 to {@code people}: the greatest number, at most as great, that
   * is a sum of group sizes from {@code smallest} to {@code greatest}. Groups of exactly 4 can have
   * 8 of 11 people, groups of 2 to 4 any number but 1.
   */
  static int[] reachable(int people, int smallest, int greatest) {
    int[] reachable = new int[people + 1];
    for (int sum = 1; sum <= people; sum++) {
      long groups = (sum + greatest - 1L) / greatest;
      reachable[sum] = groups * smallest <= sum ? sum : reachable[sum - 1];
    }
    return reachable;
  }
}
