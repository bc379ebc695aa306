package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;

/** Takes back that one blocked another member. */
@FunctionalInterface
public interface UnblockMember {
  record Command(Caller caller, MemberId member) {}

  /** Changes nothing if the caller does not block the member, or there is none. */
  void unblock(Command command);
}
