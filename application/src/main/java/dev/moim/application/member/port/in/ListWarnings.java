package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;
import java.util.List;

/**
 * Lists the warnings of oneself, for admins those of anybody, and for managers those that they gave
 * themselves; the latest first.
 */
@FunctionalInterface
public interface ListWarnings {
  /**
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED
   */
  List<WarningView> list(Caller caller, MemberId member);
}
