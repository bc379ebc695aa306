package dev.moim.domain.room;

import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A gathering that one member opened and others join. It alone decides who may join. Its life:
 * opened by its host; others join and leave while it is open; when the host leaves, the member who
 * has been there longest becomes host; when the last one leaves it is cancelled. It ends confirmed
 * by its host (a meeting follows), cancelled, or expired when its time passes unconfirmed.
 *
 * <p>Not thread-safe: each transaction restores an instance of its own, and the repository refuses
 * to save a stale one.
 */
public final class Room {
  /** How far ahead a room may meet. */
  public static final Duration FARTHEST = Duration.ofDays(60);

  /** How many members a room needs to be confirmed. */
  public static final int FEWEST = 2;

  private final RoomId id;
  private final RoomDetails details;
  private final Instant openedAt;
  private final Version version;
  private final List<Seat> seats;
  private final List<RoomEvent> events = new ArrayList<>();
  private MemberId host;
  private int seatsGiven;
  private RoomStatus status;
  private boolean hidden;

  private Room(Snapshot state) {
    id = state.id;
    details = state.details;
    openedAt = state.openedAt;
    version = state.version;
    seats = new ArrayList<>(state.seats);
    host = state.host;
    seatsGiven = state.seatsGiven;
    status = state.status;
    hidden = state.hidden;
  }

  /**
   * A new room; who opens it is its host and first member.
   *
   * @throws dev.moim.domain.shared.DomainException INVALID_INPUT if it meets in the past or too far
   *     ahead
   */
  public static Room open(RoomId id, MemberId host, RoomDetails details, Instant now) {
    if (!details.meetsAt().isAfter(now)) {
      throw SharedError.invalid("/meetsAt", "NOT_IN_THE_FUTURE");
    }
    if (details.meetsAt().isAfter(now.plus(FARTHEST))) {
      throw SharedError.invalid("/meetsAt", "TOO_FAR_AHEAD");
    }
    Room room =
        new Room(
            new Snapshot(
                id,
                host,
                details,
                List.of(new Seat(host, 1, now)),
                1,
                RoomStatus.OPEN,
                false,
                now,
                Version.NEW));
    room.events.add(new RoomEvent.RoomOpened(id, host, details.title(), now));
    return room;
  }

  /** The room as stored; raises no event. */
  public static Room restore(Snapshot state) {
    return new Room(state);
  }

  /**
   * Takes a seat. Whatever refuses everybody else, too, is said first; that the member is kept
   * apart from one of the others is all that the last refusal lets be known, and not from whom.
   *
   * @param apart with whom the member is never to be in one room
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, ALREADY_A_MEMBER, ROOM_FULL,
   *     ROOM_NOT_AVAILABLE
   */
  public void join(MemberId member, Set<MemberId> apart, Instant now) {
    requireOpen(now);
    if (seatOf(member).isPresent()) {
      throw RoomError.ALREADY_A_MEMBER.exception();
    }
    if (!details.capacity().allows(seats.size() + 1)) {
      throw RoomError.ROOM_FULL.because("capacity", details.capacity().seats());
    }
    List<MemberId> others = members();
    if (others.stream().anyMatch(apart::contains)) {
      throw RoomError.ROOM_NOT_AVAILABLE.exception();
    }
    seatsGiven++;
    Seat seat = new Seat(member, seatsGiven, now);
    seats.add(seat);
    events.add(new RoomEvent.MemberJoined(notice(others), seat.member(), seat.number(), now));
    if (!details.capacity().allows(seats.size() + 1)) {
      events.add(new RoomEvent.RoomFilled(notice(List.of(host)), now));
    }
  }

  /**
   * Gives a seat up. The host's leaving hands the room on, the last one's leaving cancels it.
   *
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, NOT_A_MEMBER
   */
  public void leave(MemberId member, Instant now) {
    requireOpen(now);
    Seat seat = seatOf(member).orElseThrow(RoomError.NOT_A_MEMBER::exception);
    seats.remove(seat);
    if (seats.isEmpty()) {
      status = RoomStatus.CANCELLED;
      events.add(new RoomEvent.RoomCancelled(notice(List.of()), now));
      return;
    }
    events.add(new RoomEvent.MemberLeft(notice(members()), seat.member(), seat.number(), now));
    if (host.equals(member)) {
      host = seats.getFirst().member();
      events.add(new RoomEvent.HostChanged(notice(members()), host, now));
    }
  }

  /**
   * Gives up the seat of somebody who can't act any more, as if they left; changes nothing if they
   * have none, or if the room is not open.
   */
  public void vacate(MemberId member, Instant now) {
    if (isOpen(now) && seatOf(member).isPresent()) {
      leave(member, now);
    }
  }

  /**
   * Ends the search for members: the gathering takes place.
   *
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, NOT_THE_HOST, TOO_FEW_MEMBERS
   */
  public void confirm(MemberId by, Instant now) {
    requireHost(by);
    requireOpen(now);
    if (seats.size() < FEWEST) {
      throw RoomError.TOO_FEW_MEMBERS.exception();
    }
    status = RoomStatus.CONFIRMED;
    events.add(new RoomEvent.RoomConfirmed(notice(members()), now));
  }

  /**
   * Gives the room up.
   *
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, NOT_THE_HOST
   */
  public void cancel(MemberId by, Instant now) {
    requireHost(by);
    requireOpen(now);
    status = RoomStatus.CANCELLED;
    events.add(new RoomEvent.RoomCancelled(notice(members()), now));
  }

  /**
   * Takes the room's text from everybody's sight but the host's and the managers'; an open room is
   * cancelled as well. What was hidden before stays as it is. That a manager does it is for the
   * caller to see to.
   *
   * @param address from where
   */
  public void hide(MemberId by, String address, String reason, Instant now) {
    if (hidden) {
      return;
    }
    boolean cancelled = status == RoomStatus.OPEN;
    hidden = true;
    status = cancelled ? RoomStatus.CANCELLED : status;
    events.add(
        new RoomEvent.RoomHidden(
            id, host, cancelled ? members() : List.of(host), by, address, reason, now));
  }

  /** Ends an open room whose meeting time has passed; otherwise changes nothing. */
  public void expire(Instant now) {
    if (status == RoomStatus.OPEN && isOver(now)) {
      status = RoomStatus.EXPIRED;
      events.add(new RoomEvent.RoomExpired(notice(members()), now));
    }
  }

  private boolean isOpen(Instant now) {
    return status == RoomStatus.OPEN && !isOver(now);
  }

  private void requireOpen(Instant now) {
    if (!isOpen(now)) {
      RoomStatus shown = status == RoomStatus.OPEN ? RoomStatus.EXPIRED : status;
      throw RoomError.ROOM_NOT_OPEN.because("status", shown);
    }
  }

  private void requireHost(MemberId by) {
    if (!host.equals(by)) {
      throw RoomError.NOT_THE_HOST.exception();
    }
  }

  private boolean isOver(Instant now) {
    return !now.isBefore(details.meetsAt());
  }

  private Optional<Seat> seatOf(MemberId member) {
    return seats.stream().filter(seat -> seat.member().equals(member)).findFirst();
  }

  private List<MemberId> members() {
    return seats.stream().map(Seat::member).toList();
  }

  private RoomEvent.Notice notice(List<MemberId> recipients) {
    return new RoomEvent.Notice(id, details.title(), host, details.anonymous(), recipients);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id, host, details, List.copyOf(seats), seatsGiven, status, hidden, openedAt, version);
  }

  /** The events since the last call, in order. */
  public List<RoomEvent> pullEvents() {
    List<RoomEvent> pulled = List.copyOf(events);
    events.clear();
    return pulled;
  }

  /**
   * All persistent state of a room.
   *
   * @param seats in order of joining
   * @param seatsGiven the highest seat number so far
   * @param hidden whether managers took its text from sight
   */
  public record Snapshot(
      RoomId id,
      MemberId host,
      RoomDetails details,
      List<Seat> seats,
      int seatsGiven,
      RoomStatus status,
      boolean hidden,
      Instant openedAt,
      Version version) {
    public Snapshot {
      seats = List.copyOf(seats);
    }

    public boolean hasMember(MemberId member) {
      return seats.stream().anyMatch(seat -> seat.member().equals(member));
    }

    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(
          id, host, details, seats, seatsGiven, status, hidden, openedAt, version.next());
    }
  }
}
