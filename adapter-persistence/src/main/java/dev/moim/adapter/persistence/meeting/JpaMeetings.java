package dev.moim.adapter.persistence.meeting;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.LatestFirst;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.util.List;
import java.util.Optional;

final class JpaMeetings implements Meetings {
  private static final LatestFirst<MeetingRow> OF_MEMBER =
      new LatestFirst<>(
          MeetingRow.class,
          "select m from MeetingRow m join m.members p",
          "p.memberId",
          "p.formedAt",
          "m.id");

  private final CurrentSession current;
  private final AggregateRows<MeetingRow> rows;

  JpaMeetings(CurrentSession current) {
    this.current = current;
    rows = new AggregateRows<>(current, MeetingRow.class, MeetingRow::new, "members");
  }

  @Override
  public Optional<Meeting> find(MeetingId id) {
    return rows.find(id.value()).map(MeetingMapper::read).map(Meeting::restore);
  }

  @Override
  public Page<Meeting.Snapshot> of(MemberId member, PageRequest page) {
    List<Meeting.Snapshot> found =
        OF_MEMBER.rows(current.reading(), member.value(), page).stream()
            .map(MeetingMapper::read)
            .toList();
    return Page.of(
        found, page.limit(), meeting -> new Position(meeting.formedAt(), meeting.id().value()));
  }

  @Override
  public Meeting.Snapshot save(Meeting meeting) {
    Meeting.Snapshot state = meeting.snapshot();
    MeetingRow stored =
        rows.save(state.id().value(), state.version(), row -> MeetingMapper.write(state, row));
    return MeetingMapper.read(stored);
  }
}
