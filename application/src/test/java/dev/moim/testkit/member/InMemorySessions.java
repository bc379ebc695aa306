package dev.moim.testkit.member;

import dev.moim.application.member.port.out.Sessions;
import dev.moim.domain.member.Session;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import dev.moim.testkit.shared.InMemoryStore;
import java.util.List;
import java.util.Optional;

/** Sessions on an {@link InMemoryStore}. */
public final class InMemorySessions implements Sessions {
  private final InMemoryStore.Table<SessionId, Session.Snapshot> sessions;

  public InMemorySessions(InMemoryStore store) {
    sessions = store.table(Session.Snapshot::id);
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return sessions.find(id).map(Session::restore);
  }

  @Override
  public Optional<Session> findByToken(TokenHash token) {
    return sessions.all().stream()
        .filter(session -> session.token().equals(token))
        .findFirst()
        .map(Session::restore);
  }

  @Override
  public List<Session> openOf(MemberId member) {
    return sessions.all().stream()
        .filter(session -> session.member().equals(member) && !session.ended())
        .map(Session::restore)
        .toList();
  }

  @Override
  public Session.Snapshot save(Session session) {
    return sessions.save(session.snapshot(), Session.Snapshot::version, Session.Snapshot::stored);
  }
}
