package dev.moim.domain.meeting;

import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ScoreEntryId;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the ledger of activity points; it never changes.
 *
 * @param meeting empty if it comes of none
 * @param at for when it counts; what others say of the member counts for when the meeting was, and
 *     tells by that nothing of when they said it
 * @param once names what it was made for: there are no two entries with the same
 */
public record ScoreEntry(
    ScoreEntryId id,
    MemberId member,
    CategoryKey category,
    Optional<MeetingId> meeting,
    ScoreReason reason,
    int points,
    Instant at,
    String once) {
  /** The entry of an award. */
  public static ScoreEntry of(
      ScoreEntryId id, MeetingId meeting, CategoryKey category, Award award, Instant at) {
    String once =
        award.reason()
            + ":"
            + meeting
            + ":"
            + award.member()
            + award.by().map(reviewer -> ":" + reviewer).orElse("");
    return new ScoreEntry(
        id,
        award.member(),
        category,
        Optional.of(meeting),
        award.reason(),
        award.points(),
        at,
        once);
  }
}
