package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.domain.member.Session;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SessionId;
import java.util.Optional;

final class SessionMapper {
  private SessionMapper() {}

  static void write(Session.Snapshot session, SessionRow row) {
    row.memberId = session.member().value();
    row.tokenHash = session.token().hex();
    row.replacedHash = session.replaced().map(replaced -> replaced.token().hex()).orElse(null);
    row.replacedAt =
        session.replaced().map(Session.Replaced::at).map(Instants::stored).orElse(null);
    row.answeredAgain = session.replaced().map(Session.Replaced::again).orElse(false);
    row.originAddress = session.origin().address();
    row.originDevice = session.origin().device();
    row.startedAt = Instants.stored(session.startedAt());
    row.lastUsedAt = Instants.stored(session.lastUsedAt());
    row.expiresAt = Instants.stored(session.expiresAt());
    row.ended = session.ended();
  }

  static SessionTokenRow token(SessionRow session) {
    SessionTokenRow row = new SessionTokenRow();
    row.tokenHash = session.tokenHash;
    row.sessionId = session.id();
    return row;
  }

  static Session.Snapshot read(SessionRow row) {
    return new Session.Snapshot(
        new SessionId(row.id()),
        new MemberId(row.memberId),
        new TokenHash(row.tokenHash),
        replaced(row),
        new Origin(row.originAddress, row.originDevice),
        row.startedAt,
        row.lastUsedAt,
        row.expiresAt,
        row.ended,
        row.version());
  }

  private static Optional<Session.Replaced> replaced(SessionRow row) {
    return row.replacedHash == null || row.replacedAt == null
        ? Optional.empty()
        : Optional.of(
            new Session.Replaced(
                new TokenHash(row.replacedHash), row.replacedAt, row.answeredAgain));
  }
}
