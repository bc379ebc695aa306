package dev.moim.adapter.messaging;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs when they are due, each once however many programs share the database: the due times
 * lie in its table {@code scheduled_tasks}, where one scheduler picks a job up before it runs it.
 * What was overdue when the program started runs at once. A job whose program died is given to
 * another one after four missed heartbeats.
 */
final class JobScheduler implements Restartable.Running {
  private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);

  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED_HEARTBEATS = 4;

  private final Scheduler scheduler;

  /**
   * @param name unique among the programs that share the database, at most 50 characters
   * @param stopWithin how long a stop waits for the jobs that run
   */
  JobScheduler(
      DataSource dataSource,
      String name,
      List<Job> jobs,
      Duration pollInterval,
      Duration stopWithin) {
    scheduler =
        Scheduler.create(dataSource)
            .startTasks(jobs.stream().map(JobScheduler::task).toList())
            .schedulerName(new SchedulerName.Fixed(name))
            .threads(jobs.size()) // so that no job waits for another
            .pollingInterval(pollInterval)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .alwaysPersistTimestampInUTC()
            .commitWhenAutocommitDisabled(true)
            .failureLogging(LogLevel.OFF, false) // a job's failures are logged here
            .shutdownMaxWait(stopWithin)
            .build();
  }

  JobScheduler start() {
    scheduler.start();
    return this;
  }

  @Override
  public void stop() {
    scheduler.stop();
  }

  private static RecurringTask<Void> task(Job job) {
    AtomicBoolean failing = new AtomicBoolean();
    return Tasks.recurring(job.name(), FixedDelay.of(job.delay()))
        .execute((instance, context) ->
            run(job, () -> !context.getSchedulerState().isShuttingDown(), failing));
  }

  /** Tells of changes only: a job that fails each second is worth one line, not one each second. */
  private static void run(Job job, BooleanSupplier goOn, AtomicBoolean failing) {
    try {
      job.work().run(goOn);
    } catch (RuntimeException | Error e) {
      if (!failing.getAndSet(true)) {
        LOG.warn("Job {} fails; it is tried again each time it is due", job.name(), e);
      }
      throw e;
    }
    if (failing.getAndSet(false)) {
      LOG.info("Job {} works again", job.name());
    }
  }
}
