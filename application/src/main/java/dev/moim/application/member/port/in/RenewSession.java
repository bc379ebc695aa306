package dev.moim.application.member.port.in;

import dev.moim.domain.shared.Origin;

/**
 * Renews a session: a new access token, and a new refresh token in exchange for the old one. Using
 * a token that was exchanged before ends the session and tells the member; see {@link
 * dev.moim.domain.member.Session} for the one exception.
 */
@FunctionalInterface
public interface RenewSession {
  /**
   * @throws dev.moim.domain.shared.DomainException SESSION_ENDED if the token is unknown, used or
   *     too old
   */
  SessionView renew(String refreshToken, Origin origin);
}
