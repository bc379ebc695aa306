package dev.moim.application.member.port.in;

/**
 * Mails a link with which a new password can be chosen. Says the same, and takes as long, whether
 * or not the address is known.
 */
@FunctionalInterface
public interface AskPasswordReset {
  /**
   * @throws dev.moim.domain.shared.DomainException INVALID_INPUT
   */
  void ask(String email);
}
