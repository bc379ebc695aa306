package dev.moim.application.audit.port.in;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.audit.AuditAction;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Optional;

/** Lists the audit log, the latest first; the right of admins. */
@FunctionalInterface
public interface ListAuditLog {
  /**
   * Which entries are wanted; every filter that is present must hold.
   *
   * @param member whom it concerns
   * @param from the earliest instant wanted
   * @param to the first instant not wanted any more
   */
  record Query(
      Optional<MemberId> actor,
      Optional<MemberId> member,
      Optional<AuditAction> action,
      Optional<Instant> from,
      Optional<Instant> to,
      PageRequest page) {}

  /**
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED
   */
  Page<AuditView> list(Caller caller, Query query);
}
