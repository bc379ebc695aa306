package dev.moim.application.member.port.in;

import dev.moim.domain.member.Language;

/** Makes somebody a member with a local account. */
@FunctionalInterface
public interface SignUp {
  /** The password is checked and hashed, never kept. */
  record Command(String nickname, String email, String password, Language language) {
    @Override
    public String toString() {
      return "SignUp.Command[" + nickname + "]";
    }
  }

  /**
   * @throws dev.moim.domain.shared.DomainException INVALID_INPUT, NICKNAME_TAKEN, EMAIL_TAKEN
   */
  MemberView signUp(Command command);
}
