package dev.moim.application.meeting.port.in;

import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Optional;

/** Says whether a member is not matched for a while, after several absences. */
@FunctionalInterface
public interface CheckPause {
  /** Empty if they are matched as everybody is. */
  Optional<Instant> pausedUntil(MemberId member);
}
