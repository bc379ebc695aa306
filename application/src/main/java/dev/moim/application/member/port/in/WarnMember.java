package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;

/** Warns a member, who is blocked for a time; the right of managers, towards lower roles. */
@FunctionalInterface
public interface WarnMember {
  /**
   * @param reason 1–500 code points; the member is told
   */
  record Command(Caller caller, Origin origin, MemberId member, String reason) {}

  /**
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED, MEMBER_NOT_FOUND, NOT_TO_BE_WARNED,
   *     INVALID_INPUT
   */
  WarningView warn(Command command);
}
