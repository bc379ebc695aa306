package dev.moim.adapter.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.testkit.shared.Race;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupedStoringTest {
  private static final int WRITERS = 64;
  private static final int COMMITS = 50;

  private final Set<Integer> committed = ConcurrentHashMap.newKeySet();
  private final Set<Integer> stored = ConcurrentHashMap.newKeySet();
  private final AtomicInteger storings = new AtomicInteger();

  private void store() {
    storings.incrementAndGet();
    // First what was there at the beginning: that, and nothing later, is promised.
    Set<Integer> all = Set.copyOf(committed);
    LockSupport.parkNanos(50_000);
    stored.addAll(all);
  }

  @Test
  void whoever_is_alone_is_stored_at_once() {
    GroupedStoring storing = new GroupedStoring(this::store);
    committed.add(1);

    storing.await();

    assertThat(stored).containsExactly(1);
    assertThat(storings).hasValue(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whoever_returns_is_stored_and_many_share_a_storing(long seed) {
    GroupedStoring storing = new GroupedStoring(this::store);

    var outcomes =
        Race.of(
            WRITERS,
            writer -> {
              Random random = new Random(seed * WRITERS + writer);
              boolean all = true;
              for (int i = 0; i < COMMITS; i++) {
                int commit = writer * COMMITS + i;
                committed.add(commit);
                if (random.nextInt(4) == 0) {
                  LockSupport.parkNanos(random.nextInt(100_000));
                }
                storing.await();
                all &= stored.contains(commit);
              }
              return all;
            });

    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.result()).contains(true));
    assertThat(storings.get()).isLessThan(WRITERS * COMMITS);
  }

  @Test
  void what_could_not_be_stored_is_told_and_tried_again_by_the_next() {
    AtomicInteger attempts = new AtomicInteger();
    GroupedStoring storing =
        new GroupedStoring(() -> {
          if (attempts.incrementAndGet() == 1) {
            throw new IllegalStateException("the disk is full");
          }
        });

    assertThatThrownBy(storing::await).hasMessage("the disk is full");
    assertThatCode(storing::await).doesNotThrowAnyException();
    assertThat(attempts).hasValue(2);
  }
}
