package dev.moim.adapter.web.security;

import dev.moim.adapter.web.shared.Hmac;
import dev.moim.application.shared.Randomness;
import dev.moim.domain.shared.MemberId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The values of device cookies (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
 * One says that a member has signed in on this device before, so that somebody else's wrong guesses
 * need not slow this device down. It proves nothing more: it signs nobody in.
 *
 * <p>A value is 96 characters of base64url: member, nonce, second of issue, and the HMAC-SHA256 of
 * these. Thread-safe.
 */
public final class DeviceCookies {
  /** How long a value is good for. */
  public static final Duration LIFETIME = Duration.ofDays(180);

  private static final int NONCE_BYTES = 16;
  private static final int SIGNED_BYTES = 2 * Long.BYTES + NONCE_BYTES + Long.BYTES;
  private static final int MAC_BYTES = 32;
  private static final int CHARACTERS = (SIGNED_BYTES + MAC_BYTES) / 3 * 4;

  private final Hmac hmac;
  private final Randomness randomness;

  /**
   * @param secret the same on all nodes, for this purpose only
   */
  public DeviceCookies(byte[] secret, Randomness randomness) {
    this.hmac = new Hmac(secret);
    this.randomness = randomness;
  }

  /**
   * A device on which a member has signed in before.
   *
   * @param nonce 128 random bits in hexadecimal; tells devices of a member apart
   */
  public record Device(MemberId member, String nonce) {}

  /** A new value, for a device on which the member has just signed in. */
  public String make(MemberId member, Instant now) {
    byte[] signed =
        ByteBuffer.allocate(SIGNED_BYTES)
            .putLong(member.value().getMostSignificantBits())
            .putLong(member.value().getLeastSignificantBits())
            .put(randomness.bytes(NONCE_BYTES))
            .putLong(now.getEpochSecond())
            .array();
    byte[] value = Arrays.copyOf(signed, SIGNED_BYTES + MAC_BYTES);
    System.arraycopy(hmac.of(signed), 0, value, SIGNED_BYTES, MAC_BYTES);
    return Base64.getUrlEncoder().encodeToString(value);
  }

  /** The device of a value that was made here less than {@link #LIFETIME} ago; else empty. */
  public Optional<Device> verify(String value, Instant now) {
    return decode(value).filter(this::isOurs).flatMap(bytes -> device(bytes, now));
  }

  private static Optional<byte[]> decode(String value) {
    if (value.length() != CHARACTERS) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getUrlDecoder().decode(value))
          .filter(bytes -> bytes.length == SIGNED_BYTES + MAC_BYTES);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(byte[] value) {
    byte[] signed = Arrays.copyOf(value, SIGNED_BYTES);
    byte[] mac = Arrays.copyOfRange(value, SIGNED_BYTES, value.length);
    return MessageDigest.isEqual(mac, hmac.of(signed));
  }

  private static Optional<Device> device(byte[] value, Instant now) {
    ByteBuffer fields = ByteBuffer.wrap(value);
    UUID member = new UUID(fields.getLong(), fields.getLong());
    byte[] nonce = new byte[NONCE_BYTES];
    fields.get(nonce);
    Instant issuedAt = Instant.ofEpochSecond(fields.getLong());
    boolean live = !now.isBefore(issuedAt) && now.isBefore(issuedAt.plus(LIFETIME));
    return live
        ? Optional.of(new Device(new MemberId(member), HexFormat.of().formatHex(nonce)))
        : Optional.empty();
  }
}
