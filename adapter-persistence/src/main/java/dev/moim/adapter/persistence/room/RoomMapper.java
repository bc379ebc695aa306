package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.ConditionJson;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.room.Capacity;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomDetails;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.room.Seat;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.util.Comparator;
import java.util.List;

final class RoomMapper {
  private RoomMapper() {}

  static void write(Room.Snapshot room, RoomRow row) {
    RoomDetails details = room.details();
    row.hostId = room.host().value();
    row.title = details.title();
    row.description = details.description();
    row.category = details.category().value();
    row.condition = ConditionJson.write(details.condition());
    row.meetsAt = Instants.stored(details.meetsAt());
    row.capacity = details.capacity().seats();
    row.anonymous = details.anonymous();
    row.seatsGiven = room.seatsGiven();
    row.hasFreeSeat = details.capacity().allows(room.seats().size() + 1);
    row.status = room.status().name();
    row.hidden = room.hidden();
    row.openedAt = Instants.stored(room.openedAt());
    List<SeatRow> seats = room.seats().stream().map(RoomMapper::seat).toList();
    row.seats.retainAll(seats);
    row.seats.addAll(seats);
  }

  static Room.Snapshot read(RoomRow row) {
    return new Room.Snapshot(
        new RoomId(row.id()),
        new MemberId(row.hostId),
        new RoomDetails(
            row.title,
            row.description,
            new CategoryKey(row.category),
            ConditionJson.read(row.condition),
            row.meetsAt,
            new Capacity(row.capacity),
            row.anonymous),
        row.seats.stream()
            .sorted(Comparator.comparingInt(SeatRow::seatNumber))
            .map(RoomMapper::seat)
            .toList(),
        row.seatsGiven,
        RoomStatus.valueOf(row.status),
        row.hidden,
        row.openedAt,
        row.version());
  }

  private static SeatRow seat(Seat seat) {
    return new SeatRow(seat.number(), seat.member().value(), Instants.stored(seat.takenAt()));
  }

  private static Seat seat(SeatRow row) {
    return new Seat(new MemberId(row.memberId()), row.seatNumber(), row.takenAt());
  }
}
