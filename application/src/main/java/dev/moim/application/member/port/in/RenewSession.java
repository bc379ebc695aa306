package dev.moim.application.member.port.in;

/** Renews a session: a new access token, and a new refresh token in exchange for the old one. */
@FunctionalInterface
public interface RenewSession {
  /**
   * @throws dev.moim.domain.shared.DomainException SESSION_ENDED if the token is unknown, used or
   *     too old
   */
  SessionView renew(String refreshToken);
}
