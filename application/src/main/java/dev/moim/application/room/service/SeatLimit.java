package dev.moim.application.room.service;

import dev.moim.application.room.port.out.OpenSeats;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import java.util.Collection;

/** In how many rooms at once a member may have a seat, opened or joined, or wait for one. */
final class SeatLimit {
  private static final int MOST = 10;
  private static final int MOST_WAITED_FOR = 10;

  private final OpenSeats openSeats;
  private final Clock clock;

  SeatLimit(OpenSeats openSeats, Clock clock) {
    this.openSeats = openSeats;
    this.clock = clock;
  }

  /**
   * Refuses if one of them has a seat in too many rooms for another one; to be asked in the write
   * that gives the seats, before they are saved.
   *
   * @throws dev.moim.domain.shared.DomainException TOO_MANY_ROOMS
   */
  void check(Collection<MemberId> members) {
    if (openSeats.count(members, clock.now()).values().stream().anyMatch(rooms -> rooms >= MOST)) {
      throw RoomError.TOO_MANY_ROOMS.because("most", MOST);
    }
  }

  /**
   * Refuses if the member waits in too many rooms to wait in another one; likewise.
   *
   * @throws dev.moim.domain.shared.DomainException TOO_MANY_WAITS
   */
  void checkWaiting(MemberId member) {
    if (openSeats.countWaiting(member, clock.now()) >= MOST_WAITED_FOR) {
      throw RoomError.TOO_MANY_WAITS.because("most", MOST_WAITED_FOR);
    }
  }
}
