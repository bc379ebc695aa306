package dev.moim.adapter.web.shared;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of network addresses: those whose first bits are the same as an address's.
 *
 * @param bits how many; 32 or 128 for the address alone
 */
public record Network(InetAddress address, int bits) {
  private static final int LONGEST = 45;
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  public Network {
    if (bits < 0 || bits > 8 * address.getAddress().length) {
      throw new IllegalArgumentException("no address has so many bits: " + bits);
    }
  }

  /**
   * Reads an address such as {@code ::1} or a range such as {@code 10.0.0.0/8} (CIDR, RFC 4632).
   *
   * @throws IllegalArgumentException if the text is neither
   */
  public static Network parse(String text) {
    String[] parts = text.strip().split("/", -1);
    Optional<InetAddress> address = parts.length > 2 ? Optional.empty() : address(parts[0]);
    return address
        .filter(found -> parts.length == 1 || parts[1].matches("\\d{1,3}"))
        .map(found -> new Network(found, parts.length == 1 ? all(found) : number(parts[1])))
        .orElseThrow(() -> new IllegalArgumentException(text + " is no address and no network"));
  }

  private static int all(InetAddress address) {
    return 8 * address.getAddress().length;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /**
   * The address that a text is, never asking for a name. An IPv4 address that is written as an IPv6
   * one ({@code ::ffff:192.0.2.1}) is the IPv4 address.
   */
  static Optional<InetAddress> address(String text) {
    boolean wellFormed =
        text.length() <= LONGEST && (IPV4.matcher(text).matches() || IPV6.matcher(text).matches());
    try {
      return wellFormed ? Optional.of(InetAddress.ofLiteral(text)) : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] others = other.getAddress();
    if (mine.length != others.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit & 7);
      if (((mine[bit >> 3] ^ others[bit >> 3]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
