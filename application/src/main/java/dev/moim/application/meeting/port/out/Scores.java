package dev.moim.application.meeting.port.out;

import dev.moim.application.meeting.port.in.ViewScore;
import dev.moim.application.shared.Page;
import dev.moim.domain.meeting.ScoreEntry;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;

/** The ledger of activity points; entries are added and never changed. */
public interface Scores {
  /**
   * @throws dev.moim.application.shared.ConcurrencyConflict if there is an entry for the same, at
   *     the latest at the end of the transaction
   */
  void add(List<ScoreEntry> entries);

  /** The sum of a member's points, over the entries that fit. */
  long total(MemberId member, ViewScore.Filter filter);

  /**
   * The sum of a member's points, without those of meetings that started after that or, if they
   * have no start, were formed after it.
   */
  long totalOfMeetingsUntil(MemberId member, Instant latest);

  /** A member's entries that fit, the latest first. */
  Page<ScoreEntry> page(MemberId member, ViewScore.Query query);
}
