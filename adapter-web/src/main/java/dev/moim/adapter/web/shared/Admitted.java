package dev.moim.adapter.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** A request to the API that was let in and has its turn. */
public interface Admitted {
  /** What comes bit by bit from whoever sent the request. */
  @FunctionalInterface
  interface Pieces {
    /** Waits for the next piece; false if it was the last one. */
    boolean next() throws IOException;
  }

  /**
   * Waits for them all, and gives the turn up meanwhile: it is there for work, and whoever sends
   * slowly must not keep it from others.
   *
   * @throws dev.moim.domain.shared.DomainException OVERLOADED if too many are waited for, or there
   *     is no turn afterwards; BODY_TOO_SLOW if it takes too long
   */
  void waitFor(Pieces pieces) throws IOException;

  /** Lets the request be known as let in. */
  static void mark(HttpServletRequest request, Admitted admitted) {
    request.setAttribute(Admitted.class.getName(), admitted);
  }

  /** Whether it was let in; nobody has to be outside of the API. */
  static Optional<Admitted> of(HttpServletRequest request) {
    return request.getAttribute(Admitted.class.getName()) instanceof Admitted admitted
        ? Optional.of(admitted)
        : Optional.empty();
  }
}
