package dev.moim.testkit.member;

import dev.moim.application.member.port.out.PictureReader;
import dev.moim.domain.member.MemberError;

/** Takes everything for a picture that is not empty. */
public final class FakePictureReader implements PictureReader {
  @Override
  public byte[] read(byte[] file) {
    if (file.length == 0) {
      throw MemberError.NOT_A_PICTURE.exception();
    }
    return file.clone();
  }
}
