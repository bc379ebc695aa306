package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;

/** Shows a picture of oneself, or another one. */
@FunctionalInterface
public interface SetPicture {
  /**
   * @param file a PNG or JPEG
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND, NOT_A_PICTURE
   */
  MemberView set(Caller caller, byte[] file);
}
