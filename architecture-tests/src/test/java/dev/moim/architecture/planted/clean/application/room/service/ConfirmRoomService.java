package dev.moim.architecture.planted.clean.application.room.service;

import dev.moim.architecture.planted.clean.application.meeting.port.in.FormMeeting;
import dev.moim.architecture.planted.clean.application.room.port.in.ConfirmRoom;
import dev.moim.architecture.planted.clean.application.room.port.in.RoomView;
import dev.moim.architecture.planted.clean.application.room.port.out.Rooms;
import dev.moim.architecture.planted.clean.domain.room.Room;
import dev.moim.architecture.planted.clean.domain.shared.RoomId;
import java.time.InstantSource;

/** A service. */
record ConfirmRoomService(Rooms rooms, FormMeeting formMeeting, InstantSource clock)
    implements ConfirmRoom {
  @Override
  public RoomView confirm(RoomId id) {
    Room room = rooms.get(id);
    var _ = room.confirm(formMeeting.form(), clock.instant());
    rooms.save(room);
    return new RoomView(id, true);
  }
}
