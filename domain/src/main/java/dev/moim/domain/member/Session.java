package dev.moim.domain.member;

import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;

/**
 * One sign-in of a member on one device. It lives on a refresh token that changes with each use; it
 * ends by sign-out, after {@link #IDLE} without use, and {@link #LONGEST} after its start.
 */
public final class Session {
  /** How long a session lives without being used. */
  public static final Duration IDLE = Duration.ofDays(14);

  /** How long a session lives at the most. */
  public static final Duration LONGEST = Duration.ofDays(60);

  private final SessionId id;
  private final MemberId member;
  private final Instant startedAt;
  private final Version version;
  private TokenHash token;
  private Instant expiresAt;
  private boolean ended;

  private Session(Snapshot state) {
    id = state.id;
    member = state.member;
    startedAt = state.startedAt;
    version = state.version;
    token = state.token;
    expiresAt = state.expiresAt;
    ended = state.ended;
  }

  public static Session start(SessionId id, MemberId member, TokenHash token, Instant now) {
    return new Session(new Snapshot(id, member, token, now, now.plus(IDLE), false, Version.NEW));
  }

  public static Session restore(Snapshot state) {
    return new Session(state);
  }

  /**
   * Replaces the refresh token.
   *
   * @throws dev.moim.domain.shared.DomainException SESSION_ENDED
   */
  public void rotate(TokenHash next, Instant now) {
    if (!isLive(now)) {
      throw MemberError.SESSION_ENDED.exception();
    }
    token = next;
    Instant idle = now.plus(IDLE);
    Instant last = startedAt.plus(LONGEST);
    expiresAt = idle.isBefore(last) ? idle : last;
  }

  /** Ends the session; ending it again changes nothing. */
  public void end() {
    ended = true;
  }

  public boolean isLive(Instant now) {
    return !ended && now.isBefore(expiresAt);
  }

  public Snapshot snapshot() {
    return new Snapshot(id, member, token, startedAt, expiresAt, ended, version);
  }

  /** All persistent state of a session. */
  public record Snapshot(
      SessionId id,
      MemberId member,
      TokenHash token,
      Instant startedAt,
      Instant expiresAt,
      boolean ended,
      Version version) {
    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(id, member, token, startedAt, expiresAt, ended, version.next());
    }
  }
}
