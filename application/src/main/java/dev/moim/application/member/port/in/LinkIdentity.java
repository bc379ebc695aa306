package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.SessionId;

/** Links an account elsewhere to one's own, as a further way to sign in. */
@FunctionalInterface
public interface LinkIdentity {
  /**
   * @param session in which the linking was begun; it must still be open
   */
  record Command(Caller caller, SessionId session, String provider, String subject) {}

  /**
   * Linking the same again changes nothing.
   *
   * @throws dev.moim.domain.shared.DomainException SESSION_ENDED, IDENTITY_TAKEN if it is linked to
   *     somebody else
   */
  void link(Command command);
}
