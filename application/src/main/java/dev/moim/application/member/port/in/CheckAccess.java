package dev.moim.application.member.port.in;

import dev.moim.domain.member.Block;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberStatus;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import java.util.Optional;

/**
 * Decides with every request whether what an access token says still holds. The store decides, not
 * the token: what ended a moment ago, on whichever node, is refused.
 */
@FunctionalInterface
public interface CheckAccess {
  /** What a genuine token says. */
  record Claim(MemberId member, SessionId session, Role role) {}

  /**
   * Somebody who is signed in.
   *
   * @param status only {@code ACTIVE} members may act; others may see to their own account
   * @param block present if the status is {@code BLOCKED}
   */
  record Access(Caller caller, SessionId session, MemberStatus status, Optional<Block> block) {}

  /**
   * @throws dev.moim.domain.shared.DomainException SESSION_ENDED if the session has ended, or if
   *     member or role are no longer what the token says
   */
  Access check(Claim claim);
}
