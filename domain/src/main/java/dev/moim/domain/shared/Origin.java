package dev.moim.domain.shared;

/**
 * Where a request comes from, as far as that can be told: for lists of sessions and the audit log.
 *
 * @param address the network address, at most 45 characters; empty if there is none, as on the
 *     command line
 * @param device what the client calls itself, such as a browser's name; at most 120 characters
 */
public record Origin(String address, String device) {
  private static final int LONGEST_ADDRESS = 45;
  private static final int LONGEST_DEVICE = 120;

  /** The program itself, or somebody who may start it. */
  public static final Origin OPERATOR = new Origin("", "moim");

  public Origin {
    address = shown(address, LONGEST_ADDRESS);
    device = shown(device, LONGEST_DEVICE);
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
