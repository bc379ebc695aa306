package dev.moim.domain.meeting;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Some members who come together: for what, and when. */
public final class Meeting {
  private final Snapshot state;

  private Meeting(Snapshot state) {
    this.state = state;
  }

  /**
   * A new meeting.
   *
   * @param agreed what its members settled for, facet by facet
   * @param members at least two, nobody twice
   * @param startsAt empty if the members have yet to fix it
   */
  public static Meeting form(
      MeetingId id,
      CategoryKey category,
      AllOf agreed,
      List<MemberId> members,
      MeetingSource source,
      Optional<Instant> startsAt,
      Instant now) {
    if (members.size() < 2 || new HashSet<>(members).size() < members.size()) {
      throw new IllegalArgumentException("a meeting has at least two members, nobody twice");
    }
    return new Meeting(
        new Snapshot(
            id,
            category,
            agreed,
            members,
            source,
            startsAt,
            now,
            MeetingStatus.UPCOMING,
            Version.NEW));
  }

  /** The meeting as stored. */
  public static Meeting restore(Snapshot state) {
    return new Meeting(state);
  }

  public Snapshot snapshot() {
    return state;
  }

  /** All persistent state of a meeting. */
  public record Snapshot(
      MeetingId id,
      CategoryKey category,
      AllOf agreed,
      List<MemberId> members,
      MeetingSource source,
      Optional<Instant> startsAt,
      Instant formedAt,
      MeetingStatus status,
      Version version) {
    public Snapshot {
      members = List.copyOf(members);
    }

    public boolean hasMember(MemberId member) {
      return members.contains(member);
    }

    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(
          id, category, agreed, members, source, startsAt, formedAt, status, version.next());
    }
  }
}
