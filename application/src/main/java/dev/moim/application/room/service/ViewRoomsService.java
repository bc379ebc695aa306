package dev.moim.application.room.service;

import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class ViewRoomsService {
  private final Rooms rooms;
  private final RoomStore store;
  private final RoomList list;
  private final RoomViews views;
  private final Transactions transactions;

  ViewRoomsService(
      Rooms rooms, RoomStore store, RoomList list, RoomViews views, Transactions transactions) {
    this.rooms = rooms;
    this.store = store;
    this.list = list;
    this.views = views;
    this.transactions = transactions;
  }

  RoomView view(Caller caller, RoomId room) {
    return transactions.read(() -> views.of(store.get(room).snapshot(), caller));
  }

  Map<RoomId, String> titles(Caller caller, Collection<RoomId> named) {
    return headings(named).stream()
        .filter(room -> RoomViews.isReadable(room.hidden(), room.host(), caller))
        .collect(Collectors.toMap(Rooms.Heading::id, Rooms.Heading::title));
  }

  Set<RoomId> hiddenFrom(Caller caller, Collection<RoomId> named) {
    return headings(named).stream()
        .filter(room -> !RoomViews.isReadable(room.hidden(), room.host(), caller))
        .map(Rooms.Heading::id)
        .collect(Collectors.toSet());
  }

  private List<Rooms.Heading> headings(Collection<RoomId> named) {
    return named.isEmpty() ? List.of() : transactions.read(() -> rooms.headings(named));
  }

  Page<RoomView> list(Caller caller, ListRooms.Query query) {
    if (query.member().isPresent() && !query.member().get().equals(caller.id())) {
      throw SharedError.NOT_ALLOWED.exception();
    }
    if (query.fitsNone()) {
      return new Page<>(List.of(), Optional.empty());
    }
    return transactions.read(() -> {
      Page<Room.Snapshot> page = list.page(query);
      return new Page<>(views.of(page.items(), caller), page.next());
    });
  }
}
