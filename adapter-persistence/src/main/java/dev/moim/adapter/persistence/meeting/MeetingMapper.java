package dev.moim.adapter.persistence.meeting;

import dev.moim.adapter.persistence.shared.ConditionJson;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

final class MeetingMapper {
  private static final String ROOM = "ROOM";
  private static final String RANDOM = "RANDOM";

  private MeetingMapper() {}

  static void write(Meeting.Snapshot meeting, MeetingRow row) {
    row.category = meeting.category().value();
    row.agreed = ConditionJson.write(meeting.agreed());
    switch (meeting.source()) {
      case MeetingSource.ConfirmedRoom(RoomId room) -> {
        row.source = ROOM;
        row.roomId = room.value();
      }
      case MeetingSource.RandomMatch() -> {
        row.source = RANDOM;
        row.roomId = null;
      }
    }
    row.hostId = meeting.host().map(MemberId::value).orElse(null);
    row.startsAt = meeting.startsAt().map(Instants::stored).orElse(null);
    row.formedAt = Instants.stored(meeting.formedAt());
    row.status = meeting.status().name();
    row.reminded = meeting.reminded();
    row.reviews = meeting.reviews();
    row.dueAt = meeting.dueAt().map(Instants::stored).orElse(null);
    List<MeetingMemberRow> members = members(meeting.members(), row.formedAt);
    row.members.retainAll(members);
    row.members.addAll(members);
  }

  private static List<MeetingMemberRow> members(List<MemberId> members, Instant formedAt) {
    return IntStream.range(0, members.size())
        .mapToObj(i -> new MeetingMemberRow(i + 1, members.get(i).value(), formedAt))
        .toList();
  }

  static Meeting.Snapshot read(MeetingRow row) {
    return new Meeting.Snapshot(
        new MeetingId(row.id()),
        new CategoryKey(row.category),
        ConditionJson.read(row.agreed),
        row.members.stream()
            .sorted(Comparator.comparingInt(MeetingMemberRow::place))
            .map(member -> new MemberId(member.memberId()))
            .toList(),
        Optional.ofNullable(row.hostId).map(MemberId::new),
        source(row),
        Optional.ofNullable(row.startsAt),
        row.formedAt,
        MeetingStatus.valueOf(row.status),
        row.reminded,
        row.reviews,
        row.version());
  }

  private static MeetingSource source(MeetingRow row) {
    return switch (row.source) {
      case ROOM -> new MeetingSource.ConfirmedRoom(new RoomId(Objects.requireNonNull(row.roomId)));
      case RANDOM -> new MeetingSource.RandomMatch();
      default -> throw new IllegalStateException("meeting " + row.id() + " from " + row.source);
    };
  }
}
