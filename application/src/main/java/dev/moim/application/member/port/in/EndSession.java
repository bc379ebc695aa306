package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.SessionId;

/** Ends one of one's own sessions. */
@FunctionalInterface
public interface EndSession {
  /**
   * @throws dev.moim.domain.shared.DomainException SESSION_NOT_FOUND also for somebody else's
   */
  void end(Caller caller, SessionId session);
}
