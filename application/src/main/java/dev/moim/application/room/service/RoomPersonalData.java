package dev.moim.application.room.service;

import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.out.Comments;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.room.Comment;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomDetails;
import dev.moim.domain.room.Seat;
import dev.moim.domain.room.Waiting;
import dev.moim.domain.shared.MemberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rooms in which a member has a seat or waits for one, those from which the member was removed,
 * and what the member said in any; nothing about other people.
 */
final class RoomPersonalData implements PersonalData {
  private final RoomList list;
  private final Rooms rooms;
  private final Comments comments;
  private final Transactions transactions;

  RoomPersonalData(RoomList list, Rooms rooms, Comments comments, Transactions transactions) {
    this.list = list;
    this.rooms = rooms;
    this.comments = comments;
    this.transactions = transactions;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(MemberId member) {
    return transactions.read(() -> {
      Stream<Room.Snapshot> seated = Page.all(page -> list.page(roomsOf(member, page))).stream();
      Stream<Room.Snapshot> waiting =
          rooms.openWith(member).stream()
              .flatMap(id -> rooms.find(id).stream())
              .map(Room::snapshot)
              .filter(room -> room.waitingOf(member).isPresent());
      Stream<Room.Snapshot> removedFrom =
          rooms.removedFrom(member).stream()
              .flatMap(id -> rooms.find(id).stream())
              .map(Room::snapshot);
      Stream<Comment.Snapshot> said = Page.all(page -> comments.by(member, page)).stream();
      return Map.of(
          "rooms",
          Stream.concat(seated, waiting).map(room -> entry(room, member)).toList(),
          "roomRemovals",
          removedFrom.flatMap(room -> removals(room, member)).toList(),
          "roomComments",
          said.map(RoomPersonalData::entry).toList());
    });
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
    RoomDetails details = RoomViews.readable(room, Caller.plain(member));
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", room.id().toString());
    entry.put("title", details.title());
    entry.put("description", details.description());
    entry.put("category", details.category().value());
    entry.put("condition", details.condition().plain());
    entry.put("capacity", details.capacity().seats());
    entry.put("anonymous", details.anonymous());
    entry.put("status", room.status().name());
    entry.put("role", role(room, member));
    room.seats().stream()
        .filter(seat -> seat.member().equals(member))
        .findFirst()
        .map(Seat::takenAt)
        .ifPresent(at -> entry.put("joinedAt", at));
    room.waitingOf(member).map(Waiting::since).ifPresent(since -> entry.put("waitingSince", since));
    entry.put("openedAt", room.openedAt());
    entry.put("meetsAt", details.meetsAt());
    return entry;
  }

  private static Stream<Map<String, Object>> removals(Room.Snapshot room, MemberId member) {
    return room.removed().stream()
        .filter(removal -> removal.member().equals(member))
        .map(removal ->
            Map.of(
                "room", room.id().toString(),
                "title", RoomViews.readable(room, Caller.plain(member)).title(),
                "reason", removal.reason(),
                "removedAt", removal.at()));
  }

  private static Map<String, Object> entry(Comment.Snapshot comment) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", comment.id().toString());
    entry.put("room", comment.room().toString());
    entry.put("text", comment.text());
    entry.put("writtenAt", comment.writtenAt());
    comment.editedAt().ifPresent(at -> entry.put("editedAt", at));
    return entry;
  }

  private static String role(Room.Snapshot room, MemberId member) {
    if (room.isHost(member)) {
      return "HOST";
    }
    return room.hasMember(member) ? "MEMBER" : "WAITING";
  }
}
