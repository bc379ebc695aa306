package dev.moim.testkit.member;

import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds a member who was never stored and of whom only what matters is named. */
public final class MemberBuilder {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private MemberId id = Samples.memberId();
  private String nickname;
  private String email;
  private String passwordHash = "hash";
  private Role role = Role.MEMBER;
  private Language language = Language.KO;
  private Instant joinedAt = SettableClock.START;

  private MemberBuilder(int number) {
    nickname = "member" + number;
    email = "member" + number + "@example.org";
  }

  /** Nickname and address are taken by nobody else. */
  public static MemberBuilder aMember() {
    return new MemberBuilder(COUNT.incrementAndGet());
  }

  public MemberBuilder id(MemberId identifier) {
    id = identifier;
    return this;
  }

  public MemberBuilder nickname(String name) {
    nickname = name;
    return this;
  }

  public MemberBuilder email(String address) {
    email = address;
    return this;
  }

  public MemberBuilder passwordHash(String encoded) {
    passwordHash = encoded;
    return this;
  }

  public MemberBuilder role(Role given) {
    role = given;
    return this;
  }

  public MemberBuilder language(Language spoken) {
    language = spoken;
    return this;
  }

  public MemberBuilder joinedAt(Instant instant) {
    joinedAt = instant;
    return this;
  }

  public Member.Snapshot build() {
    return new Member.Snapshot(
        id,
        new Nickname(nickname),
        new EmailAddress(email),
        new PasswordHash(passwordHash),
        role,
        language,
        joinedAt,
        Version.NEW);
  }

  public Member restore() {
    return Member.restore(build());
  }
}
