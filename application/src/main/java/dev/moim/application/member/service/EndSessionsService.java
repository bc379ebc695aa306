package dev.moim.application.member.service;

import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Session;

final class EndSessionsService {
  private final Sessions sessions;
  private final Transactions transactions;

  EndSessionsService(Sessions sessions, Transactions transactions) {
    this.sessions = sessions;
    this.transactions = transactions;
  }

  void signOut(String refreshToken) {
    transactions.writeOnly(
        () -> sessions.findByToken(RefreshTokens.hash(refreshToken)).ifPresent(this::end));
  }

  void signOut(Caller caller) {
    transactions.writeOnly(() -> sessions.openOf(caller.id()).forEach(this::end));
  }

  private void end(Session session) {
    session.end();
    sessions.save(session);
  }
}
