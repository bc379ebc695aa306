package dev.moim.adapter.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.moim.application.member.port.out.SignInAttempts;
import dev.moim.domain.member.Backoff;
import dev.moim.domain.member.Backoff.Attempts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Attempts to sign in that this process saw, of so many names at the most. Who has more names than
 * that at hand can't push out the one under attack: Caffeine keeps what is asked for often
 * (W-TinyLFU) and lets go of names that came once. It knows how often from the first name on only
 * if it is told its size at the start.
 */
final class CaffeineSignInAttempts implements SignInAttempts {
  private record Kept(Attempts attempts, Duration memory) {
    boolean isEmpty() {
      return attempts.count() == 0;
    }
  }

  private final Cache<String, Kept> kept;

  CaffeineSignInAttempts(Ticker ticker, int most) {
    kept =
        Caffeine.newBuilder()
            .maximumSize(most)
            .initialCapacity(most)
            .expireAfter(Expiry.<String, Kept>writing((name, value) -> value.memory))
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public Duration count(String name, Backoff backoff, Instant now) {
    Outcome outcome = new Outcome();
    kept.asMap()
        .compute(
            name,
            (key, present) -> {
              Attempts before = present == null ? new Attempts(0, now) : present.attempts;
              outcome.wait = backoff.untilNext(before, now);
              return present != null && outcome.wait.isPositive()
                  ? present
                  : new Kept(backoff.counted(before, now), backoff.memory());
            });
    return outcome.wait;
  }

  @Override
  public void takeBack(String name) {
    kept.asMap().computeIfPresent(name, (key, present) -> withoutOne(present));
  }

  private static @Nullable Kept withoutOne(Kept present) {
    Kept less = new Kept(present.attempts.without(), present.memory);
    return less.isEmpty() ? null : less;
  }

  @Override
  public void forget(String name) {
    kept.invalidate(name);
  }

  /** How many names take up memory. */
  long size() {
    kept.cleanUp();
    return kept.estimatedSize();
  }

  /** What comes out of a computation besides the value. */
  private static final class Outcome {
    private Duration wait = Duration.ZERO;
  }
}
