package dev.moim.adapter.web;

import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Session;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.Origin;
import dev.moim.testkit.member.InMemoryMembers;
import dev.moim.testkit.member.InMemorySessions;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;

/** Signs new members in without asking for a password, which takes long on purpose. */
final class OpenSessions {
  private final InMemoryMembers members;
  private final InMemorySessions sessions;
  private final AccessTokens accessTokens;
  private final Transactions transactions;
  private final SettableClock clock;

  OpenSessions(
      InMemoryMembers members,
      InMemorySessions sessions,
      AccessTokens accessTokens,
      Transactions transactions,
      SettableClock clock) {
    this.members = members;
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Stores the member and a session, and returns an access token. */
  String of(Member.Snapshot member) {
    Session session =
        Session.start(
            Samples.sessionId(),
            member.id(),
            new TokenHash(Samples.uuid().toString().replace("-", "").repeat(2)),
            new Origin("192.0.2.1", "a test"),
            clock.now());
    transactions.writeOnly(() -> {
      members.save(Member.restore(member));
      sessions.save(session);
    });
    return accessTokens.issue(member.id(), member.role(), session.snapshot().id(), clock.now());
  }
}
