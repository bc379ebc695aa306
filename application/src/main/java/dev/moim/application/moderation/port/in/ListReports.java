package dev.moim.application.moderation.port.in;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.Caller;

/** Lists reports; the right of managers. */
@FunctionalInterface
public interface ListReports {
  /** Which reports are wanted, and in which order. */
  enum Queue {
    /** Those that wait for a decision, oldest first. */
    OPEN,
    /** Those that are decided, the latest decision first. */
    DECIDED
  }

  /**
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED
   */
  Page<ReportView> list(Caller caller, Queue queue, PageRequest page);
}
