package dev.moim.adapter.web.member;

import java.io.IOException;

/**
 * What a JPEG says of its scans. One that is not made of a single scan costs the decoder memory for
 * the whole picture outside the heap, and each scan a pass over it, however few bytes the file has;
 * so such files may be neither large nor have very many scans.
 */
final class JpegScans {
  private static final int MOST_SCANS = 64;
  private static final long MOST_PIXELS = 4_096 * 4_096;

  private static final int BASELINE = 0xC0;
  private static final int EXTENDED = 0xC1;
  private static final int SCAN = 0xDA;

  private final byte[] file;

  JpegScans(byte[] file) {
    this.file = file;
  }

  void requireAffordable(long pixels) throws IOException {
    if (most() > MOST_SCANS || (pixels > MOST_PIXELS && !isOne())) {
      throw new IOException("too many scans");
    }
  }

  /** At least as many as there are: compressed data has no markers in it, but comments may. */
  private int most() {
    int found = 0;
    for (int at = 0; at + 1 < file.length; at++) {
      if (at(at) == 0xFF && at(at + 1) == SCAN) {
        found++;
      }
    }
    return found;
  }

  /** Whether the first scan has all; no, if the file's beginning is unusual. */
  private boolean isOne() {
    int components = 0;
    int at = 2;
    while (at + 9 < file.length && at(at) == 0xFF) {
      int marker = at(at + 1);
      if (marker == SCAN) {
        return components > 0 && at(at + 4) == components;
      }
      if (marker == BASELINE || marker == EXTENDED) {
        components = at(at + 9);
      } else if (!isOfNoFrame(marker)) {
        return false;
      }
      at += 2 + (at(at + 2) << 8) + at(at + 3);
    }
    return false;
  }

  /** Tables, comments and what applications add. */
  private static boolean isOfNoFrame(int marker) {
    return marker == 0xC4 || (marker >= 0xDB && marker != 0xFF);
  }

  private int at(int index) {
    return file[index] & 0xFF;
  }
}
