package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DueQueueTest {
  private final DueQueue queue = new DueQueue();

  @Test
  void the_earliest_comes_first_whatever_the_order_of_setting() {
    queue.set(3, 30);
    queue.set(1, 10);
    queue.set(2, 20);

    assertThat(queue.first()).isEqualTo(1);
    assertThat(queue.firstDue()).isEqualTo(10);
  }

  @Test
  void of_slots_due_at_the_same_time_the_lowest_comes_first() {
    queue.set(7, 5);
    queue.set(2, 5);
    queue.set(4, 5);

    assertThat(queue.first()).isEqualTo(2);
  }

  @Test
  void a_time_can_be_changed() {
    queue.set(1, 10);
    queue.set(2, 20);
    queue.set(1, 30);

    assertThat(queue.first()).isEqualTo(2);
    queue.set(1, 15);
    assertThat(queue.first()).isEqualTo(1);
  }

  @Test
  void what_is_taken_back_is_due_no_more() {
    queue.set(1, 10);
    queue.remove(1);
    queue.remove(1);
    queue.remove(100);

    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void whatever_is_set_and_taken_back_the_first_is_the_earliest() {
    for (long seed = 0; seed < 20; seed++) {
      var random = new SplittableRandom(seed);
      var changed = new DueQueue();
      Map<Integer, Long> model = new TreeMap<>();
      for (int step = 0; step < 600; step++) {
        int slot = random.nextInt(60);
        if (random.nextInt(3) == 0) {
          changed.remove(slot);
          model.remove(slot);
        } else {
          long time = random.nextInt(40);
          changed.set(slot, time);
          model.put(slot, time);
        }

        assertThat(changed.isEmpty()).isEqualTo(model.isEmpty());
        if (!model.isEmpty()) {
          int first =
              model.keySet().stream()
                  .min(Comparator.<Integer, Long>comparing(model::get).thenComparingInt(s -> s))
                  .orElseThrow();
          assertThat(changed.first()).isEqualTo(first);
          assertThat(changed.firstDue()).isEqualTo(model.get(first));
        }
      }
    }
  }
}
