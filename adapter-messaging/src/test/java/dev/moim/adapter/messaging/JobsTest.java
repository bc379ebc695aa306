package dev.moim.adapter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.Inbox;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.shared.InMemoryIdempotentAnswers;
import dev.moim.testkit.shared.InMemoryInbox;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobsTest {
  private final Queue<Integer> overdueRequests = new ArrayDeque<>();
  private final Queue<Integer> overdueProposals = new ArrayDeque<>();
  private final Queue<Integer> overdueRooms = new ArrayDeque<>();
  private final Queue<Integer> dueMeetings = new ArrayDeque<>();
  private final Queue<Integer> endedOffers = new ArrayDeque<>();
  private final Queue<Integer> overdueMembers = new ArrayDeque<>();
  private final Queue<Integer> oldSessions = new ArrayDeque<>();
  private final Queue<Integer> upkeep = new ArrayDeque<>();
  private final List<CategoryKey> compared = new ArrayList<>();
  private final List<CategoryKey> broken = new ArrayList<>();
  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryTransactions transactions = new InMemoryTransactions(store);
  private final IdempotentAnswers answers = new InMemoryIdempotentAnswers(store);
  private final Inbox inbox = new InMemoryInbox(store, new TreeOutbox(), clock);
  private final Categories categories = SampleCategories.ALL;

  @Test
  void what_is_overdue_is_ended_until_nothing_is_left() {
    overdueRequests.addAll(List.of(500, 500, 3, 0, 7));
    overdueProposals.addAll(List.of(500, 0, 7));
    overdueRooms.addAll(List.of(200, 0, 7));
    endedOffers.addAll(List.of(200, 0, 7));
    dueMeetings.addAll(List.of(200, 0, 7));
    overdueMembers.addAll(List.of(100, 1, 0, 7));
    oldSessions.addAll(List.of(5, 0, 7));
    upkeep.addAll(List.of(200, 200, 0, 7));

    run("expire-match-requests", () -> true);
    run("expire-proposals", () -> true);
    run("expire-rooms", () -> true);
    run("end-offers", () -> true);
    run("advance-meetings", () -> true);
    run("erase-withdrawn-members", () -> true);
    run("forget-old-sessions", () -> true);
    run("keep-up-store", () -> true);

    assertThat(overdueRequests).containsExactly(7);
    assertThat(overdueProposals).containsExactly(7);
    assertThat(overdueRooms).containsExactly(7);
    assertThat(endedOffers).containsExactly(7);
    assertThat(dueMeetings).containsExactly(7);
    assertThat(overdueMembers).containsExactly(7);
    assertThat(oldSessions).containsExactly(7);
    assertThat(upkeep).containsExactly(7);
  }

  @Test
  void a_stop_ends_a_long_job_between_its_parts() {
    overdueRequests.addAll(List.of(500, 500, 500));

    run("expire-match-requests", () -> overdueRequests.size() > 1);

    assertThat(overdueRequests).containsExactly(500);
  }

  @Test
  void every_pool_is_compared_with_the_store() {
    run("compare-pools", () -> true);

    assertThat(compared).containsExactlyElementsOf(pools());
  }

  @Test
  void a_stop_leaves_the_pools_that_are_left() {
    run("compare-pools", compared::isEmpty);

    assertThat(compared).containsExactly(pools().getFirst());
  }

  @Test
  void a_pool_that_fails_is_told_of_and_does_not_keep_the_others() {
    broken.add(pools().getFirst());

    assertThatThrownBy(() -> run("compare-pools", () -> true))
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));

    assertThat(compared).containsExactlyElementsOf(pools().subList(1, pools().size()));
  }

  @Test
  void answers_are_forgotten_after_a_day() {
    MemberId member = Samples.memberId();
    IdempotentAnswers.Key old = new IdempotentAnswers.Key(member, "old");
    IdempotentAnswers.Key fresh = new IdempotentAnswers.Key(member, "fresh");
    answer(old);
    clock.advance(Duration.ofHours(24).plusMillis(1));
    answer(fresh);

    run("forget-idempotent-answers", () -> true);

    assertThat(answers.find(old)).isEmpty();
    assertThat(answers.find(fresh)).isPresent();
  }

  private void answer(IdempotentAnswers.Key key) {
    answers.keep(key, "f", new IdempotentAnswers.Answer(200, Map.of(), ""), clock.now());
  }

  @Test
  void what_was_handled_is_forgotten_after_a_week_however_much_it_was() {
    List<UUID> old = handled(1_200);
    clock.advance(Duration.ofDays(7).plusMillis(1));
    List<UUID> fresh = handled(3);

    run("forget-handled-events", () -> true);

    assertThat(old).allMatch(this::firstTime);
    assertThat(fresh).noneMatch(this::firstTime);
  }

  @Test
  void a_stop_leaves_what_was_handled_for_another_time() {
    List<UUID> old = handled(1_200);
    clock.advance(Duration.ofDays(8));
    AtomicInteger parts = new AtomicInteger();

    run("forget-handled-events", () -> parts.incrementAndGet() <= 2);

    assertThat(old).filteredOn(event -> !firstTime(event)).hasSize(200);
  }

  private List<UUID> handled(int count) {
    List<UUID> events = Stream.generate(Samples::uuid).limit(count).toList();
    events.forEach(this::firstTime);
    return events;
  }

  private boolean firstTime(UUID event) {
    return transactions.write(() -> inbox.firstTime("audit", event));
  }

  private List<CategoryKey> pools() {
    return categories.all().stream().map(category -> category.key()).toList();
  }

  private int compare(CategoryKey pool) {
    if (broken.contains(pool)) {
      throw new IllegalStateException("broken");
    }
    compared.add(pool);
    return 0;
  }

  private void run(String name, BooleanSupplier goOn) {
    Jobs.of(
            overdueRequests::remove,
            overdueProposals::remove,
            overdueRooms::remove,
            endedOffers::remove,
            dueMeetings::remove,
            this::compare,
            overdueMembers::remove,
            oldSessions::remove,
            categories,
            answers,
            inbox,
            upkeep::remove,
            transactions,
            clock,
            MessagingSettings.Jobs.DEFAULT)
        .stream()
        .filter(job -> job.name().equals(name))
        .forEach(job -> job.work().run(goOn));
  }
}
