package dev.moim.adapter.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.adapter.web.ApiTest;
import dev.moim.adapter.web.shared.Admitted;
import dev.moim.adapter.web.shared.Problems;
import dev.moim.adapter.web.shared.WebError;
import dev.moim.domain.shared.DomainException;
import dev.moim.testkit.shared.SettableClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who has the only turn, or the only place to wait for a body. One visit stands in another. */
class AdmissionBodiesTest extends ApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final FilterChain NO_WORK = (request, response) -> {};

  private final SettableClock time = new SettableClock();
  @Autowired private Problems problems;
  private Admission admission;

  @BeforeEach
  void oneAtOnce() {
    var settings = new AdmissionSettings(1, 0, Duration.ZERO, 1, PATIENCE);
    admission = new Admission(settings, time, problems);
  }

  private int visit(FilterChain work) throws Exception {
    var answer = new MockHttpServletResponse();
    admission.doFilter(new MockHttpServletRequest("POST", "/api/v1/rooms"), answer, work);
    return answer.getStatus();
  }

  /** Work that first waits for a body of these pieces. */
  private static FilterChain after(Admitted.Pieces pieces, FilterChain work) {
    return (request, response) -> {
      Admitted.of((HttpServletRequest) request).orElseThrow().waitFor(pieces);
      work.doFilter(request, response);
    };
  }

  private void assertOneTurn() throws Exception {
    int[] inside = new int[1];

    assertThat(visit((request, response) -> inside[0] = status(NO_WORK))).isEqualTo(200);

    assertThat(inside[0]).isEqualTo(429);
    assertThat(visit(NO_WORK)).isEqualTo(200);
  }

  private int status(FilterChain work) {
    try {
      return visit(work);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void who_waits_for_a_body_has_no_turn_and_takes_one_to_work() throws Exception {
    int[] others = new int[2];

    int status =
        visit(
            after(
                () -> {
                  others[0] = status(NO_WORK);
                  return false;
                },
                (request, response) -> others[1] = status(NO_WORK)));

    assertThat(status).isEqualTo(200);
    assertThat(others).containsExactly(200, 429);
    assertOneTurn();
  }

  @Test
  void a_body_is_waited_for_until_its_time_is_over() throws Exception {
    int[] pieces = new int[1];
    Admitted.Pieces slow =
        () -> {
          pieces[0]++;
          time.advance(PATIENCE.dividedBy(2));
          return true;
        };

    assertThatThrownBy(() -> visit(after(slow, NO_WORK)))
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(WebError.BODY_TOO_SLOW));

    assertThat(pieces[0]).isEqualTo(2);
    assertOneTurn();
  }

  @Test
  void the_last_piece_may_come_late() throws Exception {
    Admitted.Pieces late =
        () -> {
          time.advance(PATIENCE);
          return false;
        };

    assertThat(visit(after(late, NO_WORK))).isEqualTo(200);
  }

  @Test
  void no_more_bodies_are_waited_for_than_there_are_places() throws Exception {
    Throwable[] refused = new Throwable[1];
    Admitted.Pieces first =
        () -> {
          try {
            visit(after(() -> false, NO_WORK));
          } catch (Exception e) {
            refused[0] = e;
          }
          return false;
        };

    assertThat(visit(after(first, NO_WORK))).isEqualTo(200);

    assertThat(refused[0])
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(WebError.OVERLOADED));
    assertThat(visit(after(() -> false, NO_WORK))).isEqualTo(200);
    assertOneTurn();
  }

  @Test
  void who_finds_no_turn_with_the_body_is_refused() throws Exception {
    var begun = new CompletableFuture<Boolean>();
    var end = new CompletableFuture<Boolean>();
    var working =
        new FutureTask<>(() ->
            visit((request, response) -> {
              begun.complete(true);
              end.join();
            }));
    Admitted.Pieces meanwhile =
        () -> {
          Thread.ofPlatform().start(working);
          return !begun.orTimeout(1, TimeUnit.MINUTES).join();
        };

    assertThatThrownBy(() -> visit(after(meanwhile, NO_WORK)))
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(WebError.OVERLOADED));

    end.complete(true);
    assertThat(working.get(1, TimeUnit.MINUTES)).isEqualTo(200);
    assertOneTurn();
  }

  @Test
  void whose_sender_is_gone_leaves_nothing_behind() throws Exception {
    Admitted.Pieces gone =
        () -> {
          throw new EOFException("gone");
        };

    assertThatThrownBy(() -> visit(after(gone, NO_WORK))).isInstanceOf(EOFException.class);

    assertThat(visit(after(() -> false, NO_WORK))).isEqualTo(200);
    assertOneTurn();
  }
}
