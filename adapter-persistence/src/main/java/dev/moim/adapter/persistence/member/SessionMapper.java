package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.domain.member.Session;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;

final class SessionMapper {
  private SessionMapper() {}

  static void write(Session.Snapshot session, SessionRow row) {
    row.memberId = session.member().value();
    row.tokenHash = session.token().hex();
    row.startedAt = Instants.stored(session.startedAt());
    row.expiresAt = Instants.stored(session.expiresAt());
    row.ended = session.ended();
  }

  static Session.Snapshot read(SessionRow row) {
    return new Session.Snapshot(
        new SessionId(row.id()),
        new MemberId(row.memberId),
        new TokenHash(row.tokenHash),
        row.startedAt,
        row.expiresAt,
        row.ended,
        row.version());
  }
}
