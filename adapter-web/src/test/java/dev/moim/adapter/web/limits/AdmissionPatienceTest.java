package dev.moim.adapter.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.adapter.web.shared.Problems;
import dev.moim.testkit.shared.SettableClock;
import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** How long those wait who come while others work. */
class AdmissionPatienceTest extends ApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final FilterChain NO_WORK = (request, response) -> {};

  private final SettableClock time = new SettableClock();
  @Autowired private Problems problems;

  /** A request on its way through, in a thread of its own. */
  private record Visit(Thread thread, FutureTask<Integer> status) {
    static Visit to(Admission admission, FilterChain work) {
      var answer = new MockHttpServletResponse();
      var status =
          new FutureTask<>(() -> {
            admission.doFilter(new MockHttpServletRequest("GET", "/api/v1/rooms"), answer, work);
            return answer.getStatus();
          });
      return new Visit(Thread.ofPlatform().start(status), status);
    }

    Visit waiting() {
      while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      return this;
    }

    int answered() throws Exception {
      return status.get(1, TimeUnit.MINUTES);
    }
  }

  @Test
  void who_comes_to_a_queue_that_does_not_empty_gives_up_before_who_waits_there_longer()
      throws Exception {
    var admission =
        new Admission(new AdmissionSettings(1, 2, PATIENCE, 1, PATIENCE), time, problems);
    var begun = new CompletableFuture<Boolean>();
    var end = new CompletableFuture<Boolean>();
    Visit working =
        Visit.to(
            admission,
            (request, response) -> {
              begun.complete(true);
              end.join();
            });
    begun.get(1, TimeUnit.MINUTES);
    Visit early = Visit.to(admission, NO_WORK).waiting();

    time.advance(PATIENCE);
    Visit late = Visit.to(admission, NO_WORK);

    assertThat(late.answered()).isEqualTo(429);
    end.complete(true);
    assertThat(early.answered()).isEqualTo(200);
    assertThat(working.answered()).isEqualTo(200);
  }
}
