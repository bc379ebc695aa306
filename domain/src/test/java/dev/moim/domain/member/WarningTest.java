package dev.moim.domain.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import dev.moim.domain.shared.WarningId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarningTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final List<Duration> BLOCKS =
      List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
  private static final WarningId ID = new WarningId(new UUID(0, 1));
  private static final MemberId MEMBER = new MemberId(new UUID(0, 2));
  private static final MemberId MANAGER = new MemberId(new UUID(0, 3));

  private static Warning give(int earlier, Instant now) {
    return give(earlier, "warning " + (earlier + 1), now);
  }

  private static Warning give(int earlier, String reason, Instant now) {
    return Warning.give(ID, MEMBER, MANAGER, "192.0.2.1", reason, earlier, BLOCKS, now);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,7", "2,30", "3,30", "100,30"})
  void each_warning_blocks_longer_up_to_the_longest(int earlier, int days) {
    Warning warning = give(earlier, NOW);

    Instant until = NOW.plus(Duration.ofDays(days));
    assertThat(warning.snapshot().until()).isEqualTo(until);
    assertThat(warning.pullEvents())
        .containsExactly(
            new MemberEvent.MemberWarned(
                MEMBER, ID, MANAGER, "192.0.2.1", "warning " + (earlier + 1), until, NOW));
    assertThat(warning.pullEvents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b"})
  void a_warning_needs_a_reason_that_can_be_read(String reason) {
    assertThatThrownBy(() -> give(0, reason, NOW))
        .isInstanceOf(DomainException.class)
        .hasMessageContaining("/reason");
  }

  @Test
  void a_reason_has_at_most_500_code_points() {
    assertThat(give(0, "🍜".repeat(500), NOW).snapshot().reason()).hasSize(1_000);
    assertThatThrownBy(() -> give(0, "a".repeat(501), NOW)).hasMessageContaining("WRONG_LENGTH");
  }

  @Test
  void a_warning_is_taken_back_once_and_stays_in_the_history() {
    Warning warning = give(0, NOW);
    warning.pullEvents();
    Instant later = NOW.plusSeconds(5);

    warning.withdraw(MANAGER, "192.0.2.9", later);

    assertThat(warning.snapshot().withdrawal()).contains(new Warning.Withdrawal(MANAGER, later));
    assertThat(warning.snapshot().reason()).isEqualTo("warning 1");
    assertThat(warning.pullEvents())
        .containsExactly(new MemberEvent.WarningWithdrawn(MEMBER, ID, MANAGER, "192.0.2.9", later));
    DomainException refusal =
        catchThrowableOfType(
            DomainException.class, () -> warning.withdraw(MANAGER, "192.0.2.9", later));
    assertThat(refusal.code()).isEqualTo(MemberError.WARNING_WITHDRAWN);
    assertThat(warning.pullEvents()).isEmpty();
  }

  @Test
  void the_block_that_lasts_longest_holds() {
    Warning first = give(0, NOW);
    Warning third = give(2, NOW.minus(Duration.ofDays(10)));
    Warning second = give(1, NOW.minus(Duration.ofDays(1)));

    assertThat(Warning.block(List.of(first, third, second), NOW))
        .contains(new Block(NOW.plus(Duration.ofDays(20)), "warning 3"));
  }

  @Test
  void what_was_taken_back_or_is_over_blocks_nobody() {
    Warning withdrawn = give(2, NOW);
    withdrawn.withdraw(MANAGER, "", NOW);
    Warning first = give(0, NOW);
    Instant over = NOW.plus(Duration.ofDays(1));

    assertThat(Warning.block(List.of(withdrawn, first), over.minusNanos(1)))
        .contains(new Block(over, "warning 1"));
    assertThat(Warning.block(List.of(withdrawn, first), over)).isEmpty();
    assertThat(Warning.block(List.of(), NOW)).isEqualTo(Optional.empty());
  }

  @Test
  void a_warning_is_restored_as_stored() {
    Warning.Snapshot stored = give(0, NOW).snapshot().stored();

    assertThat(Warning.restore(stored).snapshot()).isEqualTo(stored);
    assertThat(stored.version()).isEqualTo(new Version(1));
    assertThat(Warning.restore(stored).pullEvents()).isEmpty();
  }
}
