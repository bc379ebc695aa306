package dev.moim.application.member.service;

import dev.moim.application.member.port.in.RenewSession;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.RefreshSecrets;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Session;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.Origin;
import java.time.Instant;
import java.util.Optional;

final class RenewSessionService implements RenewSession {
  private final Members members;
  private final Sessions sessions;
  private final RefreshSecrets secrets;
  private final SessionOpening opening;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;

  RenewSessionService(MemberPorts ports, SessionOpening opening) {
    members = ports.store().members();
    sessions = ports.store().sessions();
    secrets = ports.secrets().refreshSecrets();
    this.opening = opening;
    transactions = ports.transactions();
    outbox = ports.outbox();
    clock = ports.clock();
  }

  @Override
  public SessionView renew(String refreshToken, Origin origin) {
    // That a used token ended its session must be stored, so the refusal comes after the commit.
    return transactions
        .write(() -> renewed(refreshToken, origin))
        .orElseThrow(MemberError.SESSION_ENDED::exception);
  }

  private Optional<SessionView> renewed(String refreshToken, Origin origin) {
    Instant now = clock.now();
    String successor = secrets.successorOf(refreshToken);
    Session session =
        sessions
            .findByToken(Tokens.hash(refreshToken))
            .orElseThrow(MemberError.SESSION_ENDED::exception);
    boolean goesOn = session.renew(Tokens.hash(refreshToken), Tokens.hash(successor), origin, now);
    sessions.save(session);
    outbox.append(session.pullEvents());
    return Optional.of(session.snapshot())
        .filter(state -> goesOn)
        .map(state -> opening.issue(member(state), state, successor, now));
  }

  private Member.Snapshot member(Session.Snapshot session) {
    return members
        .find(session.member())
        .map(Member::snapshot)
        .orElseThrow(MemberError.SESSION_ENDED::exception);
  }
}
