package dev.moim.adapter.web.shared;

import dev.moim.application.shared.Position;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes positions in lists as opaque text that nobody can forge: instant and identifier, followed
 * by the first 16 bytes of their HMAC-SHA256 (RFC 2104). The HMAC also covers the list, so a cursor
 * of one list is refused by another.
 */
final class Cursors {
  private static final int POSITION_BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;
  private static final int MAC_BYTES = 16;

  private final Hmac hmac;

  Cursors(byte[] secret) {
    hmac = new Hmac(secret);
  }

  String write(String list, Position position) {
    Instant at = position.at();
    byte[] bytes =
        ByteBuffer.allocate(POSITION_BYTES)
            .putLong(at.getEpochSecond())
            .putInt(at.getNano())
            .putLong(position.id().getMostSignificantBits())
            .putLong(position.id().getLeastSignificantBits())
            .array();
    byte[] signed = Arrays.copyOf(bytes, POSITION_BYTES + MAC_BYTES);
    System.arraycopy(mac(list, bytes), 0, signed, POSITION_BYTES, MAC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
  }

  /**
   * @throws DomainException INVALID_CURSOR
   */
  Position read(String list, String cursor) {
    byte[] signed = decode(cursor);
    byte[] bytes = Arrays.copyOf(signed, POSITION_BYTES);
    byte[] mac = Arrays.copyOfRange(signed, POSITION_BYTES, POSITION_BYTES + MAC_BYTES);
    if (!MessageDigest.isEqual(mac, mac(list, bytes))) {
      throw refusal();
    }
    ByteBuffer fields = ByteBuffer.wrap(bytes);
    try {
      return new Position(
          Instant.ofEpochSecond(fields.getLong(), fields.getInt()),
          new UUID(fields.getLong(), fields.getLong()));
    } catch (DateTimeException e) {
      throw refusal();
    }
  }

  private static byte[] decode(String cursor) {
    try {
      byte[] signed = Base64.getUrlDecoder().decode(cursor);
      boolean ours =
          signed.length == POSITION_BYTES + MAC_BYTES
              && Base64.getUrlEncoder().withoutPadding().encodeToString(signed).equals(cursor);
      if (ours) {
        return signed;
      }
      throw refusal();
    } catch (IllegalArgumentException e) {
      throw refusal();
    }
  }

  private byte[] mac(String list, byte[] position) {
    byte[] all = hmac.of(list.getBytes(StandardCharsets.UTF_8), new byte[] {0}, position);
    return Arrays.copyOf(all, MAC_BYTES);
  }

  private static DomainException refusal() {
    return new DomainException(
        WebError.INVALID_CURSOR, Map.of(), List.of(new FieldError("/cursor", "INVALID_VALUE")));
  }
}
