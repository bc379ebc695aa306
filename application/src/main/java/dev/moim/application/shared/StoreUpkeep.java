package dev.moim.application.shared;

/**
 * What a store has still to do to its rows after an upgrade, or another configuration, that can
 * wait until the program has started.
 */
@FunctionalInterface
public interface StoreUpkeep {
  /**
   * Does a bounded part in transactions of its own, so that work on the same objects goes on
   * meanwhile; returns how many objects it has looked at. Calling again goes on where this call
   * stopped; 0 says that nothing is left, and costs nothing from then on.
   */
  int someMore();
}
