package dev.moim.testkit.shared;

import dev.moim.application.shared.Cache;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A cache that forgets nothing by itself. */
public final class MapCache<K, V> implements Cache<K, V> {
  private final Map<K, V> values = new ConcurrentHashMap<>();

  @Override
  public Map<K, V> getAll(Collection<K> keys, Function<Collection<K>, Map<K, V>> load) {
    Map<K, V> found = new HashMap<>();
    Set<K> missing = new LinkedHashSet<>();
    for (K key : keys) {
      V value = values.get(key);
      if (value == null) {
        missing.add(key);
      } else {
        found.put(key, value);
      }
    }
    if (!missing.isEmpty()) {
      Map<K, V> loaded = load.apply(missing);
      values.putAll(loaded);
      found.putAll(loaded);
    }
    return found;
  }

  @Override
  public void invalidate(K key) {
    values.remove(key);
  }
}
