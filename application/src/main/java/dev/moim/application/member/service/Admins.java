package dev.moim.application.member.service;

import dev.moim.application.member.port.out.Members;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.MemberStatus;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.Clock;
import java.util.List;

/** Sees to it that a community never loses its last admin. */
final class Admins {
  private final Members members;
  private final Clock clock;

  Admins(Members members, Clock clock) {
    this.members = members;
    this.clock = clock;
  }

  /**
   * Lets an admin go only if another one stays who may act. All others are saved: of two admins
   * that go at the same moment one finds the other changed, tries again, and is refused.
   *
   * @throws dev.moim.domain.shared.DomainException LAST_ADMIN
   */
  void requireAnother(Member.Snapshot leaving) {
    if (leaving.role() != Role.ADMIN) {
      return;
    }
    List<Member> others =
        members.admins().stream()
            .filter(admin -> !admin.snapshot().id().equals(leaving.id()))
            .filter(admin -> admin.snapshot().status(clock.now()) == MemberStatus.ACTIVE)
            .toList();
    if (others.isEmpty()) {
      throw MemberError.LAST_ADMIN.exception();
    }
    others.forEach(members::save);
  }
}
