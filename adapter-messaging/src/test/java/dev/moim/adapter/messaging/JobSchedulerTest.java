package dev.moim.adapter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobSchedulerTest {
  private static final Duration DELAY = Duration.ofMillis(50);

  private final JdbcDataSource database = new JdbcDataSource();
  private final List<JobScheduler> schedulers = new ArrayList<>();

  @BeforeEach
  void createTable() throws SQLException, IOException {
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    try (InputStream script = JobSchedulerTest.class.getResourceAsStream("/scheduled-tasks.sql");
        Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (script == null) {
        throw new AssertionError("no script for the table");
      }
      statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @AfterEach
  void stop() throws SQLException {
    schedulers.forEach(JobScheduler::stop);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    }
  }

  @Test
  void two_programs_on_one_database_run_a_job_once_each_time_it_is_due() {
    List<Instant> starts = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Job job =
        new Job(
            "job",
            DELAY,
            goOn -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              starts.add(Instant.now());
              running.decrementAndGet();
            });

    start(job);
    start(job);

    RelayFixture.soon(() -> starts.size() >= 20);
    assertThat(most).hasValue(1);
    for (int i = 1; i < 20; i++) {
      assertThat(Duration.between(starts.get(i - 1), starts.get(i))).isGreaterThanOrEqualTo(DELAY);
    }
  }

  @Test
  void after_a_restart_a_job_is_due_when_it_would_have_been() {
    AtomicInteger rare = new AtomicInteger();
    AtomicInteger frequent = new AtomicInteger();
    Job rareJob = new Job("rare", Duration.ofHours(1), goOn -> rare.incrementAndGet());
    Job frequentJob = new Job("frequent", DELAY, goOn -> frequent.incrementAndGet());
    JobScheduler first = start(rareJob, frequentJob);
    RelayFixture.soon(() -> rare.get() == 1 && frequent.get() >= 2);
    first.stop();
    int before = frequent.get();

    start(rareJob, frequentJob);

    RelayFixture.soon(() -> frequent.get() >= before + 3);
    assertThat(rare).hasValue(1);
  }

  @Test
  void a_job_that_fails_stays_scheduled() {
    AtomicInteger runs = new AtomicInteger();

    start(
        new Job(
            "job",
            DELAY,
            goOn -> {
              if (runs.incrementAndGet() <= 2) {
                throw new IllegalStateException("fails at first");
              }
            }));

    RelayFixture.soon(() -> runs.get() >= 4);
  }

  @Test
  void a_job_that_hangs_delays_no_other() {
    CountDownLatch hanging = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();

    start(
        new Job(
            "hanging",
            DELAY,
            goOn -> {
              try {
                hanging.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            }),
        new Job("other", DELAY, goOn -> runs.incrementAndGet()));

    RelayFixture.soon(() -> runs.get() >= 3);
    hanging.countDown();
  }

  @Test
  void a_stop_waits_for_the_running_job_and_tells_it_to_end() {
    CountDownLatch started = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    JobScheduler scheduler =
        start(
            new Job(
                "job",
                DELAY,
                goOn -> {
                  started.countDown();
                  while (goOn.getAsBoolean()) {
                    Thread.onSpinWait();
                  }
                  ended.incrementAndGet();
                }));
    RelayFixture.soon(() -> started.getCount() == 0);

    scheduler.stop();

    assertThat(ended).hasValue(1);
  }

  private JobScheduler start(Job... jobs) {
    JobScheduler scheduler =
        new JobScheduler(
            database,
            "scheduler-" + schedulers.size(),
            List.of(jobs),
            Duration.ofMillis(10),
            Duration.ofSeconds(10));
    schedulers.add(scheduler);
    return scheduler.start();
  }
}
