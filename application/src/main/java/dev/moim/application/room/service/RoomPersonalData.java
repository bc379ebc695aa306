package dev.moim.application.room.service;

import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomDetails;
import dev.moim.domain.room.Seat;
import dev.moim.domain.shared.MemberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rooms in which a member has a seat, and nothing about the other people in them. */
final class RoomPersonalData implements PersonalData {
  private final RoomList list;
  private final Transactions transactions;

  RoomPersonalData(RoomList list, Transactions transactions) {
    this.list = list;
    this.transactions = transactions;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(MemberId member) {
    return Map.of(
        "rooms",
        transactions.read(() -> Page.all(page -> list.page(roomsOf(member, page)))).stream()
            .map(room -> entry(room, member))
            .toList());
  }

  private static ListRooms.Query roomsOf(MemberId member, PageRequest page) {
    return new ListRooms.Query(
        Optional.empty(),
        Optional.empty(),
        Optional.of(member),
        false,
        ListRooms.Sort.NEWEST,
        page);
  }

  private static Map<String, Object> entry(Room.Snapshot room, MemberId member) {
    RoomDetails details = room.details();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", room.id().toString());
    entry.put("title", details.title());
    entry.put("description", details.description());
    entry.put("category", details.category().value());
    entry.put("condition", details.condition().plain());
    entry.put("capacity", details.capacity().seats());
    entry.put("anonymous", details.anonymous());
    entry.put("status", room.status().name());
    entry.put("role", room.host().equals(member) ? "HOST" : "MEMBER");
    room.seats().stream()
        .filter(seat -> seat.member().equals(member))
        .findFirst()
        .map(Seat::takenAt)
        .ifPresent(at -> entry.put("joinedAt", at));
    entry.put("openedAt", room.openedAt());
    entry.put("meetsAt", details.meetsAt());
    return entry;
  }
}
