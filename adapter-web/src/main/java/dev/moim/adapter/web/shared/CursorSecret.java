package dev.moim.adapter.web.shared;

/** The secret that makes cursors tamper-evident; the same on all nodes of an installation. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record CursorSecret(byte[] key) {
  @Override
  public String toString() {
    return "CursorSecret[…]";
  }
}
