package dev.moim.application.member.service;

import dev.moim.application.member.port.out.Members;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.MemberId;

/** Finds members who must be there. */
final class Accounts {
  private Accounts() {}

  /**
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND
   */
  static Member of(Members members, Caller caller) {
    return of(members, caller.id());
  }

  /**
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND if there is none, or nothing is
   *     kept of the person
   */
  static Member of(Members members, MemberId id) {
    return members
        .find(id)
        .filter(member -> member.snapshot().person().isPresent())
        .orElseThrow(MemberError.MEMBER_NOT_FOUND::exception);
  }
}
