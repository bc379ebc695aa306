package dev.moim.bootstrap.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was made of the values that were met before, so that the many rows of a file in which the
 * same stands share one object. Remembers a bounded number of values; what is rarer is made anew.
 */
final class Known<K, V> {
  private final Map<K, V> values = new HashMap<>();
  private final int most;
  private final Function<? super K, ? extends V> make;

  /**
   * @param most how many values to remember
   * @param make always makes equal values of the same key; what it throws is not remembered
   */
  Known(int most, Function<? super K, ? extends V> make) {
    this.most = most;
    this.make = make;
  }

  V of(K key) {
    V known = values.get(key);
    if (known != null) {
      return known;
    }
    V made = make.apply(key);
    if (values.size() < most) {
      values.put(key, made);
    }
    return made;
  }
}
