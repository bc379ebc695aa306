package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.member.port.out.PersonalBlocks;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.domain.member.PersonalBlock;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.StoreContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link PersonalBlocks} keeps to. */
public abstract class PersonalBlocksContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;

  private final MemberId minji = Samples.memberId();
  private final MemberId jun = Samples.memberId();
  private final MemberId sora = Samples.memberId();

  protected abstract PersonalBlocks blocks();

  private PersonalBlock add(MemberId member, MemberId blocked) {
    return add(member, blocked, NOW);
  }

  private PersonalBlock add(MemberId member, MemberId blocked, Instant since) {
    PersonalBlock block = new PersonalBlock(member, blocked, since);
    change(() -> blocks().add(block));
    return block;
  }

  private Optional<PersonalBlock> find(MemberId member, MemberId blocked) {
    return read(() -> blocks().find(member, blocked));
  }

  private List<PersonalBlock> of(MemberId member) {
    return PageWalk.all(2, page -> read(() -> blocks().of(member, page)));
  }

  private long countOf(MemberId member) {
    return read(() -> blocks().countOf(member));
  }

  private Map<MemberId, Set<MemberId>> apart(Collection<MemberId> members) {
    return read(() -> blocks().apart(members));
  }

  @Test
  void a_block_comes_back_field_by_field_and_is_not_the_other_ones() {
    PersonalBlock early = add(minji, jun, Samples.EARLY);
    PersonalBlock far = add(minji, sora, Samples.FAR);

    assertThat(find(minji, jun)).contains(early);
    assertThat(find(minji, sora)).contains(far);
    assertThat(find(jun, minji)).isEmpty();
    assertThat(find(jun, sora)).isEmpty();
  }

  @Test
  void a_members_blocks_are_counted_and_listed_the_latest_first() {
    PersonalBlock second = add(minji, Samples.memberId(), NOW.plusSeconds(2));
    PersonalBlock first = add(minji, Samples.memberId(), NOW.plusSeconds(1));
    PersonalBlock third = add(minji, jun, NOW.plusSeconds(3));
    PersonalBlock ofJun = add(jun, minji, NOW);

    assertThat(of(minji)).containsExactly(third, second, first);
    assertThat(of(jun)).containsExactly(ofJun);
    assertThat(of(sora)).isEmpty();
    assertThat(countOf(minji)).isEqualTo(3);
    assertThat(countOf(jun)).isEqualTo(1);
    assertThat(countOf(sora)).isZero();
  }

  @Test
  void those_of_the_same_instant_are_all_on_some_page_once() {
    List<PersonalBlock> all =
        Stream.generate(() -> add(minji, Samples.memberId())).limit(7).toList();

    assertThat(of(minji)).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void who_blocks_and_who_is_blocked_are_kept_apart_from_each_other() {
    add(minji, jun);
    add(sora, minji);

    assertThat(apart(List.of(minji))).isEqualTo(Map.of(minji, Set.of(jun, sora)));
    assertThat(apart(List.of(jun))).isEqualTo(Map.of(jun, Set.of(minji)));
    assertThat(apart(List.of(jun, sora, Samples.memberId())))
        .isEqualTo(Map.of(jun, Set.of(minji), sora, Set.of(minji)));
  }

  @Test
  void two_who_block_each_other_are_kept_apart_once() {
    add(minji, jun);
    add(jun, minji);

    assertThat(apart(List.of(minji, jun, minji)))
        .isEqualTo(Map.of(minji, Set.of(jun), jun, Set.of(minji)));
  }

  @Test
  void nobody_is_kept_apart_from_nobody() {
    add(minji, jun);

    assertThat(apart(List.of())).isEmpty();
    assertThat(apart(List.of(sora))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1_200, 2_500})
  void who_is_kept_apart_is_told_for_more_members_than_fit_in_a_query(int members) {
    add(minji, jun);
    add(sora, minji);
    add(minji, Samples.memberId());
    List<MemberId> many = new ArrayList<>(List.of(jun));
    Stream.generate(Samples::memberId).limit(members).forEach(many::add);
    many.add(sora);

    assertThat(apart(many)).isEqualTo(Map.of(jun, Set.of(minji), sora, Set.of(minji)));
  }

  @Test
  void a_block_that_was_taken_back_is_gone_and_can_be_placed_anew() {
    add(minji, jun);
    PersonalBlock other = add(jun, minji);

    change(() -> blocks().remove(minji, jun));

    assertThat(find(minji, jun)).isEmpty();
    assertThat(of(minji)).isEmpty();
    assertThat(find(jun, minji)).contains(other);
    PersonalBlock again = add(minji, jun, NOW.plusSeconds(1));
    assertThat(of(minji)).containsExactly(again);
  }

  @Test
  void taking_back_what_is_not_there_changes_nothing() {
    PersonalBlock kept = add(minji, jun);

    change(() -> blocks().remove(jun, minji));

    assertThat(of(minji)).containsExactly(kept);
  }

  @Test
  void all_that_a_member_placed_and_all_against_the_member_can_be_forgotten() {
    add(minji, jun);
    add(minji, sora);
    add(jun, minji);
    PersonalBlock kept = add(jun, sora);

    change(() -> blocks().removeAllOf(minji));

    assertThat(of(minji)).isEmpty();
    assertThat(of(jun)).containsExactly(kept);
    assertThat(apart(List.of(minji))).isEmpty();
    assertThat(apart(List.of(jun, sora))).isEqualTo(Map.of(jun, Set.of(sora), sora, Set.of(jun)));
  }

  @Test
  void a_block_is_there_once() {
    PersonalBlock first = add(minji, jun);

    assertThatThrownBy(() -> add(minji, jun, NOW.plusSeconds(1)))
        .isInstanceOf(ConcurrencyConflict.class);

    assertThat(of(minji)).containsExactly(first);
  }

  @Test
  void of_those_who_race_to_place_the_same_block_one_does() {
    List<Race.Outcome<Integer>> outcomes =
        overlapping(
            10,
            i -> {
              blocks().add(new PersonalBlock(minji, jun, NOW.plusSeconds(i)));
              return i;
            });

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allSatisfy(outcome ->
            assertThat(outcome.failure().orElseThrow()).isInstanceOf(ConcurrencyConflict.class));
    assertThat(of(minji)).hasSize(1);
  }

  @Test
  void a_work_finds_what_it_placed_and_took_back_itself() {
    PersonalBlock first = add(minji, jun);
    PersonalBlock second = new PersonalBlock(minji, jun, NOW.plusSeconds(1));

    Map<MemberId, Set<MemberId>> seen =
        write(() -> {
          assertThat(blocks().find(minji, jun)).contains(first);
          blocks().remove(minji, jun);
          assertThat(blocks().find(minji, jun)).isEmpty();
          assertThat(blocks().apart(List.of(jun))).isEmpty();
          assertThat(blocks().countOf(minji)).isZero();
          blocks().add(second);
          return blocks().apart(List.of(jun));
        });

    assertThat(seen).isEqualTo(Map.of(jun, Set.of(minji)));
    assertThat(find(minji, jun)).contains(second);
  }

  @Test
  void a_rollback_leaves_what_was_there() {
    PersonalBlock kept = add(minji, jun);

    changeAndFail(() -> {
      blocks().remove(minji, jun);
      blocks().add(new PersonalBlock(minji, sora, NOW));
    });

    assertThat(of(minji)).containsExactly(kept);
  }
}
