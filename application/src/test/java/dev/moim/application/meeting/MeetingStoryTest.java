package dev.moim.application.meeting;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.in.CannotCome;
import dev.moim.application.meeting.port.in.ReviewMembers;
import dev.moim.application.meeting.port.in.ViewScore;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.meeting.MeetingError;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.meeting.Rating;
import dev.moim.domain.meeting.ScoreReason;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.Community;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The life of a meeting, from the room that it came of to the points that it brought. */
class MeetingStoryTest {
  private final Community community = new Community();
  private final Caller minji = community.newcomer("minji");
  private final Caller jun = community.newcomer("jun");
  private final Caller sua = community.newcomer("sua");
  private final Caller late = community.newcomer("late");

  private MeetingId confirmedRoom() {
    RoomId room =
        community
            .rooms()
            .openRoom()
            .open(
                new OpenRoom.Command(
                    minji,
                    "점심",
                    "",
                    "meal",
                    Map.of(),
                    community.clock().now().plus(Duration.ofHours(5)),
                    4,
                    false))
            .id();
    for (Caller guest : List.of(jun, sua, late)) {
      community.rooms().joinRoom().join(new JoinRoom.Command(guest, room));
    }
    return community
        .rooms()
        .confirmRoom()
        .confirm(new ConfirmRoom.Command(minji, room, Optional.empty()));
  }

  private void pass(Duration time) {
    community.clock().advance(time);
    community.meetings().advanceMeetings().advance();
  }

  private void review(Caller by, MeetingId meeting, Rating... ratings) {
    community
        .meetings()
        .reviewMembers()
        .review(new ReviewMembers.Command(by, meeting, List.of(ratings)));
  }

  private static Rating stars(Caller of, int stars) {
    return new Rating(of.id(), Optional.of(stars));
  }

  private static Rating absent(Caller who) {
    return new Rating(who.id(), Optional.empty());
  }

  private Notification latest(Caller member) {
    return community.told(member).getFirst();
  }

  private long total(Caller member) {
    return seen(member, member);
  }

  private long seen(Caller by, Caller member) {
    return community.meetings().viewTotalScore().total(by, member.id());
  }

  @Test
  void points_of_reviews_tell_nothing_of_when_they_were_written() {
    MeetingId meeting = confirmedRoom();
    Instant start = community.meetings().viewMeeting().view(jun, meeting).startsAt().orElseThrow();
    pass(Duration.ofHours(6));
    review(jun, meeting, stars(minji, 5));
    pass(Duration.ofHours(30));
    review(sua, meeting, stars(minji, 1));

    List<ViewScore.Entry> opinions =
        community
            .meetings()
            .viewScore()
            .view(minji, new ViewScore.Query(ViewScore.Filter.NONE, PageRequest.first(20)))
            .entries()
            .items()
            .stream()
            .filter(entry -> entry.reason() == ScoreReason.STARS_RECEIVED)
            .toList();
    assertThat(opinions).hasSize(2).extracting(ViewScore.Entry::at).containsOnly(start);
    assertThat(opinions)
        .extracting(entry -> entry.id().value().getMostSignificantBits() >>> 16)
        .containsOnly(0L);
  }

  @Test
  void others_see_the_points_of_a_meeting_when_nobody_reviews_it_any_more_and_all_at_once() {
    MeetingId meeting = confirmedRoom();
    pass(Duration.ofHours(6));
    review(jun, meeting, stars(minji, 1));
    pass(Duration.ofHours(30));
    review(sua, meeting, stars(minji, 5));

    assertThat(List.of(minji, jun, sua)).allMatch(member -> seen(late, member) == 0);
    assertThat(seen(minji, jun)).isZero();
    assertThat(seen(minji, minji)).isEqualTo(10 + 42 - 10 + 42);

    pass(Duration.ofDays(14).minus(Duration.ofHours(30)).minusNanos(1));
    assertThat(List.of(minji, jun, sua)).allMatch(member -> seen(late, member) == 0);

    pass(Duration.ofNanos(1));
    assertRefused(MeetingError.REVIEW_NOT_OPEN, () -> review(late, meeting, stars(minji, 5)));
    assertThat(seen(late, minji)).isEqualTo(10 + 42 - 10 + 42);
    assertThat(seen(minji, jun)).isEqualTo(10 + 20);
    assertThat(seen(minji, sua)).isEqualTo(10 + 20);
  }

  @Test
  void a_meeting_from_its_room_to_its_points() {
    MeetingId meeting = confirmedRoom();

    community.meetings().cannotCome().cannotCome(new CannotCome.Command(late, meeting));

    assertThat(latest(jun).type()).isEqualTo(NotificationType.MEETING_LEFT);
    assertThat(latest(jun).arguments()).isEqualTo(Map.of("category", "meal", "nicknames", "late"));
    assertThat(latest(jun).link()).isEqualTo("/meetings/" + meeting);

    pass(Duration.ofHours(4));
    pass(Duration.ZERO);

    assertThat(community.told(sua))
        .filteredOn(told -> told.type() == NotificationType.MEETING_REMINDER)
        .hasSize(1);

    pass(Duration.ofHours(1));
    assertRefused(
        MeetingError.MEETING_STARTED,
        () -> community.meetings().cannotCome().cannotCome(new CannotCome.Command(sua, meeting)));
    assertRefused(MeetingError.REVIEW_NOT_OPEN, () -> review(jun, meeting, stars(minji, 5)));

    pass(Duration.ofHours(1));

    assertThat(community.meetings().viewMeeting().view(jun, meeting).status())
        .isEqualTo(MeetingStatus.DONE);
    assertThat(latest(minji).type()).isEqualTo(NotificationType.REVIEW_OPEN);
    assertThat(total(minji)).isEqualTo(52);
    assertThat(total(jun)).isEqualTo(10);
    assertThat(total(late)).isZero();

    review(jun, meeting, stars(minji, 5), absent(sua));
    assertThat(total(sua)).isEqualTo(10);
    review(minji, meeting, stars(jun, 1), absent(sua));

    assertThat(total(minji)).isEqualTo(52 + 42 + 20);
    assertThat(total(jun)).isEqualTo(10 + 20 - 10);
    assertThat(total(sua)).isEqualTo(10 - 200);
    assertRefused(MeetingError.ALREADY_REVIEWED, () -> review(jun, meeting, stars(sua, 5)));
    assertRefused(MeetingError.MEETING_NOT_FOUND, () -> review(late, meeting, stars(jun, 5)));
    assertThat(community.meetings().listOwnReviews().list(jun, meeting))
        .containsExactlyInAnyOrder(stars(minji, 5), absent(sua));
    assertRefused(
        MeetingError.MEETING_NOT_FOUND,
        () -> community.meetings().listOwnReviews().list(late, meeting));

    ViewScore.Score own =
        community
            .meetings()
            .viewScore()
            .view(sua, new ViewScore.Query(ViewScore.Filter.NONE, PageRequest.first(9)));
    assertThat(own.total()).isEqualTo(-190);
    assertThat(own.entries().items())
        .extracting(ViewScore.Entry::reason)
        .containsExactlyInAnyOrder(ScoreReason.TOOK_PART, ScoreReason.REPORTED_ABSENT);
    Map<String, List<Map<String, Object>>> kept = community.meetings().personalData().of(jun.id());
    assertThat(kept.get("reviews")).hasSize(2);
    assertThat(kept.get("score")).hasSize(3);

    pass(Duration.ofDays(14));
    assertRefused(MeetingError.REVIEW_NOT_OPEN, () -> review(sua, meeting, stars(jun, 5)));
  }

  @Test
  void a_room_that_only_one_is_left_of_is_called_off_and_said_so() {
    MeetingId meeting = confirmedRoom();

    for (Caller member : List.of(sua, late, minji)) {
      community.meetings().cannotCome().cannotCome(new CannotCome.Command(member, meeting));
    }

    assertThat(community.told(jun))
        .extracting(Notification::type)
        .startsWith(
            NotificationType.MEETING_CALLED_OFF,
            NotificationType.MEETING_LEFT,
            NotificationType.MEETING_LEFT,
            NotificationType.ROOM_CONFIRMED);
    assertThat(community.meetings().viewMeeting().view(jun, meeting).status())
        .isEqualTo(MeetingStatus.CANCELLED);
    pass(Duration.ofHours(7));
    assertRefused(MeetingError.REVIEW_NOT_OPEN, () -> review(jun, meeting, stars(sua, 5)));
  }
}
