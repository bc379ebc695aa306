package dev.moim.domain.meeting;

import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens to meetings; the events of one meeting stay in order. */
public sealed interface MeetingEvent extends DomainEvent {
  MeetingId meeting();

  CategoryKey category();

  @Override
  default String key() {
    return "meeting:" + meeting();
  }

  /** Some members are to come together. */
  record MeetingFormed(
      MeetingId meeting,
      CategoryKey category,
      List<MemberId> members,
      Optional<Instant> startsAt,
      Instant occurredAt)
      implements MeetingEvent {
    public MeetingFormed {
      members = List.copyOf(members);
    }
  }

  /**
   * More people come along.
   *
   * @param others who was there before and still is
   */
  record MembersJoined(
      MeetingId meeting,
      CategoryKey category,
      List<MemberId> joined,
      List<MemberId> others,
      Instant occurredAt)
      implements MeetingEvent {
    public MembersJoined {
      joined = List.copyOf(joined);
      others = List.copyOf(others);
    }
  }

  /**
   * Place and time are fixed, or were agreed on anew since others joined.
   *
   * @param members who is to know; who has just joined knows them already
   * @param changed whether they differ from what the members knew before
   */
  record MeetingSettled(
      MeetingId meeting,
      CategoryKey category,
      List<MemberId> members,
      Optional<Instant> startsAt,
      boolean changed,
      Instant occurredAt)
      implements MeetingEvent {
    public MeetingSettled {
      members = List.copyOf(members);
    }
  }

  /**
   * Somebody said that they can't come.
   *
   * @param remaining who is left, if the meeting goes on; if not, they are told that it does not
   */
  record MemberCannotCome(
      MeetingId meeting,
      MemberId member,
      CategoryKey category,
      List<MemberId> remaining,
      Instant occurredAt)
      implements MeetingEvent {
    public MemberCannotCome {
      remaining = List.copyOf(remaining);
    }
  }

  /**
   * The meeting does not take place.
   *
   * @param members those who do not learn of it otherwise
   */
  record MeetingCalledOff(
      MeetingId meeting,
      CategoryKey category,
      CallOffReason reason,
      List<MemberId> members,
      Instant occurredAt)
      implements MeetingEvent {
    public MeetingCalledOff {
      members = List.copyOf(members);
    }

    /** Who is to be told of it. */
    public List<MemberId> recipients() {
      return reason == CallOffReason.REGROUPED ? List.of() : members;
    }
  }

  /** The meeting starts soon. */
  record MeetingNear(
      MeetingId meeting,
      CategoryKey category,
      List<MemberId> members,
      Instant startsAt,
      Instant occurredAt)
      implements MeetingEvent {
    public MeetingNear {
      members = List.copyOf(members);
    }
  }

  /**
   * The meeting has taken place.
   *
   * @param reviewUntil until when its members may review each other
   */
  record MeetingDone(
      MeetingId meeting,
      CategoryKey category,
      List<MemberId> members,
      Instant reviewUntil,
      Instant occurredAt)
      implements MeetingEvent {
    public MeetingDone {
      members = List.copyOf(members);
    }
  }
}
