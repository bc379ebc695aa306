package dev.moim.domain.member;

import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;

/** What happens to members. */
public sealed interface MemberEvent extends DomainEvent {
  MemberId member();

  @Override
  default String key() {
    return member().toString();
  }

  /** Somebody became a member. */
  record MemberSignedUp(MemberId member, Instant occurredAt) implements MemberEvent {}
}
