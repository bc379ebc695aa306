package dev.moim.application.member.port.out;

import dev.moim.domain.member.Password;
import dev.moim.domain.member.PasswordHash;

/**
 * Hashes passwords, slowly on purpose. Implementations bound how many run at once and are
 * thread-safe.
 */
public interface PasswordHasher {
  PasswordHash hash(Password password);

  boolean matches(Password password, PasswordHash hash);
}
