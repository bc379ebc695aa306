package dev.moim.application.member.service;

import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Session;
import java.time.Instant;

/** Puts together what somebody gets who opened or renewed a session. */
final class SessionIssuer {
  private final AccessTokens accessTokens;

  SessionIssuer(AccessTokens accessTokens) {
    this.accessTokens = accessTokens;
  }

  SessionView issue(
      Member.Snapshot member, Session.Snapshot session, String refreshToken, Instant now) {
    return new SessionView(
        member.id(),
        member.nickname().value(),
        accessTokens.issue(member.id(), member.role(), session.id(), now),
        AccessTokens.LIFETIME,
        refreshToken,
        session.expiresAt());
  }
}
