package dev.moim.adapter.web.member;

import dev.moim.application.member.port.out.PictureReader;
import dev.moim.testkit.member.PictureReaderContract;

class ImageIoPicturesTest extends PictureReaderContract {
  private final PictureReader reader = new ImageIoPictures();

  @Override
  protected PictureReader reader() {
    return reader;
  }
}
