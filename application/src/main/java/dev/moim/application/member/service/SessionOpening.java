package dev.moim.application.member.service;

import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Randomness;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Session;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SessionId;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** Opens and ends sessions, within the transaction of whoever has a reason to. */
final class SessionOpening {
  /** A member's further sign-ins end the session that was not used for longest. */
  static final int MOST_SESSIONS = 50;

  private static final int TOKEN_BYTES = 32;

  private final Members members;
  private final Sessions sessions;
  private final AccessTokens accessTokens;
  private final Outbox outbox;
  private final Ids ids;
  private final Randomness randomness;

  SessionOpening(MemberPorts ports) {
    members = ports.store().members();
    sessions = ports.store().sessions();
    accessTokens = ports.secrets().accessTokens();
    outbox = ports.outbox();
    ids = ports.ids();
    randomness = ports.randomness();
  }

  String newToken() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(TOKEN_BYTES));
  }

  /**
   * Opens a session. The member is saved with it: whatever else changes the member at this moment,
   * and ends the sessions it sees, would otherwise miss this one.
   */
  SessionView open(Member member, String refreshToken, Origin origin, Instant now) {
    List<Session> open =
        sessions.openOf(member.snapshot().id()).stream()
            .filter(session -> session.isLive(now))
            .sorted(Comparator.comparing(session -> session.snapshot().lastUsedAt()))
            .toList();
    open.stream().limit(Math.max(0, open.size() - MOST_SESSIONS + 1)).forEach(this::end);
    members.save(member);
    Session session =
        Session.start(
            new SessionId(ids.next()),
            member.snapshot().id(),
            Tokens.hash(refreshToken),
            origin,
            now);
    if (!open.isEmpty()) {
      session.announce(now);
    }
    sessions.save(session);
    outbox.append(session.pullEvents());
    return issue(member.snapshot(), session.snapshot(), refreshToken, now);
  }

  /** What somebody gets who opened or renewed a session. */
  SessionView issue(
      Member.Snapshot member, Session.Snapshot session, String refreshToken, Instant now) {
    return new SessionView(
        member.id(),
        Member.restore(member).person().nickname().value(),
        accessTokens.issue(member.id(), member.role(), session.id(), now),
        AccessTokens.LIFETIME,
        refreshToken,
        session.expiresAt());
  }

  void endAll(MemberId member) {
    sessions.openOf(member).forEach(this::end);
  }

  void endAllBut(SessionId kept, MemberId member) {
    sessions.openOf(member).stream()
        .filter(session -> !session.snapshot().id().equals(kept))
        .forEach(this::end);
  }

  void end(Session session) {
    session.end();
    sessions.save(session);
  }
}
