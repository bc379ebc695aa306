package dev.moim.domain.room;

import dev.moim.domain.shared.MemberId;
import java.time.Instant;

/**
 * A member's place in a room.
 *
 * @param number counts the members of the room in order of their joining, from 1, and is never
 *     given twice; in an anonymous room it is what others see
 */
public record Seat(MemberId member, int number, Instant takenAt) {}
