package dev.moim.domain.room;

import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A gathering that one member opened and others join. It alone decides who may join. Its life:
 * opened by its host; others join and leave while it is open; when the host leaves, the member who
 * has been there longest becomes host; when the last one leaves it is cancelled. It ends confirmed
 * by its host (a meeting follows), cancelled, or expired when its time passes unconfirmed.
 *
 * <p>Who finds it full may wait. A seat that becomes free is kept for the first who waits, for some
 * time, then for the next; whoever it is kept for takes it by joining. A seat that is kept is as
 * good as taken: members and kept seats together never exceed the capacity. {@link #offerSeats} is
 * to follow each change that may free a seat. Those who wait when it is confirmed go on waiting
 * until it meets, for the seats of members who can't come.
 *
 * <p>Not thread-safe: each transaction restores an instance of its own, and the repository refuses
 * to save a stale one.
 */
public final class Room {
  /** How far ahead a room may meet. */
  public static final Duration FARTHEST = Duration.ofDays(60);

  /** How many members a room needs to be confirmed. */
  public static final int FEWEST = 2;

  /** How many may wait for a seat at once. */
  public static final int MOST_WAITING = 100;

  /** How many members a host may remove from one room. */
  public static final int MOST_REMOVED = 200;

  private static final int LONGEST_REASON = 200;

  private final Snapshot before;
  private final RoomId id;
  private final Instant openedAt;
  private final Version version;
  private final List<Seat> seats;
  private final List<Waiting> waiting;
  private final List<Removal> removed;
  private final List<RoomEvent> events = new ArrayList<>();
  private RoomDetails details;
  private MemberId host;
  private int seatsGiven;
  private RoomStatus status;
  private String cancelReason;
  private boolean hidden;

  private Room(Snapshot state) {
    before = state;
    id = state.id;
    details = state.details;
    openedAt = state.openedAt;
    version = state.version;
    seats = new ArrayList<>(state.seats);
    waiting = new ArrayList<>(state.waiting);
    removed = new ArrayList<>(state.removed);
    host = state.host;
    seatsGiven = state.seatsGiven;
    status = state.status;
    cancelReason = state.cancelReason;
    hidden = state.hidden;
  }

  /**
   * A new room; who opens it is its host and first member.
   *
   * @throws dev.moim.domain.shared.DomainException INVALID_INPUT if it meets in the past or too far
   *     ahead
   */
  public static Room open(RoomId id, MemberId host, RoomDetails details, Instant now) {
    requireNear(details.meetsAt(), now);
    Room room =
        new Room(
            new Snapshot(
                id,
                host,
                details,
                List.of(new Seat(host, 1, now)),
                1,
                List.of(),
                List.of(),
                RoomStatus.OPEN,
                "",
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
   * Changes what the room is about. Who is in it or waits is told if time or condition change.
   *
   * @param changed with the same category, and as anonymous as before
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, NOT_THE_HOST; INVALID_INPUT if
   *     there are more members and kept seats than the new capacity, or if the new time is in the
   *     past or too far ahead
   */
  public void edit(MemberId by, RoomDetails changed, Instant now) {
    requireChangeable(by, now);
    if (!changed.category().equals(details.category())
        || changed.anonymous() != details.anonymous()) {
      throw new IllegalArgumentException("category and anonymity of a room are fixed");
    }
    boolean moved = !changed.meetsAt().equals(details.meetsAt());
    if (moved) {
      requireNear(changed.meetsAt(), now);
    }
    if (!changed.capacity().allows(taken())) {
      throw SharedError.invalid(
          List.of(
              new FieldError("/capacity", "FEWER_THAN_TAKEN", Map.of("taken", (Object) taken()))));
    }
    boolean told = moved || !changed.condition().equals(details.condition());
    details = changed;
    waiting.replaceAll(one -> one.endingBy(changed.meetsAt()));
    if (told) {
      List<MemberId> concerned = involved().stream().filter(one -> !one.equals(by)).toList();
      events.add(new RoomEvent.RoomChanged(notice(concerned), now));
    }
  }

  /**
   * Takes a seat: a free one of an open room, or the one that is kept for the member. Whatever
   * refuses everybody else, too, is said first; that the member is kept apart from one of the
   * others is all that the last refusal lets be known, and not from whom.
   *
   * @param apart with whom the member is never to be in one room
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, ALREADY_A_MEMBER,
   *     REMOVED_FROM_ROOM, ROOM_FULL, ROOM_NOT_AVAILABLE
   */
  public void join(MemberId member, Set<MemberId> apart, Instant now) {
    requireSeatFor(member, now);
    if (isKeptFor(member, now)) {
      requireNobodyOf(apart, members().stream());
    } else {
      requireNobodyOf(apart, coming());
    }
    waiting.removeIf(w -> w.member().equals(member));
    List<MemberId> others = members();
    seatsGiven++;
    Seat seat = new Seat(member, seatsGiven, now);
    seats.add(seat);
    if (status == RoomStatus.CONFIRMED) {
      return;
    }
    events.add(new RoomEvent.MemberJoined(notice(others), seat.member(), seat.number(), now));
    if (!details.capacity().allows(seats.size() + 1)) {
      events.add(new RoomEvent.RoomFilled(notice(List.of(host)), now));
    }
  }

  /**
   * Refuses who may not {@link #join} whoever is in the room. Who sits in it already is told just
   * that, also once it is confirmed.
   *
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, ALREADY_A_MEMBER,
   *     REMOVED_FROM_ROOM, ROOM_FULL
   */
  public void requireSeatFor(MemberId member, Instant now) {
    boolean kept = isKeptFor(member, now);
    boolean sits = seatOf(member).isPresent();
    if (!(kept || sits) || !isWaitedFor(now)) {
      requireOpen(now);
    }
    requireStranger(member);
    if (!kept && isFull()) {
      throw RoomError.ROOM_FULL.because("capacity", details.capacity().seats());
    }
  }

  private boolean isKeptFor(MemberId member, Instant now) {
    return waiting.stream().anyMatch(w -> w.member().equals(member) && w.hasOfferAt(now));
  }

  /**
   * Waits, behind those who wait already, for a seat of the full room.
   *
   * @param apart with whom the member is never to be in one room
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, ALREADY_A_MEMBER,
   *     REMOVED_FROM_ROOM, ALREADY_WAITING, SEAT_IS_FREE, WAIT_LIST_FULL, ROOM_NOT_AVAILABLE
   */
  public void queue(MemberId member, Set<MemberId> apart, Instant now) {
    requireMayQueue(member, apart, now);
    requireNobodyOf(apart, members().stream());
    int place = waiting.isEmpty() ? 1 : waiting.getLast().place() + 1;
    waiting.add(new Waiting(member, place, now, Optional.empty()));
  }

  /**
   * Refuses who may not {@link #queue} whoever is in the full room; a free seat is to be taken by
   * those who may.
   *
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, ALREADY_A_MEMBER,
   *     REMOVED_FROM_ROOM, ALREADY_WAITING, SEAT_IS_FREE, WAIT_LIST_FULL, ROOM_NOT_AVAILABLE
   */
  public void requireMayQueue(MemberId member, Set<MemberId> apart, Instant now) {
    requireOpen(now);
    requireStranger(member);
    if (waiting.stream().anyMatch(w -> w.member().equals(member))) {
      throw RoomError.ALREADY_WAITING.exception();
    }
    if (!isFull()) {
      requireNobodyOf(apart, coming());
      throw RoomError.SEAT_IS_FREE.exception();
    }
    if (waiting.size() >= MOST_WAITING) {
      throw RoomError.WAIT_LIST_FULL.because("most", MOST_WAITING);
    }
  }

  /**
   * Waits no longer, and gives up the seat that may be kept.
   *
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, NOT_WAITING
   */
  public void stopWaiting(MemberId member, Instant now) {
    if (!isWaitedFor(now)) {
      requireOpen(now);
    }
    if (!waiting.removeIf(w -> w.member().equals(member))) {
      throw RoomError.NOT_WAITING.exception();
    }
  }

  /** Whether there is a free seat, and somebody who waits for one. */
  public boolean hasSeatToOffer(Instant now) {
    return isWaitedFor(now) && !isFull() && waiting.stream().anyMatch(w -> !w.hasOffer());
  }

  /**
   * Keeps free seats for those who wait, in their order; whoever is kept apart from somebody who is
   * in the room, or for whom a seat is kept, is passed over and goes on waiting.
   *
   * @param apart for each of those who wait, with whom they are never to be in one room
   * @param patience for how long a seat is kept, at most until the room meets
   */
  public void offerSeats(Map<MemberId, Set<MemberId>> apart, Duration patience, Instant now) {
    for (int i = 0; i < waiting.size() && hasSeatToOffer(now); i++) {
      Waiting next = waiting.get(i);
      Set<MemberId> avoided = apart.getOrDefault(next.member(), Set.of());
      if (next.hasOffer() || coming().anyMatch(avoided::contains)) {
        continue;
      }
      Instant until = now.plus(patience);
      Instant end = until.isBefore(details.meetsAt()) ? until : details.meetsAt();
      waiting.set(i, next.offered(end));
      events.add(new RoomEvent.SeatOffered(notice(List.of(next.member())), end, now));
    }
  }

  /** Ends the offers whose time is over; who did not take the seat waits no longer. */
  public void endOffers(Instant now) {
    List<Waiting> late = waiting.stream().filter(w -> w.hasOffer() && !w.hasOfferAt(now)).toList();
    waiting.removeAll(late);
    late.forEach(w -> events.add(new RoomEvent.OfferEnded(notice(List.of(w.member())), now)));
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
      end(RoomStatus.CANCELLED, now);
      events.add(new RoomEvent.RoomCancelled(notice(List.of()), "", now));
      return;
    }
    events.add(new RoomEvent.MemberLeft(notice(members()), seat.member(), seat.number(), now));
    if (isHost(member)) {
      host = seats.getFirst().member();
      events.add(new RoomEvent.HostChanged(notice(members()), host, now));
    }
  }

  /**
   * Gives up the place in the wait list, or the seat in an open room, of somebody who can't act any
   * more, as if they left; changes nothing if they have none.
   */
  public void vacate(MemberId member, Instant now) {
    waiting.removeIf(w -> w.member().equals(member));
    if (isOpen(now) && seatOf(member).isPresent()) {
      leave(member, now);
    }
  }

  /**
   * Takes a member's seat, who can't join this room again.
   *
   * @param reason what the member is told, 0–200 code points
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, NOT_THE_HOST,
   *     ROOM_MEMBER_NOT_FOUND, HOST_STAYS, INVALID_INPUT, TOO_MANY_REMOVED
   */
  public void remove(MemberId by, MemberId member, String reason, Instant now) {
    requireHost(by);
    requireOpen(now);
    String told = reason(reason);
    Seat seat = seatOf(member).orElseThrow(RoomError.ROOM_MEMBER_NOT_FOUND::exception);
    if (isHost(member)) {
      throw RoomError.HOST_STAYS.exception();
    }
    if (removed.size() >= MOST_REMOVED) {
      throw RoomError.TOO_MANY_REMOVED.because("most", MOST_REMOVED);
    }
    seats.remove(seat);
    removed.add(new Removal(member, told, now));
    events.add(new RoomEvent.MemberRemoved(notice(List.of(member)), member, told, now));
    events.add(new RoomEvent.MemberLeft(notice(others(host)), member, seat.number(), now));
  }

  /**
   * Ends the search for members: the gathering takes place. Who waits for a seat goes on waiting.
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
    events.add(new RoomEvent.RoomConfirmed(notice(others(by)), now));
  }

  /**
   * Gives up the seat of somebody who can't come to the confirmed gathering; changes nothing if
   * they have none. The host's place falls to the longest-present member. Who is left alone isn't
   * told so: the gathering is called off.
   */
  public void missing(MemberId member, Instant now) {
    if (status != RoomStatus.CONFIRMED || !seats.removeIf(seat -> seat.member().equals(member))) {
      return;
    }
    if (isHost(member) && !seats.isEmpty()) {
      host = seats.getFirst().member();
      if (seats.size() >= FEWEST) {
        events.add(new RoomEvent.HostChanged(notice(members()), host, now));
      }
    }
  }

  /** Ends the waiting for seats of a confirmed gathering that does not lie ahead any more. */
  public void endWaiting(Instant now) {
    if (status == RoomStatus.CONFIRMED) {
      dismissWaiting(now);
    }
  }

  /**
   * Gives the room up.
   *
   * @param reason what the members are told, 0–200 code points
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, NOT_THE_HOST, INVALID_INPUT
   */
  public void cancel(MemberId by, String reason, Instant now) {
    requireHost(by);
    cancel(others(by), reason, now);
  }

  /**
   * Gives the room up in the host's stead. That an admin does it is for the caller to see to.
   *
   * @param address from where
   * @param reason what the members are told, 0–200 code points
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, INVALID_INPUT
   */
  public void cancelAsAdmin(MemberId by, String address, String reason, Instant now) {
    cancel(members(), reason, now);
    events.add(new RoomEvent.AdminCancelled(id, host, by, address, cancelReason, now));
  }

  private void cancel(List<MemberId> told, String reason, Instant now) {
    requireOpen(now);
    cancelReason = reason(reason);
    end(RoomStatus.CANCELLED, now);
    events.add(new RoomEvent.RoomCancelled(notice(told), cancelReason, now));
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
    List<MemberId> concerned =
        Stream.concat(cancelled ? members().stream() : Stream.of(host), waitingMembers().stream())
            .toList();
    waiting.clear();
    events.add(new RoomEvent.RoomHidden(id, host, cancelled, concerned, by, address, reason, now));
  }

  /** Ends an open room whose meeting time has passed; otherwise changes nothing. */
  public void expire(Instant now) {
    if (status == RoomStatus.OPEN && isOver(now)) {
      end(RoomStatus.EXPIRED, now);
      events.add(new RoomEvent.RoomExpired(notice(members()), now));
    }
  }

  private void end(RoomStatus ended, Instant now) {
    status = ended;
    dismissWaiting(now);
  }

  /** Who waited for a seat waits for nothing now, and is told. */
  private void dismissWaiting(Instant now) {
    if (!waiting.isEmpty()) {
      List<MemberId> concerned = waitingMembers();
      waiting.clear();
      events.add(new RoomEvent.WaitingEnded(notice(concerned), now));
    }
  }

  private static String reason(String text) {
    return Checks.text(text, 0, LONGEST_REASON, "reason");
  }

  private static void requireNear(Instant meetsAt, Instant now) {
    if (!meetsAt.isAfter(now)) {
      throw SharedError.invalid("/meetsAt", "NOT_IN_THE_FUTURE");
    }
    if (meetsAt.isAfter(now.plus(FARTHEST))) {
      throw SharedError.invalid(
          List.of(
              new FieldError(
                  "/meetsAt", "TOO_FAR_AHEAD", Map.of("mostHours", FARTHEST.toHours()))));
    }
  }

  /**
   * Refuses who may not {@link #edit}, before anybody looks at what they want.
   *
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, NOT_THE_HOST
   */
  public void requireChangeable(MemberId by, Instant now) {
    requireHost(by);
    requireOpen(now);
  }

  private boolean isOpen(Instant now) {
    return status == RoomStatus.OPEN && !isOver(now);
  }

  /** Whether a seat that becomes free may still be given to who waits for one. */
  private boolean isWaitedFor(Instant now) {
    return (status == RoomStatus.OPEN || status == RoomStatus.CONFIRMED) && !isOver(now);
  }

  private void requireOpen(Instant now) {
    if (!isOpen(now)) {
      RoomStatus shown = status == RoomStatus.OPEN ? RoomStatus.EXPIRED : status;
      throw RoomError.ROOM_NOT_OPEN.because("status", shown);
    }
  }

  public boolean isHost(MemberId member) {
    return host.equals(member);
  }

  private void requireHost(MemberId by) {
    if (!isHost(by)) {
      throw RoomError.NOT_THE_HOST.exception();
    }
  }

  private void requireStranger(MemberId member) {
    if (seatOf(member).isPresent()) {
      throw RoomError.ALREADY_A_MEMBER.exception();
    }
    if (removed.stream().anyMatch(removal -> removal.member().equals(member))) {
      throw RoomError.REMOVED_FROM_ROOM.exception();
    }
  }

  private static void requireNobodyOf(Set<MemberId> apart, Stream<MemberId> present) {
    if (present.anyMatch(apart::contains)) {
      throw RoomError.ROOM_NOT_AVAILABLE.exception();
    }
  }

  private boolean isOver(Instant now) {
    return !now.isBefore(details.meetsAt());
  }

  private boolean isFull() {
    return !details.capacity().allows(taken() + 1);
  }

  private int taken() {
    return taken(seats, waiting);
  }

  private static int taken(List<Seat> seats, List<Waiting> waiting) {
    return seats.size() + (int) waiting.stream().filter(Waiting::hasOffer).count();
  }

  private Optional<Seat> seatOf(MemberId member) {
    return seats.stream().filter(seat -> seat.member().equals(member)).findFirst();
  }

  private List<MemberId> members() {
    return seats.stream().map(Seat::member).toList();
  }

  private List<MemberId> others(MemberId member) {
    return members().stream().filter(one -> !one.equals(member)).toList();
  }

  private List<MemberId> waitingMembers() {
    return waiting.stream().map(Waiting::member).toList();
  }

  /** Who is in the room or waits for a seat. */
  private List<MemberId> involved() {
    return Stream.concat(members().stream(), waitingMembers().stream()).toList();
  }

  /** Who is in the room, or has a seat kept. */
  private Stream<MemberId> coming() {
    return Stream.concat(
        seats.stream().map(Seat::member),
        waiting.stream().filter(Waiting::hasOffer).map(Waiting::member));
  }

  private RoomEvent.Notice notice(List<MemberId> recipients) {
    return snapshot().notice(recipients);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id,
        host,
        details,
        seats,
        seatsGiven,
        waiting,
        removed,
        status,
        cancelReason,
        hidden,
        openedAt,
        version);
  }

  /** Whether it is new, or not as it was restored. */
  public boolean isChanged() {
    return version.isNew() || !events.isEmpty() || !snapshot().equals(before);
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
   * @param waiting in order of their coming; nobody who has a seat
   * @param removed in order of their removal
   * @param cancelReason why it was cancelled; may be empty
   * @param hidden whether managers took its text from sight
   */
  public record Snapshot(
      RoomId id,
      MemberId host,
      RoomDetails details,
      List<Seat> seats,
      int seatsGiven,
      List<Waiting> waiting,
      List<Removal> removed,
      RoomStatus status,
      String cancelReason,
      boolean hidden,
      Instant openedAt,
      Version version) {
    public Snapshot {
      seats = List.copyOf(seats);
      waiting = List.copyOf(waiting);
      removed = List.copyOf(removed);
    }

    public boolean isHost(MemberId member) {
      return host.equals(member);
    }

    public boolean hasMember(MemberId member) {
      return seats.stream().anyMatch(seat -> seat.member().equals(member));
    }

    /** Whether the member has a seat or waits for one. */
    public boolean involves(MemberId member) {
      return hasMember(member) || waitingOf(member).isPresent();
    }

    public Optional<Waiting> waitingOf(MemberId member) {
      return waiting.stream().filter(one -> one.member().equals(member)).findFirst();
    }

    /** Whether these know each other, though the room is anonymous: its members, once confirmed. */
    public boolean areAcquainted(Collection<MemberId> people) {
      return status == RoomStatus.CONFIRMED && people.stream().allMatch(this::hasMember);
    }

    /** What people need to know to be told of an event in the room. */
    public RoomEvent.Notice notice(List<MemberId> recipients) {
      return new RoomEvent.Notice(
          id, details.title(), host, details.anonymous() && !areAcquainted(recipients), recipients);
    }

    /**
     * The seat from which a member may say something: in an open or confirmed room that is not
     * hidden.
     *
     * @throws dev.moim.domain.shared.DomainException ROOM_NOT_OPEN, NOT_A_MEMBER
     */
    public Seat seatToSpeakFrom(MemberId member) {
      if (hidden || (status != RoomStatus.OPEN && status != RoomStatus.CONFIRMED)) {
        throw RoomError.ROOM_NOT_OPEN.because("status", status);
      }
      return seats.stream()
          .filter(seat -> seat.member().equals(member))
          .findFirst()
          .orElseThrow(RoomError.NOT_A_MEMBER::exception);
    }

    /** How many seats are taken, or kept for somebody who waits. */
    public int taken() {
      return Room.taken(seats, waiting);
    }

    /**
     * Whether all seats are taken or kept, whatever the status: that anybody may take one of a room
     * that is not full is another question.
     */
    public boolean isFull() {
      return !details.capacity().allows(taken() + 1);
    }

    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(
          id,
          host,
          details,
          seats,
          seatsGiven,
          waiting,
          removed,
          status,
          cancelReason,
          hidden,
          openedAt,
          version.next());
    }
  }
}
