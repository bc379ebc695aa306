package dev.moim.adapter.web;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of the web adapter.
 *
 * @param signingKey the file with the key that signs access tokens; made on the first start, and
 *     shared by the nodes of an installation
 * @param issuer names this installation in its access tokens
 * @param audience names what access tokens are good for
 * @param hashings how many passwords are hashed at once at the most, with 19 MiB each; at least 1
 * @param hashingPatience how long a request waits for its turn to hash before it is refused
 */
public record WebSettings(
    Path signingKey, String issuer, String audience, int hashings, Duration hashingPatience) {
  private static final String NAME = "moim";
  private static final int HASHINGS = 4;
  private static final Duration HASHING_PATIENCE = Duration.ofSeconds(5);

  public WebSettings {
    if (hashings < 1 || hashingPatience.isNegative()) {
      throw new IllegalArgumentException("at least one hashing at once, and no negative patience");
    }
  }

  /** The default settings, with the key in a file of a data folder. */
  public static WebSettings in(Path folder) {
    return new WebSettings(
        folder.resolve("signing-key.json"), NAME, NAME, HASHINGS, HASHING_PATIENCE);
  }
}
