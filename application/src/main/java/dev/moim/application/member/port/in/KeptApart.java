package dev.moim.application.member.port.in;

import dev.moim.domain.shared.MemberId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Tells other contexts who is not to be brought together, because one blocks the other. In a
 * running transaction it sees what was committed when it is asked, and what that transaction itself
 * has changed.
 */
@FunctionalInterface
public interface KeptApart {
  /**
   * For each of the members everybody whom they block or by whom they are blocked, be they among
   * the members or not. Who is kept apart from nobody may be missing. Sends a statement for each
   * 500 members, and a single one for 2,000 or more.
   */
  Map<MemberId, Set<MemberId>> of(Collection<MemberId> members);
}
