package dev.moim.application.member.port.in;

import dev.moim.domain.shared.MemberId;

/** Tells whether a member may act: is known, not blocked, and has not left. */
@FunctionalInterface
public interface CheckActive {
  boolean isActive(MemberId member);
}
