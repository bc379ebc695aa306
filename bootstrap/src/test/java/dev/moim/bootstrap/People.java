package dev.moim.bootstrap;

import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Role;
import dev.moim.domain.member.Session;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SessionId;
import dev.moim.testkit.member.MemberBuilder;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/**
 * Members of a running program who are signed in, made without hashing a password, which takes long
 * on purpose.
 */
public final class People {
  private static final Origin ORIGIN = new Origin("192.0.2.1", "a test");

  private final Members members;
  private final Sessions sessions;
  private final AccessTokens accessTokens;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public People(BeanFactory program) {
    members = program.getBean(Members.class);
    sessions = program.getBean(Sessions.class);
    accessTokens = program.getBean(AccessTokens.class);
    transactions = program.getBean(Transactions.class);
    ids = program.getBean(Ids.class);
    clock = program.getBean(Clock.class);
  }

  /** Somebody with an open session and its access token. */
  public record Someone(MemberId id, Role role, SessionId session, String token) {
    public Caller caller() {
      return new Caller(id, role);
    }
  }

  public Someone member() {
    return with(Role.MEMBER);
  }

  public Someone with(Role role) {
    UUID id = ids.next();
    Member.Snapshot member =
        MemberBuilder.aMember()
            .id(new MemberId(id))
            .nickname("p" + Long.toString(id.getLeastSignificantBits() >>> 1, 36))
            .email(id + "@people.example")
            .role(role)
            .joinedAt(clock.now())
            .build();
    transactions.writeOnly(() -> members.save(Member.restore(member)));
    SessionId session = open(member.id());
    return new Someone(
        member.id(), role, session, accessTokens.issue(member.id(), role, session, clock.now()));
  }

  /** Another open session of a member. */
  public SessionId open(MemberId member) {
    SessionId id = new SessionId(ids.next());
    String token = (ids.next() + "" + ids.next()).replace("-", "");
    transactions.writeOnly(
        () -> sessions.save(Session.start(id, member, new TokenHash(token), ORIGIN, clock.now())));
    return id;
  }
}
