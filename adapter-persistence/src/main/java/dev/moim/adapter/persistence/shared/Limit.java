package dev.moim.adapter.persistence.shared;

/**
 * How many rows a page reads, as a part of HQL. A number that the statement names lets a database
 * plan it once: if it were a parameter, PostgreSQL would take it for a tenth of all rows, find each
 * plan for the given number better than that, and plan anew each time.
 *
 * <p>For lists that people read. A table that fills and empties, as the outbox does, is to be
 * planned for its present size, so its readers give the number as a parameter.
 */
public final class Limit {
  private Limit() {}

  /** Stands behind the order. */
  public static String of(int rows) {
    return " limit " + rows;
  }
}
