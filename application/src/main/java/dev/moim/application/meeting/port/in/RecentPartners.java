package dev.moim.application.meeting.port.in;

import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Says whom members met lately. */
@FunctionalInterface
public interface RecentPartners {
  /**
   * Whom each has been brought together with, in meetings that were formed at that instant or later
   * and not called off; who met nobody is left out. One statement for each 500 members.
   */
  Map<MemberId, Set<MemberId>> of(
      Collection<MemberId> members, CategoryKey category, Instant since);
}
