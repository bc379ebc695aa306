package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;

/** Shows no picture of oneself any more. */
@FunctionalInterface
public interface RemovePicture {
  /**
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND
   */
  MemberView remove(Caller caller);
}
