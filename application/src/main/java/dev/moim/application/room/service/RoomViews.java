package dev.moim.application.room.service;

import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomDetails;
import dev.moim.domain.room.Seat;
import dev.moim.domain.room.Waiting;
import dev.moim.domain.shared.MemberId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows rooms to members, and hides who is in them where a room is anonymous. */
final class RoomViews {
  private final NameMembers nameMembers;

  RoomViews(NameMembers nameMembers) {
    this.nameMembers = nameMembers;
  }

  RoomView of(Room.Snapshot room, Caller viewer) {
    return of(List.of(room), viewer).getFirst();
  }

  /** All views with one look-up of names. */
  List<RoomView> of(List<Room.Snapshot> rooms, Caller viewer) {
    Set<MemberId> people =
        rooms.stream()
            .flatMap(room -> room.seats().stream())
            .map(Seat::member)
            .collect(Collectors.toSet());
    Map<MemberId, String> names = nameMembers.names(people);
    return rooms.stream().map(room -> view(room, viewer, names)).toList();
  }

  private static RoomView view(Room.Snapshot room, Caller viewer, Map<MemberId, String> names) {
    return new RoomView(
        room.id(),
        readable(room, viewer),
        room.hidden(),
        room.seats().stream().map(seat -> person(seat, room, viewer, names)).toList(),
        room.hasMember(viewer.id()),
        waitList(room, viewer),
        room.status(),
        isReadable(room, viewer) ? room.cancelReason() : "",
        room.openedAt(),
        room.version());
  }

  /** The details, without their texts for those who may not read them. */
  static RoomDetails readable(Room.Snapshot room, Caller viewer) {
    return isReadable(room, viewer) ? room.details() : room.details().withoutText();
  }

  /** Whether the viewer may read what was written in the room. */
  static boolean isReadable(Room.Snapshot room, Caller viewer) {
    return isReadable(room.hidden(), room.host(), viewer);
  }

  static boolean isReadable(boolean hidden, MemberId host, Caller viewer) {
    return !hidden || viewer.is(host) || viewer.isAtLeast(Role.MANAGER);
  }

  /**
   * Whether the viewer may know who somebody is who is in the room or was: of an anonymous room
   * only the host and admins may, and its members of each other once it is confirmed.
   */
  static boolean showsMember(Room.Snapshot room, MemberId member, Caller viewer) {
    return !room.details().anonymous()
        || room.areAcquainted(List.of(viewer.id(), member))
        || room.isHost(viewer.id())
        || viewer.isAtLeast(Role.ADMIN);
  }

  private static RoomView.WaitList waitList(Room.Snapshot room, Caller viewer) {
    Optional<Waiting> mine = room.waitingOf(viewer.id());
    return new RoomView.WaitList(
        room.waiting().size(),
        room.taken() - room.seats().size(),
        mine.map(room.waiting()::indexOf).map(index -> index + 1),
        mine.flatMap(Waiting::offeredUntil));
  }

  private static RoomView.Person person(
      Seat seat, Room.Snapshot room, Caller viewer, Map<MemberId, String> names) {
    boolean me = viewer.is(seat.member());
    boolean open = showsMember(room, seat.member(), viewer);
    Optional<MemberId> shown = open || me ? Optional.of(seat.member()) : Optional.empty();
    return new RoomView.Person(
        shown, shown.map(names::get), seat.number(), room.isHost(seat.member()), me);
  }
}
