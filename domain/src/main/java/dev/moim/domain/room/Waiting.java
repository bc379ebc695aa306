package dev.moim.domain.room;

import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Optional;

/**
 * A member's place in the wait list of a full room.
 *
 * @param place orders the list: who came later has a higher one
 * @param since when the member began to wait
 * @param offeredUntil until when a seat is kept for the member; empty while none is
 */
public record Waiting(MemberId member, int place, Instant since, Optional<Instant> offeredUntil) {
  boolean hasOffer() {
    return offeredUntil.isPresent();
  }

  boolean hasOfferAt(Instant now) {
    return offeredUntil.filter(now::isBefore).isPresent();
  }

  /** With no offer that goes on after a moment. */
  Waiting endingBy(Instant end) {
    return offeredUntil.filter(end::isBefore).isPresent() ? offered(end) : this;
  }

  Waiting offered(Instant until) {
    return new Waiting(member, place, since, Optional.of(until));
  }
}
