package dev.moim.domain.member;

import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SessionId;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One sign-in of a member on one device. It lives on a refresh token that changes with each use; it
 * ends by sign-out, after {@link #IDLE} without use, and {@link #LONGEST} after its start.
 *
 * <p>A token that was replaced is worthless, and its use shows that two parties hold the chain of
 * tokens: then the session ends (RFC 9700, section 4.14.2). One exception keeps honest clients
 * alive: the token replaced last, once and within {@link #GRACE}, is answered like the first time,
 * since an answer may be lost and two tabs may renew at the same moment.
 */
public final class Session {
  /** How long a session lives without being used. */
  public static final Duration IDLE = Duration.ofDays(14);

  /** How long a session lives at the most. */
  public static final Duration LONGEST = Duration.ofDays(60);

  /** For how long the token replaced last is answered once more. */
  public static final Duration GRACE = Duration.ofSeconds(10);

  private final SessionId id;
  private final MemberId member;
  private final Instant startedAt;
  private final Version version;
  private TokenHash token;
  private Optional<Replaced> replaced;
  private Origin origin;
  private Instant lastUsedAt;
  private Instant expiresAt;
  private boolean ended;
  private final List<MemberEvent> events = new ArrayList<>();

  private Session(Snapshot state) {
    id = state.id;
    member = state.member;
    token = state.token;
    replaced = state.replaced;
    origin = state.origin;
    startedAt = state.startedAt;
    lastUsedAt = state.lastUsedAt;
    expiresAt = state.expiresAt;
    ended = state.ended;
    version = state.version;
  }

  public static Session start(
      SessionId id, MemberId member, TokenHash token, Origin origin, Instant now) {
    return new Session(
        new Snapshot(
            id,
            member,
            token,
            Optional.empty(),
            origin,
            now,
            now,
            now.plus(IDLE),
            false,
            Version.NEW));
  }

  public static Session restore(Snapshot state) {
    return new Session(state);
  }

  /** Tells the member that somebody signed in while other sessions were open. */
  public void announce(Instant now) {
    events.add(new MemberEvent.AnotherSessionOpened(member, id, origin.device(), now));
  }

  /**
   * Takes a refresh token, present or former, and goes on with its successor.
   *
   * @param successor the one token that follows the one used
   * @return whether the session goes on; if not, the token was a former one, and the session has
   *     ended by that
   * @throws dev.moim.domain.shared.DomainException SESSION_ENDED if it had ended before
   */
  public boolean renew(TokenHash used, TokenHash successor, Origin from, Instant now) {
    if (!isLive(now)) {
      throw MemberError.SESSION_ENDED.exception();
    }
    if (used.equals(token)) {
      replaced = Optional.of(new Replaced(token, now, false));
      token = successor;
      use(from, now);
      return true;
    }
    if (replaced.filter(last -> last.isGood(used, now)).isPresent() && token.equals(successor)) {
      replaced = replaced.map(Replaced::answeredAgain);
      use(from, now);
      return true;
    }
    end();
    events.add(new MemberEvent.TokensRevoked(member, id, from.device(), now));
    return false;
  }

  private void use(Origin from, Instant now) {
    origin = from;
    lastUsedAt = now;
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

  /** The events since the last call, in order. */
  public List<MemberEvent> pullEvents() {
    List<MemberEvent> pulled = List.copyOf(events);
    events.clear();
    return pulled;
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id, member, token, replaced, origin, startedAt, lastUsedAt, expiresAt, ended, version);
  }

  /**
   * The token before the present one.
   *
   * @param again whether it was answered a second time
   */
  public record Replaced(TokenHash token, Instant at, boolean again) {
    boolean isGood(TokenHash used, Instant now) {
      return token.equals(used) && !again && !now.isAfter(at.plus(GRACE));
    }

    Replaced answeredAgain() {
      return new Replaced(token, at, true);
    }
  }

  /**
   * All persistent state of a session.
   *
   * @param origin where it was used last
   */
  public record Snapshot(
      SessionId id,
      MemberId member,
      TokenHash token,
      Optional<Replaced> replaced,
      Origin origin,
      Instant startedAt,
      Instant lastUsedAt,
      Instant expiresAt,
      boolean ended,
      Version version) {
    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(
          id,
          member,
          token,
          replaced,
          origin,
          startedAt,
          lastUsedAt,
          expiresAt,
          ended,
          version.next());
    }
  }
}
