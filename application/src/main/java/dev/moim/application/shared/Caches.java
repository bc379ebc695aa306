package dev.moim.application.shared;

import java.time.Duration;

/** Makes the caches of this program, wherever they live. Implementations are thread-safe. */
public interface Caches {
  /**
   * A new cache.
   *
   * @param name unique, stable and fit for people who watch it, such as {@code member-names}
   * @param timeToLive how old a value may get
   * @param most how many values are kept at the same time, about
   * @throws IllegalArgumentException if there is a cache of that name already
   */
  <K, V> Cache<K, V> named(String name, Duration timeToLive, int most);
}
