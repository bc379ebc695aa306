package dev.moim.application.moderation.port.out;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.MemberId;
import java.util.List;

/** Reads lists of reports. */
public interface ReportLists {
  /** Those that wait for a decision, oldest first. */
  Page<Report.Snapshot> open(PageRequest page);

  /** Those that are decided, by time of the decision, the latest first. */
  Page<Report.Snapshot> decided(PageRequest page);

  /** The latest reports on a subject, open or not, newest first. */
  List<Report.Snapshot> on(Subject subject, int limit);

  /** All reports of a member, newest first. */
  List<Report.Snapshot> by(MemberId reporter);
}
