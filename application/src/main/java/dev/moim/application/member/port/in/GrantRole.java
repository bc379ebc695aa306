package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;

/** Gives a member another role; the right of admins. The member's sessions end. */
@FunctionalInterface
public interface GrantRole {
  record Command(Caller caller, Origin origin, MemberId member, Role role) {}

  /**
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED, MEMBER_NOT_FOUND, LAST_ADMIN
   */
  MemberView grant(Command command);
}
