package dev.moim.adapter.web.shared;

/** The secret that seals journeys to providers; the same on all nodes of an installation. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ProviderSecret(byte[] key) {
  @Override
  public String toString() {
    return "ProviderSecret[…]";
  }
}
