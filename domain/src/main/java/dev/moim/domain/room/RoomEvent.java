package dev.moim.domain.room;

import dev.moim.domain.shared.CommentId;
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
   * @param anonymous whether the recipients know people of the room by their seat only; the host
   *     knows all names
   * @param recipients whom the event concerns
   */
  record Notice(
      RoomId room, String title, MemberId host, boolean anonymous, List<MemberId> recipients) {
    public Notice {
      recipients = List.copyOf(recipients);
    }

    public boolean isHost(MemberId member) {
      return host.equals(member);
    }

    /** The same for others. */
    public Notice to(List<MemberId> others) {
      return new Notice(room, title, host, anonymous, others);
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

  /** Somebody took a seat in an open room. */
  record MemberJoined(Notice notice, MemberId member, int seat, Instant occurredAt)
      implements Noticed {}

  /** The last free seat was taken. */
  record RoomFilled(Notice notice, Instant occurredAt) implements Noticed {}

  /** Somebody gave a seat up. */
  record MemberLeft(Notice notice, MemberId member, int seat, Instant occurredAt)
      implements Noticed {}

  /** The room has another host. */
  record HostChanged(Notice notice, MemberId newHost, Instant occurredAt) implements Noticed {}

  /** The host changed the room's time or condition. */
  record RoomChanged(Notice notice, Instant occurredAt) implements Noticed {}

  /**
   * A seat is kept for somebody who waits.
   *
   * @param until when the offer ends
   */
  record SeatOffered(Notice notice, Instant until, Instant occurredAt) implements Noticed {}

  /** Somebody did not take the seat that was kept, and waits no longer. */
  record OfferEnded(Notice notice, Instant occurredAt) implements Noticed {}

  /** The room ended, or is past, while some waited for a seat. */
  record WaitingEnded(Notice notice, Instant occurredAt) implements Noticed {}

  /**
   * The host took somebody's seat. That a seat became free is told to the others as a {@link
   * MemberLeft}.
   *
   * @param reason may be empty
   */
  record MemberRemoved(Notice notice, MemberId member, String reason, Instant occurredAt)
      implements Noticed {}

  /** The gathering takes place. */
  record RoomConfirmed(Notice notice, Instant occurredAt) implements Noticed {}

  /**
   * The room was given up.
   *
   * @param reason may be empty
   */
  record RoomCancelled(Notice notice, String reason, Instant occurredAt) implements Noticed {}

  /**
   * It was an admin who cancelled the room; its people are told by a {@link RoomCancelled}.
   *
   * @param address from where it was done; empty if that is not known
   */
  record AdminCancelled(
      RoomId room, MemberId host, MemberId by, String address, String reason, Instant occurredAt)
      implements RoomEvent {}

  /** The meeting time passed unconfirmed. */
  record RoomExpired(Notice notice, Instant occurredAt) implements Noticed {}

  /**
   * Somebody said something.
   *
   * @param seat the author's
   */
  record CommentWritten(
      Notice notice, CommentId comment, MemberId author, int seat, Instant occurredAt)
      implements Noticed {}

  /**
   * Somebody answered to a comment, whose author is told.
   *
   * @param seat of who answered
   */
  record CommentAnswered(
      Notice notice, CommentId comment, MemberId author, int seat, Instant occurredAt)
      implements Noticed {}

  /**
   * The host or a manager took a comment's text from sight.
   *
   * @param address from where it was done; empty if that is not known
   * @param reason may be empty
   */
  record CommentHidden(
      RoomId room,
      CommentId comment,
      MemberId author,
      MemberId by,
      String address,
      String reason,
      Instant occurredAt)
      implements RoomEvent {}

  /**
   * Managers took the room's text from sight; if it was open it is cancelled. It tells no title,
   * since that is hidden.
   *
   * @param cancelled whether it was open until then
   * @param recipients whom it concerns: who waits for a seat, and all members if it was open,
   *     otherwise the host
   * @param address from where it was done; empty if that is not known
   */
  record RoomHidden(
      RoomId room,
      MemberId host,
      boolean cancelled,
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
