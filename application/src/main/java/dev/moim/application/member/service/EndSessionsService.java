package dev.moim.application.member.service;

import dev.moim.application.member.port.in.SessionInfo;
import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Session;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

final class EndSessionsService {
  /** How long ended sessions and links stay, so that a late misuse is still recognised. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Sessions sessions;
  private final MailedLinks links;
  private final SessionOpening opening;
  private final Transactions transactions;
  private final Clock clock;

  EndSessionsService(MemberPorts ports, SessionOpening opening) {
    sessions = ports.store().sessions();
    links = ports.store().links();
    this.opening = opening;
    transactions = ports.transactions();
    clock = ports.clock();
  }

  void signOut(String refreshToken) {
    transactions.writeOnly(
        () -> sessions.findByToken(Tokens.hash(refreshToken)).ifPresent(opening::end));
  }

  void signOut(Caller caller) {
    transactions.writeOnly(() -> opening.endAll(caller.id()));
  }

  List<SessionInfo> list(Caller caller, SessionId current) {
    Instant now = clock.now();
    return transactions.read(() -> sessions.openOf(caller.id())).stream()
        .filter(session -> session.isLive(now))
        .map(Session::snapshot)
        .sorted(Comparator.comparing(Session.Snapshot::lastUsedAt).reversed())
        .map(session ->
            new SessionInfo(
                session.id(),
                session.origin(),
                session.startedAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.id().equals(current)))
        .toList();
  }

  void end(Caller caller, SessionId id) {
    transactions.writeOnly(() -> {
      Session session =
          sessions
              .find(id)
              .filter(found -> caller.is(found.snapshot().member()))
              .filter(found -> found.isLive(clock.now()))
              .orElseThrow(MemberError.SESSION_NOT_FOUND::exception);
      opening.end(session);
    });
  }

  int forget() {
    Instant before = clock.now().minus(KEPT);
    return transactions.write(() -> sessions.forgetBefore(before) + links.forgetBefore(before));
  }
}
