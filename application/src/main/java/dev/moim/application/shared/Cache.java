package dev.moim.application.shared;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/**
 * Values that were costly to get, kept for a bounded time and in a bounded number. Losing one is
 * never an error; a value may be as old as the cache's time to live. Implementations are
 * thread-safe.
 */
public interface Cache<K, V> {
  /**
   * The values of all keys that have one, loading what is missing in one go.
   *
   * @param load given the missing keys (at least one), returns the values of those that exist
   */
  Map<K, V> getAll(Collection<K> keys, Function<Collection<K>, Map<K, V>> load);

  /** Forgets the value of a key. */
  void invalidate(K key);
}
