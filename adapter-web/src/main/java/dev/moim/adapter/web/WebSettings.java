package dev.moim.adapter.web;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of the web adapter.
 *
 * @param keyFile the file with the keys that sign access tokens, and the secret from which others
 *     are derived; made on the first start, and shared by the nodes of an installation
 * @param issuer names this installation in its access tokens
 * @param audience names what access tokens are good for
 * @param keyLifetime after how long the next signing key is made; 1 hour to 10 years
 * @param hashings how many passwords are hashed at once at the most, with 19 MiB each; at least 1
 * @param hashingPatience how long a request waits for its turn to hash before it is refused
 */
public record WebSettings(
    Path keyFile,
    String issuer,
    String audience,
    Duration keyLifetime,
    int hashings,
    Duration hashingPatience) {
  private static final String NAME = "moim";
  private static final Duration LEAST_KEY_LIFETIME = Duration.ofHours(1);
  private static final Duration MOST_KEY_LIFETIME = Duration.ofDays(3650);
  private static final Duration KEY_LIFETIME = Duration.ofDays(30);
  private static final int HASHINGS = 4;
  private static final Duration HASHING_PATIENCE = Duration.ofSeconds(5);

  public WebSettings {
    if (keyLifetime.compareTo(LEAST_KEY_LIFETIME) < 0
        || keyLifetime.compareTo(MOST_KEY_LIFETIME) > 0) {
      throw new IllegalArgumentException(
          "the lifetime of signing keys is 1 h to 3650 days: " + keyLifetime);
    }
    if (hashings < 1 || hashingPatience.isNegative()) {
      throw new IllegalArgumentException("at least one hashing at once, and no negative patience");
    }
  }

  /** The default settings, with the key in a file of a data folder. */
  public static WebSettings in(Path folder) {
    return new WebSettings(
        folder.resolve("signing-key.json"), NAME, NAME, KEY_LIFETIME, HASHINGS, HASHING_PATIENCE);
  }
}
