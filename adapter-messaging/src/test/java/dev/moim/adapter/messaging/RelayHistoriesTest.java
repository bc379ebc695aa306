package dev.moim.adapter.messaging;

import static dev.moim.adapter.messaging.RelayFixture.SETTINGS;
import static dev.moim.adapter.messaging.RelayFixture.consumer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.shared.EventConsumer;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.shared.InMemoryInbox;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Race;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promises of the relay that must hold in every history; each seed is another one. */
class RelayHistoriesTest {
  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  /**
   * Transactions take positions and commit in any order, or never; those of one key follow one
   * another. Handlers fail now and then.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_the_order_of_commits_each_key_stays_in_order_and_nothing_is_lost(int seed) {
    Map<String, List<Long>> committed = new ConcurrentHashMap<>();
    Map<String, List<Long>> first = new ConcurrentHashMap<>();
    Map<String, List<Long>> second = new ConcurrentHashMap<>();
    AtomicLong positions = new AtomicLong();
    try (RelayFixture fixture = new RelayFixture()) {
      InMemoryStore.Table<Effect, Effect> third = fixture.store.table(effect -> effect);
      fixture.start(
          noting("first", first), noting("second", second), writing("third", fixture, third));

      List<Race.Outcome<String>> writers =
          Race.of(
              4,
              writer -> {
                Random random = new Random(31L * seed + writer);
                String key = "k" + writer;
                for (int i = 0; i < 25; i++) {
                  long position = positions.incrementAndGet();
                  waste(random.nextInt(4) * 1_000);
                  if (random.nextInt(5) > 0) {
                    fixture.commit(fixture.message(position, key));
                    note(committed, key, position);
                  }
                }
                return key;
              });

      assertThat(writers).allMatch(Race.Outcome::succeeded);
      fixture.awaitEmptyOutbox();
      assertThat(first).isEqualTo(committed);
      assertThat(second).isEqualTo(committed);
      Map<String, List<Long>> written =
          fixture.transactions.read(third::all).stream()
              .collect(
                  Collectors.groupingBy(
                      Effect::key, Collectors.mapping(Effect::number, Collectors.toList())));
      assertThat(written).isEqualTo(committed);
      assertThat(fixture.letters()).isEmpty();
    }
  }

  private record Effect(String consumer, long number, String key) {}

  /** Three processes, one after the other; the first two end in the middle of their work. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void each_effect_comes_once_and_in_order_though_processes_crash(int seed) {
    Random random = new Random(seed);
    int events = 40;
    try (RelayFixture fixture = new RelayFixture()) {
      InMemoryInbox inbox = new InMemoryInbox(fixture.store, fixture.outbox, Instant::now);
      InMemoryStore.Table<Effect, Effect> effects = fixture.store.table(effect -> effect);
      for (int i = 1; i <= events; i++) {
        fixture.outbox.commit(fixture.message(i, "k" + random.nextInt(4)));
      }

      for (int process = 0; process < 3; process++) {
        boolean last = process == 2;
        AtomicInteger left = new AtomicInteger(last ? Integer.MAX_VALUE : random.nextInt(events));
        CrashingTransactions transactions = new CrashingTransactions(fixture.transactions);
        fixture.start(
            transactions,
            SETTINGS,
            Instant::now,
            effecting("first", transactions, inbox, effects, left),
            effecting("second", transactions, inbox, effects, left),
            RelayFixture.onlyWriting("third", effect("third", transactions, inbox, effects, left)));
        if (!last) {
          RelayFixture.soon(() -> left.get() <= 0);
        }
      }

      fixture.awaitEmptyOutbox();
      List<Effect> all = fixture.transactions.read(effects::all);
      for (String name : List.of("first", "second", "third")) {
        List<Effect> own = all.stream().filter(effect -> effect.consumer().equals(name)).toList();
        assertThat(own.stream().map(Effect::number).sorted())
            .containsExactlyElementsOf(LongStream.rangeClosed(1, events).boxed().toList());
        IntStream.range(0, 4)
            .mapToObj(key -> "k" + key)
            .forEach(key ->
                assertThat(own.stream().filter(e -> e.key().equals(key)).map(Effect::number))
                    .isSorted());
      }
      assertThat(fixture.letters()).isEmpty();
    }
  }

  private static EventConsumer effecting(
      String name,
      CrashingTransactions transactions,
      InMemoryInbox inbox,
      InMemoryStore.Table<Effect, Effect> effects,
      AtomicInteger left) {
    return consumer(name, effect(name, transactions, inbox, effects, left));
  }

  private static RelayFixture.Handling effect(
      String name,
      CrashingTransactions transactions,
      InMemoryInbox inbox,
      InMemoryStore.Table<Effect, Effect> effects,
      AtomicInteger left) {
    return (number, key) -> {
      transactions.writeOnly(() -> {
        if (inbox.firstTime(name, new UUID(2, number))) {
          effects.put(new Effect(name, number, key));
        }
        if (number % 2 == 0) {
          crashIfDue(transactions, left);
        }
      });
      if (number % 2 == 1) {
        crashIfDue(transactions, left);
      }
    };
  }

  /** Before the commit or after it, depending on who calls. */
  private static void crashIfDue(CrashingTransactions transactions, AtomicInteger left) {
    if (left.decrementAndGet() <= 0) {
      transactions.crash();
    }
  }

  /** Fails at the first attempt of every seventh message. */
  private static EventConsumer noting(String name, Map<String, List<Long>> notes) {
    Set<Long> failed = ConcurrentHashMap.newKeySet();
    return consumer(
        name,
        (number, key) -> {
          if (number % 7 == 0 && failed.add(number)) {
            throw new IllegalStateException("fails once");
          }
          note(notes, key, number);
        });
  }

  /**
   * Fails at the first attempts of every seventh message, some when they have changed something.
   */
  private static EventConsumer writing(
      String name, RelayFixture fixture, InMemoryStore.Table<Effect, Effect> effects) {
    Map<Long, Integer> failures = new ConcurrentHashMap<>();
    return RelayFixture.onlyWriting(
        name,
        (number, key) ->
            fixture.transactions.writeOnly(() -> {
              boolean fails = number % 7 == 0 && failures.merge(number, 1, Integer::sum) <= 2;
              if (fails && number % 2 == 0) {
                throw SharedError.TOO_BUSY.exception();
              }
              effects.put(new Effect(name, number, key));
              if (fails) {
                throw new IllegalStateException("fails twice");
              }
            }));
  }

  private static void note(Map<String, List<Long>> notes, String key, long number) {
    notes.computeIfAbsent(key, k -> Collections.synchronizedList(new ArrayList<>())).add(number);
  }

  private static void waste(int turns) {
    for (int i = 0; i < turns; i++) {
      Thread.onSpinWait();
    }
  }
}
