package dev.moim.application.member.port.in;

import java.util.function.Supplier;

/**
 * Makes an admin, on behalf of the operator: of the account with that address if there is one,
 * otherwise of a new one. An account whose address was never verified gets a new password first,
 * and loses its sessions and linked accounts: whoever made it need not be who reads the mail. Not
 * to be offered over a network.
 */
@FunctionalInterface
public interface AppointAdmin {
  /**
   * @param nickname of a new account
   * @param password asked for only if it is needed: for a new account, or one that was never
   *     verified
   */
  record Command(String email, String nickname, Supplier<String> password) {
    @Override
    public String toString() {
      return "AppointAdmin.Command[…]";
    }
  }

  /** What was done. */
  enum Outcome {
    CREATED,
    PROMOTED,

    /** As PROMOTED, with the password given, since nobody had shown that the address is theirs. */
    CLAIMED,
    WAS_ADMIN
  }

  /**
   * @throws dev.moim.domain.shared.DomainException INVALID_INPUT, NICKNAME_TAKEN, MEMBER_WITHDRAWN
   */
  Outcome appoint(Command command);
}
