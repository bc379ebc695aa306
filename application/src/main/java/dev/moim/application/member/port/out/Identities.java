package dev.moim.application.member.port.out;

import dev.moim.domain.member.Identity;
import dev.moim.domain.shared.MemberId;
import java.util.List;
import java.util.Optional;

/** Accounts elsewhere through which members sign in. */
public interface Identities {
  Optional<Identity> find(String provider, String subject);

  /** All of a member's, in order of linking. */
  List<Identity> of(MemberId member);

  /**
   * Links an account elsewhere.
   *
   * @throws dev.moim.domain.shared.DomainException IDENTITY_TAKEN if it is linked already; of
   *     several that race, one is stored, and the others get this refusal, or a conflict and the
   *     refusal when they try again
   */
  void add(Identity identity);

  /** Unlinks an account; one that is not linked changes nothing. */
  void remove(Identity identity);

  void removeAllOf(MemberId member);
}
