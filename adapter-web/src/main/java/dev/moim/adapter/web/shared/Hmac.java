package dev.moim.adapter.web.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) with one secret. Thread-safe. */
public final class Hmac {
  private final SecretKeySpec key;

  public Hmac(byte[] secret) {
    key = new SecretKeySpec(secret, "HmacSHA256");
  }

  /** The 32 bytes for a text in UTF-8. */
  public byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The 32 bytes for a message; its parts are joined as they are. */
  public byte[] of(byte[]... message) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      for (byte[] part : message) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
