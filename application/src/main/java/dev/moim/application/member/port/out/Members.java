package dev.moim.application.member.port.out;

import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The members of the community. */
public interface Members {
  Optional<Member> find(MemberId id);

  /** Whether a member's status is ACTIVE, which asks for less than the whole member. */
  boolean isActive(MemberId id, Instant now);

  /** Finds by {@link EmailAddress#key}. */
  Optional<Member> findByEmail(EmailAddress email);

  /** Finds by {@link Nickname#key}. */
  Optional<Member> findByNickname(Nickname nickname);

  /** All members with the role of an admin. */
  List<Member> admins();

  /** Those who withdrew before a moment and were not erased, at most so many. */
  List<MemberId> withdrawnBefore(Instant moment, int limit);

  /**
   * Stores a member and advances its version; returns the state as stored. Nickname and address of
   * an erased member are free for others.
   *
   * @throws dev.moim.domain.shared.DomainException NICKNAME_TAKEN, EMAIL_TAKEN if another member's
   *     has the same key; of several that race, one is stored, and the others get this refusal, or
   *     a conflict and the refusal when they try again
   * @throws dev.moim.application.shared.ConcurrencyConflict if the version is stale
   */
  Member.Snapshot save(Member member);
}
