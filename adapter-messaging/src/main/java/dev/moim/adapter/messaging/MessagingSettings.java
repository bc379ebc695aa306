package dev.moim.adapter.messaging;

import dev.moim.application.shared.RetryPolicy;
import java.time.Duration;

/**
 * How events are relayed and jobs are scheduled.
 *
 * @param retry how often a consumer's failed handling is tried, and how long it waits in between
 * @param mostInFlight how many messages a consumer has been given and not handled, about
 * @param mostAtOnce how many messages a consumer handles at the same time
 * @param pollInterval how often the outbox is looked into without a signal
 * @param gapPatience how long a missing position is waited for; longer than any transaction takes
 * @param stopWithin how long a stop waits for what is running
 */
public record MessagingSettings(
    RetryPolicy retry,
    int mostInFlight,
    int mostAtOnce,
    Duration pollInterval,
    Duration gapPatience,
    Duration stopWithin,
    Jobs jobs) {
  public static final MessagingSettings DEFAULT =
      new MessagingSettings(
          new RetryPolicy(8, Duration.ofMillis(50), Duration.ofSeconds(5)),
          1024,
          32,
          Duration.ofMillis(250),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Jobs.DEFAULT);

  public MessagingSettings {
    if (mostInFlight < 4 || mostAtOnce < 1) {
      throw new IllegalArgumentException("at least 4 messages in flight, and one handled");
    }
    positive(pollInterval, "pollInterval");
    positive(gapPatience, "gapPatience");
    positive(stopWithin, "stopWithin");
  }

  /**
   * How long after the end of one run the next one starts.
   *
   * @param keepAnswers how long the answers to idempotent requests are kept
   * @param keepHandledEvents how long it is remembered, at the least, that an event was handled; a
   *     message of half that age is looked for in the outbox before it is handled
   * @param pollInterval how often due jobs are looked for: jobs start that much late at most
   */
  public record Jobs(
      Duration expireMatchRequests,
      Duration expireProposals,
      Duration expireRooms,
      Duration endOffers,
      Duration advanceMeetings,
      Duration comparePools,
      Duration eraseWithdrawnMembers,
      Duration forgetOldSessions,
      Duration keepUpStore,
      Duration forgetIdempotentAnswers,
      Duration keepAnswers,
      Duration forgetHandledEvents,
      Duration keepHandledEvents,
      Duration pollInterval) {
    public static final Jobs DEFAULT =
        new Jobs(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofHours(6),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(24),
            Duration.ofHours(1),
            Duration.ofDays(7),
            Duration.ofMillis(500));

    public Jobs {
      positive(expireMatchRequests, "expireMatchRequests");
      positive(expireProposals, "expireProposals");
      positive(expireRooms, "expireRooms");
      positive(endOffers, "endOffers");
      positive(advanceMeetings, "advanceMeetings");
      positive(comparePools, "comparePools");
      positive(eraseWithdrawnMembers, "eraseWithdrawnMembers");
      positive(forgetOldSessions, "forgetOldSessions");
      positive(keepUpStore, "keepUpStore");
      positive(forgetIdempotentAnswers, "forgetIdempotentAnswers");
      positive(keepAnswers, "keepAnswers");
      positive(forgetHandledEvents, "forgetHandledEvents");
      positive(keepHandledEvents, "keepHandledEvents");
      positive(pollInterval, "pollInterval");
    }
  }

  private static void positive(Duration duration, String name) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(name + " is above zero: " + duration);
    }
  }
}
