package dev.moim.adapter.web.signature;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether clients must sign, and with what.
 *
 * @param keys secrets by the names under which clients refer to them
 * @param window how old a signature may be, and how far ahead the client's clock
 */
public record ClientSignatureSettings(boolean required, Map<String, Key> keys, Duration window) {
  /** Nobody needs to sign anything. */
  public static final ClientSignatureSettings NONE =
      new ClientSignatureSettings(false, Map.of(), Duration.ofMinutes(5));

  public ClientSignatureSettings {
    keys = Map.copyOf(keys);
    if (required && keys.isEmpty()) {
      throw new IllegalArgumentException("signatures are required, and there is no key for them");
    }
    if (!window.isPositive() || window.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("the window of signatures is positive, a day at the most");
    }
  }

  Optional<Key> key(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** A secret that a client shares with us; it never shows itself. */
  public static final class Key {
    static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 32;

    private final SecretKeySpec secret;

    private Key(byte[] secret) {
      this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * Reads a secret of at least 32 bytes.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Key ofBase64(String text) {
      byte[] secret;
      try {
        secret = Base64.getDecoder().decode(text.strip());
      } catch (IllegalArgumentException leftOutSinceItTellsOfTheSecret) {
        throw new IllegalArgumentException("a key for signatures is written in Base64");
      }
      if (secret.length < LEAST_BYTES) {
        throw new IllegalArgumentException("a key for signatures has 32 bytes at the least");
      }
      return new Key(secret);
    }

    SecretKeySpec secret() {
      return secret;
    }

    @Override
    public String toString() {
      return "Key[…]";
    }
  }

  /** Reads secrets in Base64. */
  public static Map<String, Key> keys(Map<String, String> secrets) {
    return secrets.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Key.ofBase64(e.getValue())));
  }
}
