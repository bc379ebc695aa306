package dev.moim.application.member.port.out;

import dev.moim.domain.member.Session;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions of members. */
public interface Sessions {
  Optional<Session> find(SessionId id);

  /** The session whose refresh token this is, or was. */
  Optional<Session> findByToken(TokenHash token);

  /** The sessions of a member that have not been ended. */
  List<Session> openOf(MemberId member);

  /**
   * Stores a session and advances its version; returns the state as stored.
   *
   * @throws dev.moim.application.shared.ConcurrencyConflict if the version is stale
   */
  Session.Snapshot save(Session session);

  /** Forgets all of a member's sessions. */
  void removeAllOf(MemberId member);

  /** Forgets sessions that would have expired before a moment; returns how many. */
  int forgetBefore(Instant moment);
}
