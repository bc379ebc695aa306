package dev.moim.application.room.port.in;

import dev.moim.domain.room.RoomDetails;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A room as one member sees it.
 *
 * @param details without its text if that is hidden from the viewer
 * @param hidden whether managers hid the text; then only the host and managers see it
 * @param members in order of joining
 * @param joined whether the viewer is a member
 * @param cancelReason why it was cancelled; empty if nobody said
 */
public record RoomView(
    RoomId id,
    RoomDetails details,
    boolean hidden,
    List<Person> members,
    boolean joined,
    WaitList waitList,
    RoomStatus status,
    String cancelReason,
    Instant openedAt,
    Version version) {
  public RoomView {
    members = List.copyOf(members);
  }

  /**
   * Who waits for a seat: how many, and where the viewer stands; nobody sees who they are.
   *
   * @param waiting how many wait
   * @param offered for how many of them a seat is kept
   * @param place the viewer's, from 1; empty if the viewer does not wait
   * @param offeredUntil until when a seat is kept for the viewer
   */
  public record WaitList(
      int waiting, int offered, Optional<Integer> place, Optional<Instant> offeredUntil) {}

  /**
   * A member of the room. In an anonymous room only the seat's number is shown, except of oneself,
   * to the host and to admins, and to its members once it is confirmed.
   *
   * @param id empty if hidden
   * @param nickname empty if hidden, or if the member no longer exists
   * @param me whether this is the viewer
   */
  public record Person(
      Optional<MemberId> id, Optional<String> nickname, int seat, boolean host, boolean me) {}
}
