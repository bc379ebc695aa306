package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.shared.Cache;
import dev.moim.domain.shared.MemberId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Cache} keeps to, with room and time for each test. */
public abstract class CacheContract {
  private final MemberId minji = Samples.memberId();
  private final MemberId jun = Samples.memberId();
  private final List<Collection<MemberId>> loads = new CopyOnWriteArrayList<>();

  /** A cache of nicknames; empty, or without what other tests put there. */
  protected abstract Cache<MemberId, String> cache();

  private Map<MemberId, String> get(Map<MemberId, String> store, MemberId... wanted) {
    return cache()
        .getAll(
            List.of(wanted),
            missing -> {
              loads.add(List.copyOf(missing));
              return store.entrySet().stream()
                  .filter(entry -> missing.contains(entry.getKey()))
                  .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            });
  }

  @Test
  void what_is_missing_is_loaded_in_one_go() {
    Map<MemberId, String> store = Map.of(minji, Samples.HANGUL, jun, Samples.EMOJI);

    assertThat(get(store, minji, jun)).isEqualTo(store);

    assertThat(loads).hasSize(1);
    assertThat(loads.getFirst()).containsExactlyInAnyOrder(minji, jun);
  }

  @Test
  void what_was_loaded_is_not_loaded_again() {
    Map<MemberId, String> store = Map.of(minji, "Minji", jun, "Jun");
    get(store, minji);

    assertThat(get(store, minji)).isEqualTo(Map.of(minji, "Minji"));
    assertThat(loads).hasSize(1);

    assertThat(get(store, minji, jun)).isEqualTo(store);
    assertThat(loads).hasSize(2);
    assertThat(loads.getLast()).containsExactly(jun);
  }

  @Test
  void a_key_without_a_value_has_none() {
    assertThat(get(Map.of(minji, "Minji"), minji, jun)).isEqualTo(Map.of(minji, "Minji"));
    assertThat(get(Map.of(), jun)).isEmpty();
  }

  @Test
  void a_key_named_twice_counts_once() {
    assertThat(get(Map.of(minji, "Minji"), minji, minji)).isEqualTo(Map.of(minji, "Minji"));

    assertThat(loads).hasSize(1);
    assertThat(loads.getFirst()).containsExactly(minji);
  }

  @Test
  void nothing_is_loaded_for_no_keys() {
    assertThat(get(Map.of(minji, "Minji"))).isEmpty();

    assertThat(loads).isEmpty();
  }

  @Test
  void a_forgotten_value_is_loaded_anew() {
    get(Map.of(minji, "Minji", jun, "Jun"), minji, jun);

    cache().invalidate(minji);
    cache().invalidate(Samples.memberId());

    assertThat(get(Map.of(minji, "Min", jun, "J"), minji, jun))
        .isEqualTo(Map.of(minji, "Min", jun, "Jun"));
  }

  @Test
  void a_load_that_fails_fails_the_caller_and_keeps_nothing() {
    IllegalStateException failure = new IllegalStateException("no store");

    assertThatThrownBy(() ->
            cache()
                .getAll(
                    List.of(minji),
                    missing -> {
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(get(Map.of(minji, "Minji"), minji)).isEqualTo(Map.of(minji, "Minji"));
  }

  @Test
  void many_may_read_at_once() {
    Map<MemberId, String> store =
        IntStream.range(0, 50)
            .boxed()
            .collect(Collectors.toMap(i -> Samples.memberId(), i -> "member " + i));
    List<MemberId> keys = new ArrayList<>(store.keySet());

    Race.of(
            10,
            i -> {
              Map<MemberId, String> found =
                  get(store, keys.subList(i, i + 40).toArray(MemberId[]::new));
              return found.size() == 40 && store.entrySet().containsAll(found.entrySet());
            })
        .forEach(outcome -> assertThat(outcome.result()).contains(true));
  }
}
