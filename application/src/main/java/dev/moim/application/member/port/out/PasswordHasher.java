package dev.moim.application.member.port.out;

import dev.moim.domain.member.Password;
import dev.moim.domain.member.PasswordHash;

/**
 * Hashes passwords, slowly on purpose. Implementations bound how many run at once and are
 * thread-safe; who would wait too long is refused with TOO_BUSY.
 */
public interface PasswordHasher {
  PasswordHash hash(Password password);

  /**
   * Whether a hash is that password's; what is no hash, or would cost too much, matches nothing.
   */
  boolean matches(Password password, PasswordHash hash);

  /**
   * Whether a hash was made with less effort than one of today, so that the next sign-in should
   * make it anew. Quick.
   */
  boolean isOutdated(PasswordHash hash);
}
