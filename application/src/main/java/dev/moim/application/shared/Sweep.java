package dev.moim.application.shared;

import java.util.List;
import java.util.function.Consumer;

/**
 * Works through many things of which each stands for itself: one that fails does not keep others.
 */
public final class Sweep {
  private Sweep() {}

  /**
   * Does the work for each, in order; returns how many there were.
   *
   * @throws IllegalStateException after all of it, if any failed; the failures are its suppressed
   *     ones
   */
  public static <T> int over(List<T> things, Consumer<T> work) {
    var failures = new IllegalStateException("not everything in a sweep could be done");
    for (T thing : things) {
      try {
        work.accept(thing);
      } catch (RuntimeException e) {
        failures.addSuppressed(e);
      }
    }
    if (failures.getSuppressed().length > 0) {
      throw failures;
    }
    return things.size();
  }
}
