package dev.moim.adapter.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moim.application.shared.Cache;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.CacheContract;
import dev.moim.testkit.shared.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaffeineCacheTest extends CacheContract {
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

  private final AtomicLong nanos = new AtomicLong();
  private final CaffeineCaches caches = new CaffeineCaches(nanos::get);
  private final Cache<String, String> cache = caches.named("names", TIME_TO_LIVE, 100);
  private final Map<String, String> source = new ConcurrentHashMap<>();
  private final List<List<String>> loads = new ArrayList<>();
  private final Cache<MemberId, String> nicknames = caches.named("nicknames", TIME_TO_LIVE, 100);

  @Override
  protected Cache<MemberId, String> cache() {
    return nicknames;
  }

  @Test
  void a_key_without_a_value_is_asked_for_again() {
    assertThat(get("a")).isEmpty();
    source.put("a", "1");

    assertThat(get("a")).isEqualTo(source);
  }

  @Test
  void a_value_is_kept_for_its_time_to_live() {
    source.put("a", "1");
    get("a");
    source.put("a", "2");

    nanos.addAndGet(TIME_TO_LIVE.toNanos() - 1);
    assertThat(get("a")).isEqualTo(Map.of("a", "1"));
    nanos.addAndGet(1);
    assertThat(get("a")).isEqualTo(Map.of("a", "2"));
  }

  @Test
  void only_so_many_values_are_kept() {
    IntStream.range(0, 1_000).forEach(i -> source.put("k" + i, "v"));
    source.keySet().forEach(this::get);
    loads.clear();

    get(source.keySet().toArray(String[]::new));

    assertThat(loads.getFirst()).hasSizeBetween(900, 999);
  }

  @Test
  void a_value_that_was_invalidated_while_it_was_loaded_does_not_stay() {
    source.put("a", "stale");
    source.put("b", "kept");
    Map<String, String> loaded =
        cache.getAll(
            List.of("a", "b"),
            keys -> {
              Map<String, String> read = Map.copyOf(source);
              source.put("a", "fresh");
              cache.invalidate("a");
              return read;
            });
    assertThat(loaded).containsEntry("a", "stale");

    assertThat(get("a", "b")).isEqualTo(Map.of("a", "fresh", "b", "kept"));
    assertThat(loads).containsExactly(List.of("a"));
  }

  @Test
  void racing_loads_and_invalidations_leave_no_stale_value() {
    for (int round = 0; round < 300; round++) {
      int fresh = round;
      source.put("a", "stale");
      cache.invalidate("a");
      Race.of(
          3,
          runner -> {
            if (runner == 0) {
              source.put("a", "fresh " + fresh);
              cache.invalidate("a");
              return Map.of();
            }
            return cache.getAll(List.of("a"), keys -> new HashMap<>(source));
          });

      assertThat(cache.getAll(List.of("a"), keys -> new HashMap<>(source)))
          .containsEntry("a", "fresh " + fresh);
    }
  }

  @Test
  void a_name_is_given_once() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> caches.<String, String>named("names", TIME_TO_LIVE, 1))
        .withMessageContaining("names");
  }

  private Map<String, String> get(String... keys) {
    Function<Collection<String>, Map<String, String>> load =
        missing -> {
          loads.add(missing.stream().sorted().toList());
          Map<String, String> found = new HashMap<>(source);
          found.keySet().retainAll(missing);
          return found;
        };
    return cache.getAll(List.of(keys), load);
  }
}
