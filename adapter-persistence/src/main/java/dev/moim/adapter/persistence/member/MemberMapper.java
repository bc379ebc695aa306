package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.Digests;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;

final class MemberMapper {
  private MemberMapper() {}

  static void write(Member.Snapshot member, MemberRow row) {
    row.nickname = member.nickname().value();
    row.nicknameKey = Digests.of(member.nickname().key());
    row.email = member.email().value();
    row.emailKey = Digests.of(member.email().key());
    row.passwordHash = member.passwordHash().encoded();
    row.role = member.role().name();
    row.language = member.language().name();
    row.joinedAt = Instants.stored(member.joinedAt());
  }

  static Member.Snapshot read(MemberRow row) {
    return new Member.Snapshot(
        new MemberId(row.id()),
        new Nickname(row.nickname),
        new EmailAddress(row.email),
        new PasswordHash(row.passwordHash),
        Role.valueOf(row.role),
        Language.valueOf(row.language),
        row.joinedAt,
        row.version());
  }
}
