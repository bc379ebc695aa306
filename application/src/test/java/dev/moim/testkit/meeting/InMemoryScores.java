package dev.moim.testkit.meeting;

import dev.moim.application.meeting.port.in.ViewScore;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.meeting.port.out.Scores;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.Position;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.ScoreEntry;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ScoreEntryId;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Pages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ledger of points on an {@link InMemoryStore}. */
public final class InMemoryScores implements Scores {
  private final InMemoryStore.Table<ScoreEntryId, ScoreEntry> entries;

  private final Meetings meetings;

  public InMemoryScores(InMemoryStore store, Meetings meetings) {
    this.meetings = meetings;
    entries =
        store
            .table(ScoreEntry::id)
            .unique(
                entry -> Optional.of(entry.once()),
                () -> new ConcurrencyConflict("there is such an entry"));
  }

  @Override
  public void add(List<ScoreEntry> made) {
    made.forEach(entries::put);
  }

  @Override
  public long total(MemberId member, ViewScore.Filter filter) {
    return of(member, filter).mapToLong(ScoreEntry::points).sum();
  }

  @Override
  public long totalOfMeetingsUntil(MemberId member, Instant latest) {
    return of(member, ViewScore.Filter.NONE)
        .filter(entry -> entry.meeting().map(id -> startedBy(latest, id)).orElse(true))
        .mapToLong(ScoreEntry::points)
        .sum();
  }

  private boolean startedBy(Instant latest, MeetingId id) {
    return meetings
        .find(id)
        .map(Meeting::snapshot)
        .filter(meeting -> !meeting.startsAt().orElse(meeting.formedAt()).isAfter(latest))
        .isPresent();
  }

  @Override
  public Page<ScoreEntry> page(MemberId member, ViewScore.Query query) {
    return Pages.latestFirst(
        of(member, query.filter()),
        entry -> new Position(entry.at(), entry.id().value()),
        query.page());
  }

  private Stream<ScoreEntry> of(MemberId member, ViewScore.Filter filter) {
    return entries.all().stream()
        .filter(entry -> entry.member().equals(member))
        .filter(entry -> filter.category().map(entry.category()::equals).orElse(true))
        .filter(entry -> filter.from().map(from -> !entry.at().isBefore(from)).orElse(true))
        .filter(entry -> filter.to().map(to -> entry.at().isBefore(to)).orElse(true));
  }
}
