package dev.moim.application.room.service;

import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.Seat;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MeetingId;
import java.util.Optional;

final class ConfirmRoomService implements ConfirmRoom {
  private final RoomStore store;
  private final FormMeeting formMeeting;
  private final Transactions transactions;
  private final Clock clock;

  ConfirmRoomService(
      RoomStore store, FormMeeting formMeeting, Transactions transactions, Clock clock) {
    this.store = store;
    this.formMeeting = formMeeting;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public MeetingId confirm(Command command) {
    return transactions.write(() -> {
      Room room = store.get(command.room(), command.expected());
      room.confirm(command.caller().id(), clock.now());
      Room.Snapshot confirmed = store.save(room);
      return formMeeting.form(
          new FormMeeting.Command(
              confirmed.details().category(),
              confirmed.details().condition(),
              confirmed.seats().stream().map(Seat::member).toList(),
              new MeetingSource.ConfirmedRoom(confirmed.id()),
              Optional.of(confirmed.details().meetsAt())));
    });
  }
}
