package dev.moim.application.member.port.in;

import dev.moim.domain.member.Language;
import dev.moim.domain.shared.Origin;
import java.util.Optional;

/**
 * Opens a session for somebody whom a provider has identified; who comes for the first time becomes
 * a member, with a nickname made unique.
 */
@FunctionalInterface
public interface SignInWithProvider {
  /**
   * @param provider the operator's name for it
   * @param subject how the provider names the account, for good
   * @param email of a new member
   * @param emailVerified whether the provider vouches for the address
   * @param name what a new member might be called; changed as far as needed
   */
  record Command(
      String provider,
      String subject,
      Optional<String> email,
      boolean emailVerified,
      String name,
      Language language,
      Origin origin) {}

  /**
   * @throws dev.moim.domain.shared.DomainException EMAIL_TAKEN if the address belongs to an account
   *     that this one is not linked to, NO_EMAIL_FROM_PROVIDER
   */
  SessionView signIn(Command command);
}
