package dev.moim.testkit.meeting;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds a meeting that was never stored and of which only what matters is named. */
public final class MeetingBuilder {
  private final MeetingId id = Samples.meetingId();
  private CategoryKey category = new CategoryKey("meal");
  private AllOf agreed = AllOf.ANYTHING;
  private List<MemberId> members = List.of(Samples.memberId(), Samples.memberId());
  private MeetingSource source = new MeetingSource.RandomMatch();
  private Optional<Instant> startsAt = Optional.empty();
  private Instant formedAt = SettableClock.START;
  private MeetingStatus status = MeetingStatus.UPCOMING;
  private boolean reminded;

  private MeetingBuilder() {}

  public static MeetingBuilder aMeeting() {
    return new MeetingBuilder();
  }

  public MeetingBuilder category(String key) {
    category = new CategoryKey(key);
    return this;
  }

  public MeetingBuilder agreed(AllOf values) {
    agreed = values;
    return this;
  }

  public MeetingBuilder members(MemberId... people) {
    members = List.of(people);
    return this;
  }

  public MeetingBuilder source(MeetingSource origin) {
    source = origin;
    return this;
  }

  public MeetingBuilder startsAt(Instant instant) {
    startsAt = Optional.of(instant);
    return this;
  }

  public MeetingBuilder formedAt(Instant instant) {
    formedAt = instant;
    return this;
  }

  public MeetingBuilder status(MeetingStatus state) {
    status = state;
    return this;
  }

  public MeetingBuilder reminded() {
    reminded = true;
    return this;
  }

  public Meeting.Snapshot build() {
    return new Meeting.Snapshot(
        id,
        category,
        agreed,
        members,
        source.host(members),
        source,
        startsAt,
        formedAt,
        status,
        reminded,
        0,
        Version.NEW);
  }
}
