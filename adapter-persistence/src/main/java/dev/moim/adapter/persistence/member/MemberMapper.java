package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.Digests;
import dev.moim.adapter.persistence.shared.Instants;
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
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class MemberMapper {
  private MemberMapper() {}

  static void write(Member.Snapshot member, MemberRow row) {
    member.person().ifPresentOrElse(person -> write(person, row), () -> erase(row));
    row.role = member.role().name();
    row.joinedAt = Instants.stored(member.joinedAt());
    row.blockedUntil = member.block().map(Block::until).map(Instants::stored).orElse(null);
    row.blockReason = member.block().map(Block::reason).orElse(null);
    row.withdrawnAt = member.withdrawnAt().map(Instants::stored).orElse(null);
  }

  private static void write(Person person, MemberRow row) {
    row.nickname = person.nickname().value();
    row.nicknameKey = key(person.nickname());
    row.email = person.email().value();
    row.emailKey = key(person.email());
    row.emailVerified = person.emailVerified();
    row.passwordHash = person.password().map(PasswordHash::encoded).orElse(null);
    row.language = person.language().name();
    row.timeZone = person.zone().getId();
    row.pictureTag = person.picture().map(PictureTag::hex).orElse(null);
  }

  private static void erase(MemberRow row) {
    row.nickname = null;
    row.nicknameKey = null;
    row.email = null;
    row.emailKey = null;
    row.emailVerified = false;
    row.passwordHash = null;
    row.language = null;
    row.timeZone = null;
    row.pictureTag = null;
  }

  static String key(Nickname nickname) {
    return Digests.of(nickname.key());
  }

  static String key(EmailAddress email) {
    return Digests.of(email.key());
  }

  static Member.Snapshot read(MemberRow row) {
    return new Member.Snapshot(
        new MemberId(row.id()),
        person(row),
        Role.valueOf(row.role),
        row.joinedAt,
        block(row.blockedUntil, row.blockReason),
        Optional.ofNullable(row.withdrawnAt),
        row.version());
  }

  private static Optional<Person> person(MemberRow row) {
    if (row.nickname == null || row.email == null || row.language == null || row.timeZone == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Person(
            new Nickname(row.nickname),
            new EmailAddress(row.email),
            row.emailVerified,
            Optional.ofNullable(row.passwordHash).map(PasswordHash::new),
            Language.valueOf(row.language),
            ZoneId.of(row.timeZone),
            Optional.ofNullable(row.pictureTag).map(PictureTag::new)));
  }

  static Optional<Block> block(@Nullable Instant until, @Nullable String reason) {
    return until == null || reason == null
        ? Optional.empty()
        : Optional.of(new Block(until, reason));
  }
}
