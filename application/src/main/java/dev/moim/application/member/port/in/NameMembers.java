package dev.moim.application.member.port.in;

import dev.moim.domain.shared.MemberId;
import java.util.Collection;
import java.util.Map;

/** Tells other contexts how members are called. */
@FunctionalInterface
public interface NameMembers {
  /** The nicknames of those of the members who have not left. */
  Map<MemberId, String> names(Collection<MemberId> members);
}
