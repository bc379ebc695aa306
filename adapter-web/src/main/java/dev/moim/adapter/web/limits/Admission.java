package dev.moim.adapter.web.limits;

import dev.moim.adapter.web.shared.Admitted;
import dev.moim.adapter.web.shared.Problems;
import dev.moim.adapter.web.shared.WebError;
import dev.moim.domain.shared.Clock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in as many requests to the API as can be worked on, and refuses the others before they cost
 * anything: without a bound all would become slower together until nobody is answered in time.
 *
 * <p>Some work, some more wait for their turn, in order; a queue takes up a burst. The one is
 * bounded so that those who work don't get in each other's way, the other so that whoever is let in
 * is answered soon, and nobody waits for long in one that does not empty ({@link QueuePatience}).
 * Pages, and what asks whether the server lives, come past it.
 *
 * <p>A request whose body is still on its way has no turn until it is there, and not for ever time
 * for that. These are bounded by themselves, so that they keep nobody out but each other.
 */
final class Admission extends OncePerRequestFilter {
  /** However it is written: what is let past here is worked on without a bound. */
  private static final RequestMatcher API = PathPatternRequestMatcher.pathPattern("/api/**");

  private final Semaphore turns;
  private final AtomicInteger present = new AtomicInteger();
  private final int most;
  private final QueuePatience patience;
  private final Semaphore bodies;
  private final Duration bodyPatience;
  private final Clock clock;
  private final Problems problems;

  Admission(AdmissionSettings settings, Clock clock, Problems problems) {
    turns = new Semaphore(settings.atOnce(), true);
    most = settings.atOnce() + settings.waiting();
    patience = new QueuePatience(settings.patience(), clock);
    bodies = new Semaphore(settings.bodies());
    bodyPatience = settings.bodyPatience();
    this.clock = clock;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !API.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Turn turn = new Turn();
    try {
      if (present.incrementAndGet() > most || !turn.take()) {
        problems.write(request, response, WebError.OVERLOADED.exception());
        return;
      }
      Admitted.mark(request, turn);
      chain.doFilter(request, response);
    } finally {
      turn.giveUp();
      present.decrementAndGet();
    }
  }

  /** The turn of one request, while it has it. */
  private final class Turn implements Admitted {
    private boolean taken;

    boolean take() {
      Duration longest = patience.now(!turns.hasQueuedThreads());
      try {
        taken = turns.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return taken;
    }

    void giveUp() {
      if (taken) {
        taken = false;
        turns.release();
      }
    }

    @Override
    public void waitFor(Pieces pieces) throws IOException {
      if (!bodies.tryAcquire()) {
        throw WebError.OVERLOADED.exception();
      }
      try {
        giveUp();
        awaitAll(pieces);
        if (!take()) {
          throw WebError.OVERLOADED.exception();
        }
      } finally {
        bodies.release();
      }
    }

    private void awaitAll(Pieces pieces) throws IOException {
      present.decrementAndGet();
      try {
        Instant end = clock.now().plus(bodyPatience);
        while (pieces.next()) {
          if (!clock.now().isBefore(end)) {
            throw WebError.BODY_TOO_SLOW.exception();
          }
        }
      } finally {
        present.incrementAndGet();
      }
    }
  }
}
