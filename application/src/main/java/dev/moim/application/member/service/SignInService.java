package dev.moim.application.member.service;

import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.SignIn;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Password;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.member.Session;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.SessionId;
import java.time.Instant;
import java.util.Optional;

final class SignInService implements SignIn {
  private final Members members;
  private final Sessions sessions;
  private final PasswordHasher hasher;
  private final RefreshTokens refreshTokens;
  private final SessionIssuer issuer;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  /** Compared when the address is unknown, so that the answer takes as long. */
  private final PasswordHash decoy;

  SignInService(
      Members members,
      Sessions sessions,
      PasswordHasher hasher,
      RefreshTokens refreshTokens,
      SessionIssuer issuer,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.members = members;
    this.sessions = sessions;
    this.hasher = hasher;
    this.refreshTokens = refreshTokens;
    this.issuer = issuer;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
    this.decoy = hasher.hash(new Password(refreshTokens.next()));
  }

  @Override
  public SessionView signIn(Command command) {
    Password password = readable(command);
    Optional<Member.Snapshot> member = transactions.read(() -> find(command.email()));
    PasswordHash expected = member.map(Member.Snapshot::passwordHash).orElse(decoy);
    boolean matches = hasher.matches(password, expected);
    if (member.isEmpty() || !matches) {
      throw MemberError.WRONG_CREDENTIALS.exception();
    }
    String refreshToken = refreshTokens.next();
    return transactions.write(() -> {
      Instant now = clock.now();
      Session session =
          Session.start(
              new SessionId(ids.next()), member.get().id(), RefreshTokens.hash(refreshToken), now);
      sessions.save(session);
      return issuer.issue(member.get(), session.snapshot(), refreshToken, now);
    });
  }

  private Optional<Member.Snapshot> find(String email) {
    try {
      return members.findByEmail(new EmailAddress(email)).map(Member::snapshot);
    } catch (DomainException notAnAddress) {
      return Optional.empty();
    }
  }

  private Password readable(Command command) {
    try {
      return new Password(command.password());
    } catch (DomainException notAPassword) {
      throw MemberError.WRONG_CREDENTIALS.exception();
    }
  }
}
