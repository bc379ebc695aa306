package dev.moim.application.member.port.in;

import dev.moim.domain.member.Language;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;

/** A member as seen by themselves. */
public record MemberView(
    MemberId id, String nickname, String email, Role role, Language language, Instant joinedAt) {
  public static MemberView of(Member.Snapshot member) {
    return new MemberView(
        member.id(),
        member.nickname().value(),
        member.email().value(),
        member.role(),
        member.language(),
        member.joinedAt());
  }
}
