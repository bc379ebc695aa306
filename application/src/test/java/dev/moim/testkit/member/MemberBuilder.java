package dev.moim.testkit.member;

import dev.moim.domain.member.Block;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.member.Person;
import dev.moim.domain.member.PictureTag;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds a member who was never stored and of whom only what matters is named. */
public final class MemberBuilder {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private MemberId id = Samples.memberId();
  private String nickname;
  private String email;
  private Optional<PasswordHash> password = Optional.of(new PasswordHash("hash"));
  private boolean emailVerified;
  private ZoneId zone = ZoneId.of("Asia/Seoul");
  private Optional<PictureTag> picture = Optional.empty();
  private Optional<Block> block = Optional.empty();
  private Optional<Instant> withdrawnAt = Optional.empty();
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
    password = Optional.of(new PasswordHash(encoded));
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

  public MemberBuilder withoutPassword() {
    password = Optional.empty();
    return this;
  }

  public MemberBuilder verified() {
    emailVerified = true;
    return this;
  }

  public MemberBuilder zone(String name) {
    zone = ZoneId.of(name);
    return this;
  }

  public MemberBuilder picture(PictureTag tag) {
    picture = Optional.of(tag);
    return this;
  }

  public MemberBuilder blocked(Instant until, String reason) {
    block = Optional.of(new Block(until, reason));
    return this;
  }

  public MemberBuilder withdrawnAt(Instant instant) {
    withdrawnAt = Optional.of(instant);
    return this;
  }

  public Member.Snapshot build() {
    Person person =
        new Person(
            new Nickname(nickname),
            new EmailAddress(email),
            emailVerified,
            password,
            language,
            zone,
            picture);
    return new Member.Snapshot(
        id, Optional.of(person), role, joinedAt, block, withdrawnAt, Version.NEW);
  }

  public Member restore() {
    return Member.restore(build());
  }
}
