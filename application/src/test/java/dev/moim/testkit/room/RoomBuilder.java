package dev.moim.testkit.room;

import dev.moim.domain.condition.AllOf;
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
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a room that was never stored and of which only what matters is named. */
public final class RoomBuilder {
  private final List<MemberId> others = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Removal> removed = new ArrayList<>();
  private RoomId id = Samples.roomId();
  private MemberId host = Samples.memberId();
  private String title = "Lunch";
  private String description = "";
  private CategoryKey category = new CategoryKey("meal");
  private AllOf condition = AllOf.ANYTHING;
  private Instant openedAt = SettableClock.START;
  private Instant meetsAt = SettableClock.START.plus(Duration.ofDays(1));
  private int capacity = 4;
  private boolean anonymous;
  private RoomStatus status = RoomStatus.OPEN;
  private String cancelReason = "";
  private boolean hidden;

  private RoomBuilder() {}

  public static RoomBuilder aRoom() {
    return new RoomBuilder();
  }

  public RoomBuilder id(RoomId identifier) {
    id = identifier;
    return this;
  }

  public RoomBuilder host(MemberId member) {
    host = member;
    return this;
  }

  /** Further members, in order of joining. */
  public RoomBuilder members(MemberId... members) {
    others.addAll(List.of(members));
    return this;
  }

  /** Somebody more who waits. */
  public RoomBuilder waiting(MemberId member) {
    waiting.add(new Waiting(member, waiting.size() + 1, openedAt.plusSeconds(1), Optional.empty()));
    return this;
  }

  /** Somebody more who waits, and for whom a seat is kept. */
  public RoomBuilder offered(MemberId member, Instant until) {
    waiting.add(
        new Waiting(member, waiting.size() + 1, openedAt.plusSeconds(1), Optional.of(until)));
    return this;
  }

  public RoomBuilder removed(MemberId member, String reason) {
    removed.add(new Removal(member, reason, openedAt.plusSeconds(1 + removed.size())));
    return this;
  }

  public RoomBuilder cancelReason(String reason) {
    cancelReason = reason;
    return this;
  }

  public RoomBuilder title(String text) {
    title = text;
    return this;
  }

  public RoomBuilder description(String text) {
    description = text;
    return this;
  }

  public RoomBuilder category(String key) {
    category = new CategoryKey(key);
    return this;
  }

  public RoomBuilder condition(AllOf wanted) {
    condition = wanted;
    return this;
  }

  public RoomBuilder openedAt(Instant instant) {
    openedAt = instant;
    return this;
  }

  public RoomBuilder meetsAt(Instant instant) {
    meetsAt = instant;
    return this;
  }

  public RoomBuilder capacity(int seats) {
    capacity = seats;
    return this;
  }

  public RoomBuilder anonymous() {
    anonymous = true;
    return this;
  }

  public RoomBuilder status(RoomStatus state) {
    status = state;
    return this;
  }

  public RoomBuilder hidden() {
    hidden = true;
    return this;
  }

  public RoomDetails details() {
    return new RoomDetails(
        title, description, category, condition, meetsAt, new Capacity(capacity), anonymous);
  }

  public Room.Snapshot build() {
    List<Seat> seats = new ArrayList<>();
    seats.add(new Seat(host, 1, openedAt));
    for (MemberId member : others) {
      int number = seats.size() + 1;
      seats.add(new Seat(member, number, openedAt.plusSeconds(number)));
    }
    return new Room.Snapshot(
        id,
        host,
        details(),
        seats,
        seats.size(),
        waiting,
        removed,
        status,
        cancelReason,
        hidden,
        openedAt,
        Version.NEW);
  }

  public Room restore() {
    return Room.restore(build());
  }
}
