package dev.moim.application.meeting.port.in;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes a meeting for people whom another context has brought together, in its transaction. */
@FunctionalInterface
public interface FormMeeting {
  record Command(
      CategoryKey category,
      AllOf agreed,
      List<MemberId> members,
      MeetingSource source,
      Optional<Instant> startsAt) {
    public Command {
      members = List.copyOf(members);
    }
  }

  MeetingId form(Command command);
}
