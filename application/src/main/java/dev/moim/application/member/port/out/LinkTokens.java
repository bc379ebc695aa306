package dev.moim.application.member.port.out;

import dev.moim.domain.shared.LinkId;

/**
 * Derives the secret of a mailed link, with a secret that all nodes share: it is in the mail and
 * nowhere else, and a mail that has to be sent again carries the same one.
 */
@FunctionalInterface
public interface LinkTokens {
  /** 256 bits in base64url without padding; the same for the same link, whenever and wherever. */
  String tokenOf(LinkId link);
}
