package dev.moim.application.meeting.port.out;

import dev.moim.domain.meeting.Absence;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;

/** The absences of members; none is ever changed. */
public interface Absences {
  void add(Absence absence);

  /** When a member was absent, at that instant or later: the latest 200, the latest first. */
  List<Instant> of(MemberId member, Instant since);
}
