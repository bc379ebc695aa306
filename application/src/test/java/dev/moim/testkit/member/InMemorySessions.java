package dev.moim.testkit.member;

import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.member.port.out.Standings;
import dev.moim.domain.member.Session;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import dev.moim.testkit.shared.InMemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions on an {@link InMemoryStore}. */
public final class InMemorySessions implements Sessions, Standings {
  private record Former(TokenHash token, SessionId session) {}

  private final InMemoryMembers members;
  private final InMemoryStore.Table<SessionId, Session.Snapshot> sessions;
  private final InMemoryStore.Table<TokenHash, Former> tokens;

  public InMemorySessions(InMemoryStore store, InMemoryMembers members) {
    this.members = members;
    sessions = store.table(Session.Snapshot::id);
    tokens = store.table(Former::token);
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return sessions.find(id).map(Session::restore);
  }

  @Override
  public Optional<Session> findByToken(TokenHash token) {
    return tokens.find(token).flatMap(former -> find(former.session));
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
    Session.Snapshot stored =
        sessions.save(session.snapshot(), Session.Snapshot::version, Session.Snapshot::stored);
    tokens.put(new Former(stored.token(), stored.id()));
    return stored;
  }

  @Override
  public void removeAllOf(MemberId member) {
    remove(sessions.all().stream().filter(session -> session.member().equals(member)).toList());
  }

  @Override
  public int forgetBefore(Instant moment) {
    List<Session.Snapshot> old =
        sessions.all().stream().filter(session -> session.expiresAt().isBefore(moment)).toList();
    remove(old);
    return old.size();
  }

  private void remove(List<Session.Snapshot> gone) {
    for (Session.Snapshot session : gone) {
      tokens.all().stream()
          .filter(former -> former.session.equals(session.id()))
          .forEach(former -> tokens.remove(former.token));
      sessions.remove(session.id());
    }
  }

  @Override
  public Optional<Standing> of(SessionId id) {
    return sessions
        .find(id)
        .flatMap(session ->
            members
                .state(session.member())
                .map(member ->
                    new Standing(
                        member.id(),
                        member.role(),
                        member.block(),
                        member.withdrawnAt().isPresent(),
                        session.ended(),
                        session.expiresAt())));
  }
}
