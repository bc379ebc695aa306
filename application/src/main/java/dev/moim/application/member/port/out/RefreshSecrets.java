package dev.moim.application.member.port.out;

/**
 * Derives the refresh token that follows another one, with a secret that all nodes share. Whoever
 * knows a token but not the secret can't tell its successor; a node that has to repeat an answer
 * can, although only hashes of tokens are stored.
 */
@FunctionalInterface
public interface RefreshSecrets {
  /** 256 bits in base64url without padding; the same for the same token, whenever and wherever. */
  String successorOf(String token);
}
