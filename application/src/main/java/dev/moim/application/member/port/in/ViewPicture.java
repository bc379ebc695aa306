package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;

/** Shows a member's picture. */
@FunctionalInterface
public interface ViewPicture {
  /**
   * A PNG file.
   *
   * @throws dev.moim.domain.shared.DomainException PICTURE_NOT_FOUND
   */
  byte[] view(Caller caller, MemberId member);
}
