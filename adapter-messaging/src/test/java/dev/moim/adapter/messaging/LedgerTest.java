package dev.moim.adapter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.shared.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Ledger ledger = new Ledger(2);

  @Test
  void a_message_may_go_when_the_last_consumer_has_handled_it() {
    ledger.take(List.of(page(1), page(1)), List.of(), NOW);

    ledger.finish(0, message(1));
    assertThat(ledger.toRemove(9)).isEmpty();
    ledger.finish(1, message(1));

    assertThat(ledger.toRemove(9)).containsExactly(message(1).id());
  }

  @Test
  void a_message_may_not_go_before_a_consumer_that_is_behind_has_had_it() {
    ledger.take(List.of(page(1), page()), List.of(), NOW);

    ledger.finish(0, message(1));
    assertThat(ledger.toRemove()).isZero();
    ledger.take(List.of(page(), page(1)), List.of(), NOW);
    ledger.finish(1, message(1));

    assertThat(ledger.toRemove()).isEqualTo(1);
  }

  @Test
  void a_late_message_goes_to_everybody_who_has_read_past_it() {
    ledger.take(List.of(page(1, 3), page(1)), List.of(), NOW);

    List<List<OutboxMessage>> given = ledger.take(List.of(page(4), page()), page(2, 3, 4), NOW);

    assertThat(given).containsExactly(page(2, 4), page());
    assertThat(ledger.take(List.of(page(), page(2, 3, 4)), List.of(), NOW))
        .containsExactly(page(), page(2, 3, 4));
  }

  @Test
  void a_late_message_that_one_reads_goes_to_the_others_too() {
    ledger.take(List.of(page(1, 3), page(1)), List.of(), NOW);

    assertThat(ledger.take(List.of(page(), page(2, 3)), page(2, 3), NOW))
        .containsExactly(page(2), page(2, 3));
  }

  @Test
  void a_gap_is_given_up_only_when_everybody_has_read_past_it() {
    ledger.take(List.of(page(1, 3), page(1)), List.of(), NOW);

    ledger.giveUpGaps(PATIENCE, NOW.plus(PATIENCE));
    assertThat(ledger.gaps()).containsOnlyKeys(2L);
    ledger.take(List.of(page(), page(3)), List.of(), NOW);
    ledger.giveUpGaps(PATIENCE, NOW.plus(PATIENCE).minusNanos(1));
    assertThat(ledger.gaps()).containsOnlyKeys(2L);
    ledger.giveUpGaps(PATIENCE, NOW.plus(PATIENCE));

    assertThat(ledger.gaps()).isEmpty();
  }

  @Test
  void what_comes_after_its_gap_was_given_up_is_overlooked_until_it_is_found() {
    ledger.take(List.of(page(1, 3), page(1, 3)), List.of(), NOW);
    ledger.giveUpGaps(PATIENCE, NOW.plus(PATIENCE));
    ledger.finish(0, message(1));
    ledger.finish(1, message(1));

    List<List<OutboxMessage>> given = ledger.overlooked(page(1, 2, 3, 4));

    assertThat(given).containsExactly(page(2), page(2));
    assertThat(ledger.overlooked(page(1, 2, 3, 4))).containsExactly(page(), page());
  }

  @Test
  void the_middle_of_a_gap_can_be_filled() {
    ledger.take(List.of(page(1, 9), page(1, 9)), List.of(), NOW);

    ledger.take(List.of(page(), page()), page(5), NOW);

    assertThat(ledger.gaps())
        .containsOnlyKeys(2L, 6L)
        .containsValues(new Ledger.Gap(4, NOW), new Ledger.Gap(8, NOW));
  }

  private static List<OutboxMessage> page(long... positions) {
    return Arrays.stream(positions).mapToObj(LedgerTest::message).toList();
  }

  private static OutboxMessage message(long position) {
    return new OutboxMessage(position, new UUID(1, position), "key", "type", "{}", NOW);
  }
}
