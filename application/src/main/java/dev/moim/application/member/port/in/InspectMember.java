package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;

/** Shows a member in full, for admins. */
@FunctionalInterface
public interface InspectMember {
  /**
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED, MEMBER_NOT_FOUND
   */
  MemberView inspect(Caller caller, MemberId member);
}
