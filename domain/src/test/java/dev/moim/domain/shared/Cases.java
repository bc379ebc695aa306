package dev.moim.domain.shared;

/**
 * How many random cases tests try. Where each test is run again and again, as for mutations, a part
 * of them has to do; where there is time, ten times as many may be tried.
 */
public final class Cases {
  private static final int PERCENT = Integer.getInteger("moim.tests.percent", 100);

  private Cases() {}

  /**
   * So many as were asked for with {@code -Dmoim.tests.percent}, but at least one.
   *
   * @param usual how many there are in each build
   */
  public static int of(int usual) {
    return Math.toIntExact(Math.max(1, (long) usual * PERCENT / 100));
  }
}
