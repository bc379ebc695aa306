package dev.moim.adapter.persistence.shared;

/**
 * How many rows a page reads, as a part of HQL. A number that the statement names lets a database
 * plan it once: if it were a parameter, PostgreSQL would take it for a tenth of all rows, find each
 * plan for the given number better than that, and plan anew each time.
 */
public final class Limit {
  private Limit() {}

  /** Stands behind the order. */
  public static String of(int rows) {
    return " limit " + rows;
  }
}
