package dev.moim.application.moderation.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.ReportId;
import java.util.List;

/** Shows one report, with what else was reported of the same; the right of managers. */
@FunctionalInterface
public interface ViewReport {
  /**
   * @param onSameSubject all reports on the subject with this one, at most the latest 100, newest
   *     first; without those for which the reader would have to answer
   */
  record Result(ReportView report, List<ReportView> onSameSubject) {
    public Result {
      onSameSubject = List.copyOf(onSameSubject);
    }
  }

  /**
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED, REPORT_NOT_FOUND
   */
  Result view(Caller caller, ReportId report);
}
