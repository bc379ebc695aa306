package dev.moim.testkit.meeting;

import static dev.moim.testkit.meeting.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.condition.SampleConditions;
import dev.moim.testkit.shared.AggregateContract;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            .reminded()
            .build());
    shapes.add(aMeeting().members().build());
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
    if (!members.isEmpty()) {
      members.removeFirst();
    }
    members.add(Samples.memberId());
    return new Meeting.Snapshot(
        state.id(),
        state.category(),
        state.agreed(),
        members,
        state.host(),
        state.source(),
        state.startsAt().isEmpty() ? Optional.of(NOW) : Optional.empty(),
        state.formedAt(),
        state.status() == MeetingStatus.DONE ? MeetingStatus.CANCELLED : MeetingStatus.DONE,
        !state.reminded(),
        state.reviews() + 3,
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

  @Test
  void the_meeting_that_a_room_became_is_found() {
    RoomId room = Samples.roomId();
    Meeting.Snapshot meeting =
        write(() -> save(aMeeting().source(new MeetingSource.ConfirmedRoom(room)).build()));
    change(
        () -> save(aMeeting().source(new MeetingSource.ConfirmedRoom(Samples.roomId())).build()));
    change(() -> save(aMeeting().build()));

    assertThat(read(() -> meetings().ofRoom(room)).map(Meeting::snapshot)).contains(meeting);
    assertThat(read(() -> meetings().ofRoom(Samples.roomId()))).isEmpty();
  }

  @Test
  void those_that_there_are_are_found_at_once() {
    Meeting.Snapshot one = write(() -> save(fresh()));
    Meeting.Snapshot other = write(() -> save(aMeeting().members().build()));
    change(() -> save(fresh()));

    assertThat(
            read(
                () -> meetings().all(List.of(one.id(), Samples.meetingId(), other.id(), one.id()))))
        .containsExactlyInAnyOrder(one, other);
    assertThat(read(() -> meetings().all(List.of()))).isEmpty();
  }

  @Test
  void very_many_are_found() {
    Meeting.Snapshot one = write(() -> save(fresh()));
    Meeting.Snapshot other = write(() -> save(fresh()));
    List<MeetingId> many = new ArrayList<>(List.of(one.id()));
    Stream.generate(Samples::meetingId).limit(1001).forEach(many::add);
    many.add(other.id());

    assertThat(read(() -> meetings().all(many))).containsExactlyInAnyOrder(one, other);
  }

  @Test
  void partners_are_whom_one_has_been_brought_together_with_lately_in_the_category() {
    MemberId minji = Samples.memberId();
    MemberId jun = Samples.memberId();
    MemberId sua = Samples.memberId();
    MemberId alone = Samples.memberId();
    CategoryKey meal = new CategoryKey("meal");
    change(() -> {
      save(aMeeting().members(minji, jun).formedAt(NOW).build());
      save(aMeeting().members(minji, jun, sua).status(MeetingStatus.DONE).build());
      save(aMeeting().members(minji, alone).formedAt(NOW.minusSeconds(1)).build());
      save(aMeeting().members(minji, alone).status(MeetingStatus.CANCELLED).build());
      save(aMeeting().members(minji, alone).category("study").build());
      save(aMeeting().members(alone).build());
    });

    assertThat(read(() -> meetings().partners(List.of(minji, jun, alone), meal, NOW)))
        .isEqualTo(Map.of(minji, Set.of(jun, sua), jun, Set.of(minji, sua)));
    assertThat(read(() -> meetings().partners(List.of(), meal, NOW))).isEmpty();
  }

  @Test
  void partners_of_very_many_are_found() {
    List<MemberId> many = new ArrayList<>();
    Stream.generate(Samples::memberId).limit(1001).forEach(many::add);
    change(() -> save(aMeeting().members(many.getFirst(), many.getLast()).build()));

    assertThat(read(() -> meetings().partners(many, new CategoryKey("meal"), NOW)))
        .isEqualTo(
            Map.of(
                many.getFirst(), Set.of(many.getLast()), many.getLast(), Set.of(many.getFirst())));
  }

  @Test
  void what_is_due_comes_longest_due_first() {
    Instant noon = NOW.plus(Duration.ofHours(12));
    Meeting.Snapshot over =
        write(() -> save(aMeeting().startsAt(noon.minus(Duration.ofHours(3))).reminded().build()));
    Meeting.Snapshot toRemind =
        write(() -> save(aMeeting().startsAt(noon.plus(Meeting.REMINDED_BEFORE)).build()));
    change(() -> {
      save(aMeeting().startsAt(noon.plus(Duration.ofHours(2))).build());
      save(aMeeting().startsAt(noon).reminded().build());
      save(aMeeting().startsAt(noon).status(MeetingStatus.DONE).build());
      save(aMeeting().startsAt(noon).status(MeetingStatus.CANCELLED).build());
    });

    assertThat(read(() -> meetings().due(noon, 9))).containsExactly(over.id(), toRemind.id());
    assertThat(read(() -> meetings().due(noon, 1))).containsExactly(over.id());
  }
}
