package dev.moim.testkit.meeting;

import static dev.moim.testkit.meeting.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.condition.SampleConditions;
import dev.moim.testkit.shared.AggregateContract;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Meetings} keeps to. */
public abstract class MeetingsContract extends AggregateContract<Meeting.Snapshot> {
  private static final Instant NOW = SettableClock.START;

  protected abstract Meetings meetings();

  @Override
  protected Meeting.Snapshot fresh() {
    return aMeeting().build();
  }

  @Override
  protected List<Meeting.Snapshot> shapes() {
    List<Meeting.Snapshot> shapes = new ArrayList<>();
    shapes.add(aMeeting().build());
    shapes.add(
        aMeeting()
            .category("study")
            .agreed(SampleConditions.EVERY_KIND)
            .source(new MeetingSource.ConfirmedRoom(Samples.roomId()))
            .startsAt(Samples.FAR)
            .formedAt(Samples.EARLY)
            .build());
    MemberId late = Samples.memberId();
    MemberId later = Samples.memberId();
    shapes.add(aMeeting().members(later, late).build());
    shapes.add(
        aMeeting()
            .members(Stream.generate(Samples::memberId).limit(20).toArray(MemberId[]::new))
            .build());
    for (MeetingStatus status : MeetingStatus.values()) {
      shapes.add(aMeeting().status(status).build());
    }
    return shapes;
  }

  @Override
  protected Meeting.Snapshot changed(Meeting.Snapshot state) {
    List<MemberId> members = new ArrayList<>(state.members());
    members.removeFirst();
    members.add(Samples.memberId());
    return new Meeting.Snapshot(
        state.id(),
        state.category(),
        state.agreed(),
        members,
        state.source(),
        state.startsAt().isEmpty() ? Optional.of(NOW) : Optional.empty(),
        state.formedAt(),
        state.status() == MeetingStatus.DONE ? MeetingStatus.CANCELLED : MeetingStatus.DONE,
        state.version());
  }

  @Override
  protected Optional<Meeting.Snapshot> find(Meeting.Snapshot like) {
    return meetings().find(like.id()).map(Meeting::snapshot);
  }

  @Override
  protected Meeting.Snapshot save(Meeting.Snapshot state) {
    return meetings().save(Meeting.restore(state));
  }

  @Override
  protected Version version(Meeting.Snapshot state) {
    return state.version();
  }

  @Override
  protected Meeting.Snapshot stored(Meeting.Snapshot state) {
    return state.stored();
  }

  @Test
  void members_turn_the_pages_of_their_own_meetings_latest_first() {
    MemberId member = Samples.memberId();
    List<Meeting.Snapshot> own = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      MeetingBuilder meeting =
          aMeeting().members(Samples.memberId(), member).formedAt(NOW.minusSeconds(i / 3));
      own.add(write(() -> save(meeting.build())));
    }
    change(() -> save(fresh()));

    List<Meeting.Snapshot> seen =
        PageWalk.all(
            5,
            page -> read(() -> meetings().of(member, page)),
            () ->
                change(() ->
                    save(
                        aMeeting()
                            .members(member, Samples.memberId())
                            .formedAt(NOW.plusSeconds(1))
                            .build())));

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(own)
        .isSortedAccordingTo(Comparator.comparing(Meeting.Snapshot::formedAt).reversed());
  }
}
