package dev.moim.application.meeting.port.in;

import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.AbsenceReason;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;

/** Notes that a member let others wait, in the transaction of the caller. */
@FunctionalInterface
public interface RecordAbsence {
  record Command(MemberId member, CategoryKey category, AbsenceReason reason, Instant at) {}

  void record(Command command);
}
