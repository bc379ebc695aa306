package dev.moim.domain.shared;

import java.util.List;

/**
 * Where a request comes from, as far as that can be told: for lists of sessions and the audit log.
 *
 * @param address the network address, in IPv6 with all its eight groups, at most 45 characters;
 *     empty if there is none, as on the command line
 * @param device what the client calls itself, such as a browser's name; at most 120 characters
 */
public record Origin(String address, String device) {
  private static final int LONGEST_ADDRESS = 45;
  private static final int LONGEST_DEVICE = 120;
  private static final int IPV6_GROUPS = 8;

  /** The program itself, or somebody who may start it. */
  public static final Origin OPERATOR = new Origin("", "moim");

  public Origin {
    address = shown(address, LONGEST_ADDRESS);
    device = shown(device, LONGEST_DEVICE);
  }

  /**
   * Whom an address stands for: itself, or in IPv6 its /64 network, since one subscriber has at
   * least so many addresses (RFC 6177).
   */
  public String network() {
    String[] groups = address.split(":", -1);
    return groups.length == IPV6_GROUPS && !address.contains("::")
        ? String.join(":", List.of(groups).subList(0, IPV6_GROUPS / 2)) + "::/64"
        : address;
  }

  /** Nothing here is refused: what can't be shown is left out, and what is too long is cut. */
  private static String shown(String text, int most) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .limit(4L * most)
        .filter(c -> c == ' ' || Checks.isVisible(c))
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .limit(most)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }
}
