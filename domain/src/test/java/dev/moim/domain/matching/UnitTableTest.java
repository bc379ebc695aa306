package dev.moim.domain.matching;

import static dev.moim.domain.matching.Waiting.minute;
import static dev.moim.domain.matching.Waiting.who;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnitTableTest {
  private final UnitTable<String> table = new UnitTable<>(new Layout(Waiting.CATEGORY));

  @Test
  void who_was_put_in_is_found_by_id_and_by_slot() {
    int a = put(who("a").party(2));

    assertThat(table.slotOf("a")).contains(a);
    assertThat(table.unit(a).ids()).containsExactly("a");
    assertThat(table.isUsed(a)).isTrue();
    assertThat(table.isGroup(a)).isFalse();
    assertThat(table.waitingPeople()).isEqualTo(2);
    assertThat(table.pool().people(a)).isEqualTo(2);
  }

  @Test
  void a_slot_is_used_again_after_it_was_given_up() {
    int a = put(who("a"));
    int b = put(who("b"));
    take(a, "a");

    assertThat(table.isUsed(a)).isFalse();
    assertThat(table.slotOf("a")).isEmpty();
    assertThat(table.waitingPeople()).isEqualTo(1);
    assertThat(put(who("c"))).isEqualTo(a).isNotEqualTo(b);
    assertThat(table.slots()).isEqualTo(2);
  }

  @Test
  void a_group_has_what_its_members_have_in_common() {
    int group =
        table.put(
            Unit.group(
                1,
                List.of(
                    who("a").at("1", "2").size(2, 5).present(),
                    who("b").at("2", "3").size(3, 4).party(2).since(-5).present())));

    assertThat(table.isGroup(group)).isTrue();
    assertThat(table.waitingPeople()).isZero();
    assertThat(table.pool().people(group)).isEqualTo(3);
    assertThat(table.pool().least(group)).isEqualTo(3);
    assertThat(table.pool().most(group)).isEqualTo(4);
    assertThat(table.unit(group).ids()).containsExactly("b", "a");
    assertThat(table.slotOf("a")).contains(group);
    assertThat(finds(group, who("x").at("2"))).isTrue();
    assertThat(finds(group, who("x").at("1"))).isFalse();
    table.remove(group);
    assertThat(table.waitingPeople()).isZero();
  }

  @Test
  void members_without_a_common_condition_are_no_group() {
    Unit<String> group =
        Unit.group(1, List.of(who("a").at("1").present(), who("b").at("2").present()));

    assertThatIllegalStateException().isThrownBy(() -> table.put(group));
  }

  @Test
  void nobody_is_looked_for_who_could_take_in_nobody() {
    int full = put(who("full").party(2).size(2, 2));
    int open = put(who("open").party(2).size(2, 3));

    assertThat(finds(full, who("x"))).isFalse();
    assertThat(finds(open, who("x"))).isTrue();
  }

  @Test
  void who_avoids_somebody_is_kept_apart_from_their_slot_only_while_both_are_there() {
    int a = put(who("a").avoiding("b").whoMet("c"));
    int b = put(who("b"));
    int c = put(who("c"));

    assertThat(table.avoided().contains(a, b)).isTrue();
    assertThat(table.avoided().contains(a, c)).isFalse();
    assertThat(table.recent().contains(a, c)).isTrue();
    take(a, "a");
    int stranger = put(who("stranger"));
    assertThat(stranger).isEqualTo(a);
    assertThat(table.avoided().contains(stranger, b)).isFalse();
    assertThat(table.recent().contains(stranger, c)).isFalse();
  }

  @Test
  void what_somebody_named_who_left_counts_no_more_when_the_others_come() {
    int a = put(who("a").avoiding("b").whoMet("c"));
    take(a, "a");
    int again = put(who("a"));
    int b = put(who("b"));
    int c = put(who("c"));

    assertThat(table.avoided().contains(again, b)).isFalse();
    assertThat(table.recent().contains(again, c)).isFalse();
  }

  @Test
  void as_many_are_expected_as_come_until_somebody_gives_up() {
    int a = put(who("a").until(10));

    assertThat(table.hasArrivals(a)).isFalse();
    table.setArrivals(a, 0.5);
    assertThat(table.hasArrivals(a)).isTrue();
    assertThat(table.expected(a, minute(9))).isCloseTo(30, within(1e-9));
    table.setArrivals(a, 0);
    assertThat(table.hasArrivals(a)).isTrue();
  }

  @Test
  void of_a_group_the_first_who_gives_up_counts_for_what_is_expected() {
    int group =
        table.put(
            Unit.group(1, List.of(who("a").until(30).present(), who("b").until(20).present())));
    table.setArrivals(group, 1);

    assertThat(table.expected(group, minute(19))).isCloseTo(60, within(1e-9));
    assertThat(table.unit(group).firstExpiry()).isEqualTo(minute(20));
    assertThat(table.unit(group).openUntil()).isEqualTo(minute(30));
  }

  private int put(Waiting who) {
    table.enter(who.request());
    return table.put(Unit.waiting(who.present()));
  }

  private void take(int slot, String id) {
    table.remove(slot);
    table.leave(id);
  }

  private boolean finds(int slot, Waiting who) {
    FacetIndex.Probe probe = table.index().probe();
    probe.aim(who.present().row(), 0);
    return (probe.find(slot / Long.SIZE) >>> slot & 1) == 1;
  }
}
