package dev.moim.application.member.service;

import dev.moim.application.member.port.in.RenewSession;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Session;
import dev.moim.domain.shared.Clock;
import java.time.Instant;

final class RenewSessionService implements RenewSession {
  private final Members members;
  private final Sessions sessions;
  private final RefreshTokens refreshTokens;
  private final SessionIssuer issuer;
  private final Transactions transactions;
  private final Clock clock;

  RenewSessionService(
      Members members,
      Sessions sessions,
      RefreshTokens refreshTokens,
      SessionIssuer issuer,
      Transactions transactions,
      Clock clock) {
    this.members = members;
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.issuer = issuer;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public SessionView renew(String refreshToken) {
    String next = refreshTokens.next();
    return transactions.write(() -> {
      Instant now = clock.now();
      Session session =
          sessions
              .findByToken(RefreshTokens.hash(refreshToken))
              .orElseThrow(MemberError.SESSION_ENDED::exception);
      session.rotate(RefreshTokens.hash(next), now);
      sessions.save(session);
      Member.Snapshot member =
          members
              .find(session.snapshot().member())
              .map(Member::snapshot)
              .orElseThrow(MemberError.SESSION_ENDED::exception);
      return issuer.issue(member, session.snapshot(), next, now);
    });
  }
}
