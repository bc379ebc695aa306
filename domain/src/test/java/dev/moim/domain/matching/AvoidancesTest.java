package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AvoidancesTest {
  private final Avoidances avoidances = new Avoidances();

  @Test
  void slots_are_kept_apart_in_both_directions() {
    avoidances.add(5, 2);

    assertThat(avoidances.contains(5, 2)).isTrue();
    assertThat(avoidances.contains(2, 5)).isTrue();
    assertThat(avoidances.contains(5, 3)).isFalse();
    assertThat(avoidances.contains(900, 5)).isFalse();
  }

  @Test
  void nobody_is_kept_apart_from_themselves() {
    avoidances.add(3, 3);

    assertThat(avoidances.contains(3, 3)).isFalse();
  }

  @Test
  void those_whom_a_slot_is_kept_apart_from_stand_in_order_once_each() {
    for (int other : List.of(7, 1, 9, 4, 1, 7)) {
      avoidances.add(2, other);
    }
    avoidances.add(9, 2);

    assertThat(avoidances.of(2)).containsExactly(1, 4, 7, 9);
    assertThat(avoidances.of(9)).containsExactly(2);
    assertThat(avoidances.of(3)).isEmpty();
    assertThat(avoidances.of(900)).isEmpty();
  }

  @Test
  void the_list_is_a_copy() {
    avoidances.add(1, 2);
    avoidances.of(1)[0] = 3;

    assertThat(avoidances.of(1)).containsExactly(2);
  }

  @Test
  void who_is_cleared_is_forgotten_by_the_others_and_nobody_else_is() {
    avoidances.add(1, 2);
    avoidances.add(1, 3);
    avoidances.add(2, 3);
    avoidances.add(3, 8);
    avoidances.clear(1);
    avoidances.clear(900);

    assertThat(avoidances.of(1)).isEmpty();
    assertThat(avoidances.of(2)).containsExactly(3);
    assertThat(avoidances.of(3)).containsExactly(2, 8);
  }

  @Nested
  class Ledger {
    private final AvoidanceLedger<String> ledger = new AvoidanceLedger<>();
    private final Map<String, Integer> slots = new HashMap<>();

    @Test
    void who_names_somebody_in_the_pool_is_kept_apart_from_them() {
      enter("a", 0, "b", "stranger");
      enter("b", 1);

      assertThat(ledger.slots().contains(0, 1)).isTrue();
    }

    @Test
    void who_is_named_later_by_somebody_is_kept_apart_too() {
      enter("a", 0);
      enter("b", 1, "a");

      assertThat(ledger.slots().contains(0, 1)).isTrue();
    }

    @Test
    void what_somebody_named_is_forgotten_when_they_leave() {
      enter("a", 0, "b", "c");
      enter("c", 2, "b");
      leave("a", 0);
      enter("b", 1);
      enter("a", 3);

      assertThat(ledger.slots().contains(1, 3)).isFalse();
      assertThat(ledger.slots().contains(1, 2)).isTrue();
    }

    @Test
    void who_leaves_without_having_named_anybody_changes_nothing() {
      enter("a", 0, "b");
      enter("b", 1);
      ledger.leave("b");

      assertThat(ledger.slots().contains(0, 1)).isTrue();
    }

    @Test
    void who_comes_again_is_still_avoided() {
      enter("a", 0, "b");
      enter("b", 1);
      leave("b", 1);
      enter("b", 4);

      assertThat(ledger.slots().contains(0, 4)).isTrue();
      assertThat(ledger.slots().of(1)).isEmpty();
    }

    private void enter(String id, int slot, String... avoided) {
      ledger.enter(id, Set.of(avoided));
      slots.put(id, slot);
      ledger.link(slot, id, slots);
    }

    private void leave(String id, int slot) {
      slots.remove(id);
      ledger.slots().clear(slot);
      ledger.leave(id);
    }
  }
}
