package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.domain.member.Session;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

final class JpaSessions implements Sessions {
  private final CurrentSession current;
  private final AggregateRows<SessionRow> rows;

  JpaSessions(CurrentSession current) {
    this.current = current;
    rows = new AggregateRows<>(current, SessionRow.class, SessionRow::new);
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return rows.find(id.value()).map(SessionMapper::read).map(Session::restore);
  }

  @Override
  public Optional<Session> findByToken(TokenHash token) {
    return current
        .reading()
        .createSelectionQuery(
            "select s from SessionTokenRow t join SessionRow s on s.id = t.sessionId"
                + " where t.tokenHash = :token",
            SessionRow.class)
        .setParameter("token", token.hex())
        .uniqueResultOptional()
        .map(SessionMapper::read)
        .map(Session::restore);
  }

  @Override
  public List<Session> openOf(MemberId member) {
    return current
        .reading()
        .createSelectionQuery(
            "from SessionRow s where s.memberId = :member and s.ended = false", SessionRow.class)
        .setParameter("member", member.value())
        .getResultList()
        .stream()
        .map(SessionMapper::read)
        .map(Session::restore)
        .toList();
  }

  @Override
  public Session.Snapshot save(Session session) {
    Session.Snapshot state = session.snapshot();
    AtomicBoolean tokenIsNew = new AtomicBoolean();
    SessionRow stored =
        rows.save(
            state.id().value(),
            state.version(),
            row -> {
              tokenIsNew.set(!state.token().hex().equals(row.tokenHash));
              SessionMapper.write(state, row);
            });
    if (tokenIsNew.get()) {
      current.writing().persist(SessionMapper.token(stored));
    }
    return SessionMapper.read(stored);
  }

  @Override
  public void removeAllOf(MemberId member) {
    org.hibernate.Session session = current.writing();
    session
        .createSelectionQuery("from SessionRow s where s.memberId = :member", SessionRow.class)
        .setParameter("member", member.value())
        .getResultList()
        .forEach(session::remove);
  }

  @Override
  public int forgetBefore(Instant moment) {
    return current
        .writing()
        .createMutationQuery("delete from SessionRow s where s.expiresAt < :moment")
        .setParameter("moment", Instants.stored(moment))
        .executeUpdate();
  }
}
