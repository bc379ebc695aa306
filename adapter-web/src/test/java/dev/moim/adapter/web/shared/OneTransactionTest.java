package dev.moim.adapter.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.RetryPolicy;
import dev.moim.application.shared.RetryingTransactions;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Role;
import dev.moim.testkit.shared.InMemoryIdempotentAnswers;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;
import dev.moim.testkit.shared.RecordingPause;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SeededRandomness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A repeatable request and its kept answer stand or fall together, wherever it fails. */
@Import(OneTransactionTest.Failing.class)
class OneTransactionTest extends ApiTest {
  private static final String ROOMS = "/api/v1/rooms";

  @Autowired private FailingTransactions failing;
  @Autowired private FailingAnswers failingAnswers;
  private Person host = new Person(Samples.memberId(), "", "");

  @BeforeEach
  void signIn() {
    host = somebody();
  }

  private Reply open() {
    String room =
        """
        {"title": "점심", "category": "meal", "meetsAt": "%s", "capacity": 4}\
        """
            .formatted(clock.now().plus(Duration.ofHours(3)));
    return post(host, ROOMS, room, "Idempotency-Key", "a", "X-Request-Id", "of-this-test");
  }

  private int roomsOfHost() {
    return get(host, ROOMS + "?mine=true").is(200).json().get("items").size();
  }

  private void assertCarriedOutOnceWhenAsked() {
    Reply first = open().is(201);
    assertThat(first.header("Idempotent-Replay")).isEmpty();
    assertThat(open().is(201).id()).isEqualTo(first.id());
    assertThat(roomsOfHost()).isEqualTo(1);
  }

  @Test
  void nothing_is_kept_when_the_transaction_fails_at_its_commit() {
    failing.atCommit.add(new IllegalStateException("the database went away"));

    Reply reply = open().is(500, "INTERNAL_ERROR");

    assertThat(reply.header("Location")).isEmpty();
    assertThat(reply.header("ETag")).isEmpty();
    assertThat(reply.header("X-Request-Id")).isEqualTo("of-this-test");
    assertThat(roomsOfHost()).isZero();
    assertCarriedOutOnceWhenAsked();
  }

  @Test
  void nothing_has_had_an_effect_when_the_answer_could_not_be_kept() {
    failingAnswers.failures.add(new IllegalStateException("no space left"));

    open().is(500, "INTERNAL_ERROR");

    assertThat(roomsOfHost()).isZero();
    assertCarriedOutOnceWhenAsked();
  }

  @Test
  void a_conflict_within_the_use_case_is_tried_again() {
    failing.inside.add(new ConcurrencyConflict("stale"));

    assertCarriedOutOnceWhenAsked();
  }

  @Test
  void a_conflict_at_the_commit_is_tried_again_and_leaves_nothing_in_the_answer() {
    failing.atCommit.add(new ConcurrencyConflict("stale"));
    failing.atCommit.add(new ConcurrencyConflict("stale"));

    Reply reply = open().is(201);

    for (String header : new String[] {"Location", "ETag", "Content-Type", "X-Request-Id"}) {
      assertThat(reply.raw().getHeaders(header)).as(header).hasSize(1);
    }
    assertThat(reply.header("Location")).endsWith(reply.id());
    assertThat(open().is(201).json()).isEqualTo(reply.json());
    assertThat(roomsOfHost()).isEqualTo(1);
  }

  @Test
  void conflicts_without_end_are_refused_and_nothing_is_kept() {
    Stream.generate(() -> new ConcurrencyConflict("stale"))
        .limit(RetryPolicy.DEFAULT.attempts())
        .forEach(failing.atCommit::add);

    Reply reply = open().is(503, "TOO_BUSY");

    assertThat(reply.header("Retry-After")).isNotEmpty();
    assertThat(roomsOfHost()).isZero();
    assertCarriedOutOnceWhenAsked();
  }

  @Test
  void a_rule_found_broken_at_the_commit_is_judged_once_more_by_the_use_case() {
    failing.atCommit.add(MemberError.NICKNAME_TAKEN.exception());

    assertCarriedOutOnceWhenAsked();
  }

  @Test
  void no_transaction_is_held_around_what_changes_nothing() {
    Person admin = somebody(Role.ADMIN);
    failing.atCommit.add(new IllegalStateException("there is something to commit"));

    for (int i = 0; i < 2; i++) {
      Reply run =
          post(
                  admin,
                  "/api/v1/admin/pools/meal/dry-run",
                  "{\"policies\": [\"plain\"]}",
                  "Idempotency-Key",
                  "a")
              .is(200);
      assertThat(run.header("Idempotent-Replay")).isEmpty();
    }

    assertThat(failing.atCommit).hasSize(1);
    failing.atCommit.clear();
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Failing {
    @Bean
    FailingTransactions failingTransactions(InMemoryStore store) {
      return new FailingTransactions(new InMemoryTransactions(store));
    }

    @Bean
    @Primary
    Transactions retrying(FailingTransactions failing) {
      return new RetryingTransactions(
          failing, RetryPolicy.DEFAULT, new SeededRandomness(1), new RecordingPause());
    }

    @Bean
    @Primary
    FailingAnswers failingAnswers(InMemoryStore store) {
      return new FailingAnswers(new InMemoryIdempotentAnswers(store));
    }
  }

  /** Transactions that fail as told, at the end of a nested write or of the outermost one. */
  static final class FailingTransactions implements Transactions {
    private final Transactions transactions;
    private final Queue<RuntimeException> inside = new ArrayDeque<>();
    private final Queue<RuntimeException> atCommit = new ArrayDeque<>();
    private int depth;

    FailingTransactions(Transactions transactions) {
      this.transactions = transactions;
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return transactions.read(work);
    }

    @Override
    public <T> T write(Supplier<T> work) {
      return transactions.write(() -> {
        depth++;
        try {
          T result = work.get();
          throwNext(depth == 1 ? atCommit : inside);
          return result;
        } finally {
          depth--;
        }
      });
    }
  }

  /** Answers that are not kept, as told. */
  static final class FailingAnswers implements IdempotentAnswers {
    private final IdempotentAnswers answers;
    private final Queue<RuntimeException> failures = new ArrayDeque<>();

    FailingAnswers(IdempotentAnswers answers) {
      this.answers = answers;
    }

    @Override
    public Optional<Kept> find(Key key) {
      return answers.find(key);
    }

    @Override
    public void keep(Key key, String fingerprint, Answer answer, Instant now) {
      throwNext(failures);
      answers.keep(key, fingerprint, answer, now);
    }

    @Override
    public int forgetBefore(Instant before) {
      return answers.forgetBefore(before);
    }
  }

  private static void throwNext(Queue<RuntimeException> failures) {
    RuntimeException failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
  }
}
