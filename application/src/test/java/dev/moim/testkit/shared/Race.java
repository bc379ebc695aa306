package dev.moim.testkit.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Several threads that start the same thing at the same moment. */
public final class Race {
  private static final long PATIENCE_SECONDS = 120;

  private Race() {}

  /** How one runner fared: a result, or what it threw. */
  public record Outcome<T>(Optional<T> result, Optional<Throwable> failure) {
    public boolean succeeded() {
      return result.isPresent();
    }
  }

  /** Runs a task in that many threads at once, each with its number from 0, and waits for all. */
  public static <T> List<Outcome<T>> of(int runners, IntFunction<T> task) {
    CyclicBarrier start = new CyclicBarrier(runners);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        int runner = i;
        Callable<T> run =
            () -> {
              start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              return task.apply(runner);
            };
        futures.add(threads.submit(run));
      }
      List<Outcome<T>> outcomes = new ArrayList<>();
      for (Future<T> future : futures) {
        outcomes.add(outcome(future));
      }
      return outcomes;
    }
  }

  private static <T> Outcome<T> outcome(Future<T> future) {
    try {
      return new Outcome<>(
          Optional.of(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS)), Optional.empty());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return new Outcome<>(Optional.empty(), Optional.of(cause == null ? e : cause));
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new AssertionError("a runner of the race did not arrive", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for the race", e);
    }
  }
}
