package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SessionId;

/** Replaces one's own password, and ends all other sessions. */
@FunctionalInterface
public interface ChangePassword {
  /**
   * @param session the session that goes on
   * @param present proves that it is not somebody at an unlocked screen
   */
  record Command(
      Caller caller, SessionId session, Origin origin, String present, String replacement) {
    @Override
    public String toString() {
      return "ChangePassword.Command[" + caller + "]";
    }
  }

  /**
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND, NO_PASSWORD, WRONG_PASSWORD,
   *     INVALID_INPUT, TOO_MANY_REQUESTS
   */
  void change(Command command);
}
