package dev.moim.adapter.cache;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A cache in this process. A value that was read before an {@link #invalidate} and arrives after it
 * is given to whoever asked for it then, but does not stay: each running load keeps the keys that
 * were invalidated meanwhile, and takes them out again after it has put its values in. Whichever
 * comes last, the load's look at these keys or the invalidation's own removal, the value is gone.
 *
 * <p>Two callers who miss the same key at the same time both load it: that costs a query, while
 * making one wait for the other would let a slow load hold everybody up.
 */
final class CaffeineCache<K, V> implements dev.moim.application.shared.Cache<K, V> {
  private final Cache<K, V> values;
  private final Set<Load<K>> running = ConcurrentHashMap.newKeySet();

  CaffeineCache(Cache<K, V> values) {
    this.values = values;
  }

  @Override
  public Map<K, V> getAll(Collection<K> keys, Function<Collection<K>, Map<K, V>> load) {
    Map<K, V> found = new HashMap<>(values.getAllPresent(keys));
    List<K> missing =
        new LinkedHashSet<>(keys).stream().filter(key -> !found.containsKey(key)).toList();
    if (!missing.isEmpty()) {
      found.putAll(loadAndKeep(missing, load));
    }
    return found;
  }

  private Map<K, V> loadAndKeep(List<K> missing, Function<Collection<K>, Map<K, V>> load) {
    Load<K> current = new Load<>();
    running.add(current);
    try {
      Map<K, V> loaded = load.apply(missing);
      values.putAll(loaded);
      values.invalidateAll(new ArrayList<>(current.invalidated));
      return loaded;
    } finally {
      running.remove(current);
    }
  }

  @Override
  public void invalidate(K key) {
    running.forEach(load -> load.invalidated.add(key));
    values.invalidate(key);
  }

  /** A load under way; each is itself only. */
  private static final class Load<K> {
    private final Set<K> invalidated = ConcurrentHashMap.newKeySet();
  }
}
