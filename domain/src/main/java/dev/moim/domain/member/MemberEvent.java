package dev.moim.domain.member;

import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.LinkId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import dev.moim.domain.shared.WarningId;
import java.time.Instant;
import java.util.Optional;

/** What happens to members. */
public sealed interface MemberEvent extends DomainEvent {
  MemberId member();

  @Override
  default String key() {
    return member().toString();
  }

  /** Somebody became a member. */
  record MemberSignedUp(MemberId member, Instant occurredAt) implements MemberEvent {}

  /** A link is to be mailed; if it is not stored, nothing is. */
  record LinkRequested(MemberId member, LinkId link, Instant occurredAt) implements MemberEvent {}

  /** The account has another, verified e-mail address; the former one is told. */
  record EmailChanged(MemberId member, EmailAddress former, Instant occurredAt)
      implements MemberEvent {}

  /** The account has another password. */
  record PasswordChanged(MemberId member, Instant occurredAt) implements MemberEvent {}

  /**
   * A session began while others of the member were open.
   *
   * @param device what the client calls itself
   */
  record AnotherSessionOpened(MemberId member, SessionId session, String device, Instant occurredAt)
      implements MemberEvent {}

  /** A refresh token was used that had been replaced before, so its session was ended. */
  record TokensRevoked(MemberId member, SessionId session, String device, Instant occurredAt)
      implements MemberEvent {}

  /**
   * A member may do more, or less.
   *
   * @param by the admin; empty if it was the operator
   * @param address from where it was done; empty if that is not known
   */
  record RoleChanged(
      MemberId member,
      Role from,
      Role to,
      Optional<MemberId> by,
      String address,
      Instant occurredAt)
      implements MemberEvent {}

  /** A member was warned and is blocked for a time. */
  record MemberWarned(
      MemberId member,
      WarningId warning,
      MemberId by,
      String address,
      String reason,
      Instant until,
      Instant occurredAt)
      implements MemberEvent {}

  /** A warning was taken back. */
  record WarningWithdrawn(
      MemberId member, WarningId warning, MemberId by, String address, Instant occurredAt)
      implements MemberEvent {}

  /**
   * A member left.
   *
   * @param undoableUntil when the personal data is erased
   */
  record MemberWithdrew(MemberId member, Instant undoableUntil, Instant occurredAt)
      implements MemberEvent {}

  /** A member who had left came back in time. */
  record MemberReturned(MemberId member, Instant occurredAt) implements MemberEvent {}

  /** Nothing personal is kept of a member any more. */
  record MemberErased(MemberId member, Instant occurredAt) implements MemberEvent {}

  /** A member wants nothing to do with another, who is not to learn of it. */
  record PersonallyBlocked(MemberId member, MemberId other, Instant occurredAt)
      implements MemberEvent {}

  /** A member took back that they want nothing to do with another. */
  record PersonallyUnblocked(MemberId member, MemberId other, Instant occurredAt)
      implements MemberEvent {}
}
