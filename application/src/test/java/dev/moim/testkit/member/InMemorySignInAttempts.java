package dev.moim.testkit.member;

import dev.moim.application.member.port.out.SignInAttempts;
import dev.moim.domain.member.Backoff;
import dev.moim.domain.member.Backoff.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Attempts to sign in, in a map that is never cleaned up. */
public final class InMemorySignInAttempts implements SignInAttempts {
  private final Map<String, Attempts> attempts = new HashMap<>();

  @Override
  public synchronized Duration count(String name, Backoff backoff, Instant now) {
    Attempts before = attempts.getOrDefault(name, new Attempts(0, now));
    Duration wait = backoff.untilNext(before, now);
    if (wait.isZero()) {
      attempts.put(name, backoff.counted(before, now));
    }
    return wait;
  }

  @Override
  public synchronized void takeBack(String name) {
    attempts.computeIfPresent(name, (key, before) -> before.without());
  }

  @Override
  public synchronized void forget(String name) {
    attempts.remove(name);
  }
}
