package dev.moim.application.room.service;

import dev.moim.application.meeting.port.in.FindMeetings;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.MeetingEvent;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MeetingId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gives the seats of those who can't come to the meeting of a confirmed room to those who wait for
 * one in the room, and ends their waiting when the meeting has. As long as the meeting lies ahead,
 * its members are those who have a seat: whoever takes one joins it in the same transaction, and
 * whoever can't come leaves the room here, soon afterwards.
 */
final class RefillService {
  private final Rooms rooms;
  private final RoomStore store;
  private final FindMeetings findMeetings;
  private final Transactions transactions;
  private final Clock clock;

  RefillService(
      Rooms rooms,
      RoomStore store,
      FindMeetings findMeetings,
      Transactions transactions,
      Clock clock) {
    this.rooms = rooms;
    this.store = store;
    this.findMeetings = findMeetings;
    this.transactions = transactions;
    this.clock = clock;
  }

  EventConsumer consumer() {
    return EventConsumer.named("room-refill")
        .on(
            MeetingEvent.MemberCannotCome.class,
            (id, e) -> follow(e.meeting(), room -> room.missing(e.member(), clock.now())))
        .on(MeetingEvent.MeetingCalledOff.class, (id, e) -> follow(e.meeting(), room -> {}))
        .on(MeetingEvent.MeetingDone.class, (id, e) -> follow(e.meeting(), room -> {}))
        .build();
  }

  /** Of a meeting that was called off at once nobody is offered a seat any more. */
  private void follow(MeetingId id, Consumer<Room> change) {
    transactions.writeOnly(() -> {
      Optional<FindMeetings.Participation> meeting =
          Optional.ofNullable(findMeetings.find(List.of(id)).get(id));
      meeting
          .flatMap(FindMeetings.Participation::room)
          .flatMap(rooms::find)
          .ifPresent(room -> {
            Room.Snapshot before = room.snapshot();
            change.accept(room);
            if (meeting.get().status() != MeetingStatus.UPCOMING) {
              room.endWaiting(clock.now());
            }
            if (!room.snapshot().equals(before)) {
              store.save(room);
            }
          });
    });
  }
}
