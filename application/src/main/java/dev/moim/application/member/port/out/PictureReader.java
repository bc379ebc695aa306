package dev.moim.application.member.port.out;

/** Makes a member's picture of a file that somebody sent. Thread-safe. */
@FunctionalInterface
public interface PictureReader {
  /** The widest and highest that a picture becomes, in pixels. */
  int EDGE = 256;

  /**
   * A PNG of at most {@link #EDGE} × {@link #EDGE} pixels, without anything else the file carried.
   *
   * @throws dev.moim.domain.shared.DomainException NOT_A_PICTURE
   */
  byte[] read(byte[] file);
}
