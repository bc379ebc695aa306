package dev.moim.domain.room;

import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.List;

/** What happens in rooms; the events of one room stay in order. */
public sealed interface RoomEvent extends DomainEvent {
  RoomId room();

  @Override
  default String key() {
    return room().toString();
  }

  /**
   * What the people of a room need to know to be told of an event in it.
   *
   * @param recipients whom the event concerns
   */
  record Notice(
      RoomId room, String title, MemberId host, boolean anonymous, List<MemberId> recipients) {
    public Notice {
      recipients = List.copyOf(recipients);
    }
  }

  /** An event that the people of the room are told of. */
  sealed interface Noticed extends RoomEvent {
    Notice notice();

    @Override
    default RoomId room() {
      return notice().room();
    }
  }

  /** A room was opened. */
  record RoomOpened(RoomId room, MemberId host, String title, Instant occurredAt)
      implements RoomEvent {}

  /** Somebody took a seat. */
  record MemberJoined(Notice notice, MemberId member, int seat, Instant occurredAt)
      implements Noticed {}

  /** The last free seat was taken. */
  record RoomFilled(Notice notice, Instant occurredAt) implements Noticed {}

  /** Somebody gave a seat up. */
  record MemberLeft(Notice notice, MemberId member, int seat, Instant occurredAt)
      implements Noticed {}

  /** The room has another host. */
  record HostChanged(Notice notice, MemberId newHost, Instant occurredAt) implements Noticed {}

  /** The gathering takes place. */
  record RoomConfirmed(Notice notice, Instant occurredAt) implements Noticed {}

  /** The room was given up. */
  record RoomCancelled(Notice notice, Instant occurredAt) implements Noticed {}

  /** The meeting time passed unconfirmed. */
  record RoomExpired(Notice notice, Instant occurredAt) implements Noticed {}

  /**
   * Managers took the room's text from sight; if it was open it is cancelled. It tells no title,
   * since that is hidden.
   *
   * @param recipients whom it concerns: all members if it was open, otherwise the host
   * @param address from where it was done; empty if that is not known
   */
  record RoomHidden(
      RoomId room,
      MemberId host,
      List<MemberId> recipients,
      MemberId by,
      String address,
      String reason,
      Instant occurredAt)
      implements RoomEvent {
    public RoomHidden {
      recipients = List.copyOf(recipients);
    }
  }
}
