package dev.moim.application.member.port.out;

import dev.moim.domain.member.Nickname;
import dev.moim.domain.shared.MemberId;
import java.util.Collection;
import java.util.Map;

/** Reads how members are called. */
@FunctionalInterface
public interface Nicknames {
  /** The nicknames of those of the members who have not left, in one query. */
  Map<MemberId, Nickname> of(Collection<MemberId> members);
}
