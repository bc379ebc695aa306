package dev.moim.application.member.port.out;

import dev.moim.domain.member.Backoff;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts attempts to sign in, under names that say whose or from where. Thread-safe, bounded in
 * memory, and never failing: what is forgotten early lets somebody try sooner.
 */
public interface SignInAttempts {
  /**
   * Counts an attempt now, unless it comes too early: looking and counting are one step, so of many
   * at once no more get through than one after the other would.
   *
   * @return zero if it was counted; otherwise how long to wait, and nothing was counted
   */
  Duration count(String name, Backoff backoff, Instant now);

  /** Takes one attempt back. */
  void takeBack(String name);

  /** Forgets all attempts under the name. */
  void forget(String name);
}
