package dev.moim.application.matching.port.in;

import java.util.List;

/** Tells any member how each category is matched, and how many wait there, never who. */
@FunctionalInterface
public interface ListPools {
  /** Every category's pool, in configured order. */
  List<PoolView> list();
}
