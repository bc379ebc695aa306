package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.Origin;
import java.time.Instant;

/** Leaves the community: all sessions end, and personal data is erased after seven days. */
@FunctionalInterface
public interface Withdraw {
  /**
   * @param password the present one; ignored if the account has none
   */
  record Command(Caller caller, Origin origin, String password) {
    @Override
    public String toString() {
      return "Withdraw.Command[" + caller + "]";
    }
  }

  /**
   * Returns until when it can be undone.
   *
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND, WRONG_PASSWORD, LAST_ADMIN,
   *     TOO_MANY_REQUESTS
   */
  Instant withdraw(Command command);
}
