package dev.moim.adapter.web.member;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.in.ExportOwnData;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ExportsTest {
  private static final Map<String, List<Map<String, Object>>> FILE = Map.of("account", List.of());

  private final Caller caller = new Caller(Samples.memberId(), Role.MEMBER);
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();

  /** Makes files that take until that has been done. */
  private ExportOwnData making(Runnable until) {
    return member -> {
      begun.incrementAndGet();
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      until.run();
      now.decrementAndGet();
      return FILE;
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @Timeout(60)
  void while_as_many_are_made_as_may_be_everybody_else_is_refused_and_reads_nothing() {
    CountDownLatch refused = new CountDownLatch(18);
    var exports = new Exports(making(() -> await(refused)), 2, Duration.ofMillis(20));

    var outcomes =
        Race.of(
            20,
            i -> {
              try {
                return exports.of(caller);
              } catch (DomainException e) {
                refused.countDown();
                throw e;
              }
            });

    assertThat(most).hasValue(2);
    assertThat(begun).hasValue(2);
    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(2);
    assertThat(outcomes)
        .flatExtracting(outcome -> outcome.failure().stream().toList())
        .hasSize(18)
        .allSatisfy(failure ->
            assertThat(((DomainException) failure).code()).isEqualTo(SharedError.TOO_BUSY));
    assertThat(exports.of(caller)).isEqualTo(FILE);
  }

  @Test
  void who_waits_gets_the_file_when_it_is_their_turn() {
    var exports = new Exports(making(Thread::onSpinWait), 2, Duration.ofMinutes(10));

    var outcomes = Race.of(20, i -> exports.of(caller));

    assertThat(outcomes).allMatch(Race.Outcome::succeeded);
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void what_cannot_be_made_gives_its_turn_back() {
    var exports =
        new Exports(
            member -> {
              throw MemberError.MEMBER_NOT_FOUND.exception();
            },
            1,
            Duration.ZERO);

    for (int i = 0; i < 3; i++) {
      assertRefused(MemberError.MEMBER_NOT_FOUND, () -> exports.of(caller));
    }
  }
}
