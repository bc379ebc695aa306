package dev.moim.application.room.service;

import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.ReportableContent;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rooms, as far as they can be reported: their host answers for title and description. */
final class ReportableRooms implements ReportableContent {
  private final Rooms rooms;
  private final RoomStore store;
  private final Transactions transactions;
  private final Clock clock;

  ReportableRooms(Rooms rooms, RoomStore store, Transactions transactions, Clock clock) {
    this.rooms = rooms;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "ROOM";
  }

  @Override
  public Optional<Seen> seenBy(MemberId viewer, UUID id) {
    return transactions
        .read(() -> rooms.find(new RoomId(id)))
        .map(Room::snapshot)
        .filter(room -> RoomViews.isReadable(room, Caller.plain(viewer)))
        .map(room ->
            new Seen(
                room.host(),
                "/rooms/" + room.id(),
                Map.of(
                    "title", room.details().title(),
                    "description", room.details().description())));
  }

  @Override
  public void hide(UUID id, MemberId by, Origin origin, String reason) {
    transactions.writeOnly(() ->
        rooms
            .find(new RoomId(id))
            .filter(room -> !room.snapshot().hidden())
            .ifPresent(room -> {
              room.hide(by, origin.address(), reason, clock.now());
              store.save(room);
            }));
  }
}
