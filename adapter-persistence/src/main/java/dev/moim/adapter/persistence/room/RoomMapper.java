package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.ConditionJson;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.room.Capacity;
import dev.moim.domain.room.Removal;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomDetails;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.room.Seat;
import dev.moim.domain.room.Waiting;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    row.notFull = !room.isFull();
    row.status = room.status().name();
    row.cancelReason = room.cancelReason();
    row.hidden = room.hidden();
    row.openedAt = Instants.stored(room.openedAt());
    List<SeatRow> seats = room.seats().stream().map(RoomMapper::seat).toList();
    row.seats.retainAll(seats);
    row.seats.addAll(seats);
    writeWaiting(room.waiting(), row);
    writeRemovals(room.removed(), row);
  }

  private static void writeWaiting(List<Waiting> waiting, RoomRow row) {
    row.offerEndsAt =
        waiting.stream()
            .flatMap(one -> one.offeredUntil().stream())
            .min(Comparator.naturalOrder())
            .map(Instants::stored)
            .orElse(null);
    if (row.waitingCount > 0 || !waiting.isEmpty()) {
      write(waiting, one -> one.member().value(), RoomMapper::waiting, row.waiting);
      row.waitingCount = waiting.size();
    }
  }

  private static void writeRemovals(List<Removal> removed, RoomRow row) {
    if (row.removedCount > 0 || !removed.isEmpty()) {
      write(removed, one -> one.member().value(), one -> removal(one, removed), row.removals);
      row.removedCount = removed.size();
    }
  }

  private static <T, R> void write(
      List<T> things, Function<T, UUID> key, Function<T, R> row, Map<UUID, R> rows) {
    Map<UUID, R> wanted = things.stream().collect(Collectors.toMap(key, row));
    rows.keySet().retainAll(wanted.keySet());
    rows.putAll(wanted);
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
        row.waitingCount == 0 ? List.of() : waiting(row.waiting),
        row.removedCount == 0 ? List.of() : removed(row.removals),
        RoomStatus.valueOf(row.status),
        row.cancelReason,
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

  private static WaitingRow waiting(Waiting waiting) {
    return new WaitingRow(
        waiting.place(),
        Instants.stored(waiting.since()),
        waiting.offeredUntil().map(Instants::stored).orElse(null));
  }

  private static List<Waiting> waiting(Map<UUID, WaitingRow> rows) {
    return rows.entrySet().stream()
        .map(row ->
            new Waiting(
                new MemberId(row.getKey()),
                row.getValue().place(),
                row.getValue().waitingSince(),
                Optional.ofNullable(row.getValue().offeredUntil())))
        .sorted(Comparator.comparingInt(Waiting::place))
        .toList();
  }

  private static RemovalRow removal(Removal removal, List<Removal> all) {
    return new RemovalRow(
        all.indexOf(removal) + 1, removal.reason(), Instants.stored(removal.at()));
  }

  private static List<Removal> removed(Map<UUID, RemovalRow> rows) {
    return rows.entrySet().stream()
        .sorted(Comparator.comparingInt(row -> row.getValue().position()))
        .map(row ->
            new Removal(
                new MemberId(row.getKey()), row.getValue().reason(), row.getValue().removedAt()))
        .toList();
  }
}
