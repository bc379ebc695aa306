package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;

/** Shows somebody as others see them. */
@FunctionalInterface
public interface ViewMember {
  /**
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND if there is none, or it left
   */
  ProfileView view(Caller caller, MemberId member);
}
