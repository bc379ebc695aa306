package dev.moim.application.matching.service;

import static dev.moim.testkit.matching.MatchRequestBuilder.aMatchRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.PoolInspection.Decided;
import dev.moim.application.matching.port.in.PoolInspection.Kind;
import dev.moim.application.matching.port.in.PoolInspection.LastHour;
import dev.moim.domain.matching.Cause;
import dev.moim.domain.matching.Decision;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.testkit.shared.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolRecordTest {
  private static final Instant NOW = Instant.parse("2026-11-29T03:00:30Z");

  private final PoolRecord record = new PoolRecord(Instant.MIN);

  private static MatchRequest.Snapshot waitingSince(Instant at) {
    return aMatchRequest().submittedAt(at).expiresAt(at.plusSeconds(7_200)).build();
  }

  private void form(MatchRequest.Snapshot request, Instant at) {
    Decision<MatchRequestId> formed =
        new Decision.Formed<>(
            at, 1, Cause.ARRIVAL, 1, List.of(request.id()), 2, true, Optional.empty());
    record.committed(
        DecidedStep.of(List.of(formed)).getFirst(), Set.of(request.id()), List.of(request), at);
  }

  @Test
  void the_last_fifty_decisions_are_kept_latest_first() {
    for (int i = 0; i < 60; i++) {
      form(waitingSince(NOW), NOW.plusSeconds(i));
    }

    assertThat(record.decisions())
        .extracting(Decided::at)
        .containsExactlyElementsOf(
            IntStream.range(0, 50).mapToObj(i -> NOW.plusSeconds(59 - i)).toList());
    assertThat(record.decisions()).extracting(Decided::kind).containsOnly(Kind.FORMED);
  }

  @Test
  void half_of_those_matched_waited_no_longer_than_the_median() {
    for (int minutes : new int[] {30, 1, 5, 2, 40}) {
      form(waitingSince(NOW.minus(Duration.ofMinutes(minutes))), NOW);
    }

    assertThat(record.median(NOW)).contains(Duration.ofMinutes(5));
    assertThat(record.median(NOW.plus(Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void of_very_many_the_latest_thousand_tell_the_median() {
    for (int i = 0; i < 1_000; i++) {
      form(waitingSince(NOW.minusSeconds(60)), NOW);
    }
    for (int i = 0; i < 1_000; i++) {
      form(waitingSince(NOW.minusSeconds(10)), NOW);
    }

    assertThat(record.median(NOW)).contains(Duration.ofSeconds(10));
    assertThat(record.lastHour(NOW).matched()).isEqualTo(2_000);
  }

  @Test
  void whoever_changes_a_group_is_not_matched_again() {
    MatchRequest.Snapshot request = waitingSince(NOW);
    form(request, NOW);
    Decision<MatchRequestId> changed =
        new Decision.Changed<>(
            NOW, 2, Cause.RESCUE, 1, List.of(request.id()), 3, true, Optional.empty());

    record.committed(DecidedStep.of(List.of(changed)).getFirst(), Set.of(), List.of(request), NOW);

    assertThat(record.lastHour(NOW)).isEqualTo(new LastHour(0, 1, 0, 0));
    assertThat(record.decisions().getFirst())
        .isEqualTo(new Decided(NOW, Kind.CHANGED, 3, Optional.of(Cause.RESCUE), Optional.empty()));
  }

  @Test
  void a_group_that_fell_apart_is_told_with_those_who_wait_again() {
    MatchRequest.Snapshot request = waitingSince(NOW);
    Decision<MatchRequestId> dissolved =
        new Decision.Dissolved<>(NOW, 1, Cause.WITHDRAWAL, 1, List.of(request.id()));

    record.committed(
        DecidedStep.of(List.of(dissolved)).getFirst(), Set.of(), List.of(request), NOW);

    assertThat(record.decisions())
        .containsExactly(
            new Decided(NOW, Kind.DISSOLVED, 1, Optional.of(Cause.WITHDRAWAL), Optional.empty()));
  }

  @Test
  void of_very_many_arrivals_each_is_counted_once_while_it_is_remembered() {
    List<MatchRequest.Snapshot> many =
        IntStream.range(0, 20_001).mapToObj(i -> waitingSince(NOW)).toList();
    many.forEach(request -> record.arrived(request, NOW));
    record.arrived(many.getLast(), NOW);

    assertThat(record.lastHour(NOW).arrived()).isEqualTo(20_001);

    record.arrived(many.getFirst(), NOW);
    assertThat(record.lastHour(NOW).arrived()).isEqualTo(20_002);
  }

  @Test
  void nothing_is_lost_when_many_write_and_read_at_once() {
    List<Race.Outcome<LastHour>> outcomes =
        Race.of(
            16,
            i -> {
              for (int n = 0; n < 200; n++) {
                record.lost(NOW.plusSeconds(n % 60));
                record.arrived(waitingSince(NOW), NOW);
                record.median(NOW);
              }
              return record.lastHour(NOW);
            });

    assertThat(outcomes).allMatch(Race.Outcome::succeeded);
    assertThat(record.lastHour(NOW)).isEqualTo(new LastHour(3_200, 0, 0, 3_200));
  }
}
