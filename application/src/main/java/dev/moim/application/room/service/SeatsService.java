package dev.moim.application.room.service;

import dev.moim.application.room.port.in.FindSeats.FreeSeats;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.room.Removal;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.room.Seat;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Free seats, for those whom another context looks for company for. */
final class SeatsService {
  private final Seating seating;
  private final RoomList list;
  private final Transactions transactions;
  private final Clock clock;

  SeatsService(Seating seating, RoomList list, Transactions transactions, Clock clock) {
    this.seating = seating;
    this.list = list;
    this.transactions = transactions;
    this.clock = clock;
  }

  List<FreeSeats> find(CategoryKey category) {
    Instant now = clock.now();
    var query =
        new ListRooms.Query(
            Optional.of(category),
            Map.of(),
            Optional.of(RoomStatus.OPEN),
            Optional.empty(),
            true,
            Optional.of(now),
            Optional.empty(),
            ListRooms.Sort.SOONEST,
            PageRequest.first(PageRequest.MOST));
    return transactions.read(() -> list.page(query)).items().stream()
        .filter(room -> room.details().meetsAt().isAfter(now))
        .map(room ->
            new FreeSeats(
                room.id(),
                room.details().condition(),
                room.details().meetsAt(),
                room.details().capacity().seats(),
                room.taken(),
                room.seats().stream().map(Seat::member).collect(Collectors.toSet()),
                room.removed().stream().map(Removal::member).collect(Collectors.toSet())))
        .toList();
  }

  Map<MemberId, Integer> take(RoomId id, List<MemberId> members) {
    return transactions.write(() ->
        seating.take(id, members).seats().stream()
            .filter(seat -> members.contains(seat.member()))
            .collect(Collectors.toMap(Seat::member, Seat::number)));
  }
}
