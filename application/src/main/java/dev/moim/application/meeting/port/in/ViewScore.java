package dev.moim.application.meeting.port.in;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.ScoreReason;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.ScoreEntryId;
import java.time.Instant;
import java.util.Optional;

/** Shows a member their own activity score and what it is made of. */
@FunctionalInterface
public interface ViewScore {
  /**
   * Which entries count; every part that is present must hold.
   *
   * @param from the earliest instant wanted
   * @param to the first instant not wanted any more
   */
  record Filter(Optional<CategoryKey> category, Optional<Instant> from, Optional<Instant> to) {
    public static final Filter NONE =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty());
  }

  record Query(Filter filter, PageRequest page) {}

  /** A line of the ledger, without who gave the stars. */
  record Entry(
      ScoreEntryId id,
      CategoryKey category,
      Optional<MeetingId> meeting,
      ScoreReason reason,
      int points,
      Instant at) {}

  record Score(long total, Page<Entry> entries) {}

  Score view(Caller caller, Query query);
}
