package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;

/** Unlinks an account elsewhere from one's own. */
@FunctionalInterface
public interface UnlinkIdentity {
  /**
   * @throws dev.moim.domain.shared.DomainException IDENTITY_NOT_FOUND, LAST_WAY_IN
   */
  void unlink(Caller caller, String provider);
}
