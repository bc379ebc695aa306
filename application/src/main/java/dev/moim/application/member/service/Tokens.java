package dev.moim.application.member.service;

import dev.moim.domain.member.TokenHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes under which refresh tokens and the secrets of links are kept. */
final class Tokens {
  private Tokens() {}

  /** A token has 256 bits of entropy, so a plain fast hash is enough. */
  static TokenHash hash(String token) {
    return new TokenHash(sha256(token.getBytes(StandardCharsets.UTF_8)));
  }

  /** In lower-case hexadecimal. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
