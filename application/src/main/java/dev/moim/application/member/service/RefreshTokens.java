package dev.moim.application.member.service;

import dev.moim.application.shared.Randomness;
import dev.moim.domain.member.TokenHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Makes refresh tokens of 256 random bits, and the hashes under which they are kept. */
final class RefreshTokens {
  private static final int BYTES = 32;

  private final Randomness randomness;

  RefreshTokens(Randomness randomness) {
    this.randomness = randomness;
  }

  String next() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(BYTES));
  }

  /** The token has full entropy, so a plain fast hash is enough. */
  static TokenHash hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return new TokenHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
