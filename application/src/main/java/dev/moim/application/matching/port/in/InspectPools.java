package dev.moim.application.matching.port.in;

import dev.moim.domain.member.Caller;
import java.util.List;

/**
 * Shows admins how the pools work: how many wait and for how long, and what was decided lately for
 * which reason; never about whom. What was decided is told by the program that is asked, as far as
 * it decided it, since it was started.
 */
@FunctionalInterface
public interface InspectPools {
  /**
   * Every category's pool, in configured order.
   *
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED unless the caller is an admin
   */
  List<PoolInspection> inspect(Caller caller);
}
