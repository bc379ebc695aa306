package dev.moim.adapter.messaging;

import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.DeadLetters.DeadLetter;
import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.Randomness;
import dev.moim.application.shared.RetryPolicy;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.DomainException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings messages to a consumer: tries again while one fails, and puts it with the dead letters in
 * the end. A store that is away may well be why the handling fails, so an attempt counts only if
 * the store answers after it, and the next one begins when it does.
 */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final EventConsumer consumer;
  private final EventCodec codec;
  private final DeadLetters deadLetters;
  private final Transactions transactions;
  private final Clock clock;
  private final Randomness randomness;
  private final RetryPolicy retry;
  private final Predicate<OutboxMessage> gone;
  private final Semaphore permits;
  private final CountDownLatch stopping;

  /**
   * @param gone whether others have long handled a message, so that it is to be left alone
   * @param mostAtOnce how many handlers run at the same time
   * @param stopping released when nothing new may begin
   */
  Delivery(
      EventConsumer consumer,
      EventCodec codec,
      DeadLetters deadLetters,
      Transactions transactions,
      Clock clock,
      Randomness randomness,
      RetryPolicy retry,
      Predicate<OutboxMessage> gone,
      int mostAtOnce,
      CountDownLatch stopping) {
    this.consumer = consumer;
    this.codec = codec;
    this.deadLetters = deadLetters;
    this.transactions = transactions;
    this.clock = clock;
    this.randomness = randomness;
    this.retry = retry;
    this.gone = gone;
    this.permits = new Semaphore(mostAtOnce, true);
    this.stopping = stopping;
  }

  /** Whether the consumer acts on messages of that type; one that nobody knows concerns all. */
  boolean concerns(OutboxMessage message) {
    return EventTypes.named(message.type()).map(consumer.types()::contains).orElse(true);
  }

  /** What became of a message. */
  enum Outcome {
    /** Handled, or kept with the dead letters: the consumer needs it no more. */
    FINISHED,
    /** Not handled, since the relay is being stopped. */
    LEFT
  }

  /** Blocks until the message is handled or kept, or the relay is being stopped. */
  Outcome deliver(OutboxMessage message) {
    int attempts = 0;
    try {
      while (stopping.getCount() > 0) {
        Optional<Throwable> failure = attempt(message);
        if (failure.isEmpty()) {
          return Outcome.FINISHED;
        }
        if (stopping.getCount() == 0) {
          // The stop may have been what made it fail: whoever starts next tries again.
          return Outcome.LEFT;
        }
        if (storeAnswers()) {
          attempts++;
          if (isLast(attempts, failure.get()) && isKept(message, failure.get(), attempts)) {
            return Outcome.FINISHED;
          }
          pauseAfter(attempts);
        } else {
          LOG.warn("{} failed on {} while the store is away", consumer.name(), message.id());
          awaitStore();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Outcome.LEFT;
  }

  /**
   * Tries once to handle messages in one transaction, of a consumer that allows it.
   *
   * @return whether all were handled; otherwise none was, and each is to be delivered for itself
   */
  boolean deliverTogether(List<OutboxMessage> messages) {
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      return stopping.getCount() > 0
          && transactions.writeTogether(messages.stream().map(this::handling).toList()).isPresent();
    } catch (Throwable failure) {
      LOG.debug("{} failed on {} messages together", consumer.name(), messages.size(), failure);
      return false;
    } finally {
      release();
    }
  }

  /** A refusal of one must fail all: those with its key must not be handled before it. */
  private Supplier<Boolean> handling(OutboxMessage message) {
    return () -> {
      try {
        handle(message);
        return true;
      } catch (DomainException refusal) {
        throw new IllegalStateException(consumer.name() + " refuses " + message.id(), refusal);
      }
    };
  }

  /** Until it answers, or the relay is being stopped. */
  private void awaitStore() throws InterruptedException {
    for (int asked = 1; stopping.getCount() > 0; asked++) {
      pauseAfter(asked);
      if (storeAnswers()) {
        return;
      }
    }
  }

  private void pauseAfter(int failures) throws InterruptedException {
    long pause = retry.pauseAfter(failures, randomness).toNanos();
    if (stopping.await(pause, TimeUnit.NANOSECONDS)) {
      LOG.debug("{} is being stopped", consumer.name());
    }
  }

  private boolean storeAnswers() throws InterruptedException {
    permits.acquire();
    try {
      transactions.read(() -> deadLetters.latest(1));
      return true;
    } catch (Throwable e) {
      LOG.debug("{} asked the store in vain", consumer.name(), e);
      return false;
    } finally {
      permits.release();
    }
  }

  /** Whatever a handler throws, even an Error, is its message's failure and not the lane's end. */
  private Optional<Throwable> attempt(OutboxMessage message) throws InterruptedException {
    permits.acquire();
    try {
      handle(message);
      return Optional.empty();
    } catch (Throwable failure) {
      LOG.debug("{} failed on {} {}", consumer.name(), message.type(), message.id(), failure);
      return Optional.of(failure);
    } finally {
      release();
    }
  }

  private void handle(OutboxMessage message) {
    if (gone.test(message)) {
      LOG.info(
          "{} leaves {} alone, which others have handled long ago", consumer.name(), message.id());
    } else {
      consumer.handle(message.id(), decoded(message));
    }
  }

  private void release() {
    permits.release();
    if (stopping.getCount() > 0) {
      // An interrupt that a handler left behind is not meant for the lane.
      Thread.interrupted();
    }
  }

  private DomainEvent decoded(OutboxMessage message) {
    try {
      return codec.decode(new EventCodec.Encoded(message.type(), message.payload()));
    } catch (IllegalArgumentException e) {
      throw new UnreadableMessage(e);
    }
  }

  private boolean isLast(int attempts, Throwable failure) {
    return attempts >= retry.attempts() || failure instanceof UnreadableMessage;
  }

  private boolean isKept(OutboxMessage message, Throwable failure, int attempts) {
    String name = consumer.name();
    String reason = failure.getClass().getName() + ": " + failure.getMessage();
    DeadLetter letter = new DeadLetter(name, message, reason, clock.now());
    try {
      transactions.writeOnly(() -> deadLetters.add(letter));
    } catch (Throwable e) {
      LOG.warn("{} fails on {}, and no dead letter can be kept", name, message.id(), e);
      return false;
    }
    LOG.error(
        "{} gave up on {} {} after {} attempts; it is kept with the dead letters",
        name,
        message.type(),
        message.id(),
        attempts,
        failure);
    return true;
  }

  /** A message that no further attempt makes readable. */
  private static final class UnreadableMessage extends RuntimeException {
    private UnreadableMessage(IllegalArgumentException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
