package dev.moim.application.meeting;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.MeetingError;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.Community;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeetingUseCasesTest {
  private final Community community = new Community();
  private final Caller minji = community.newcomer("minji");
  private final Caller jun = community.newcomer("jun");

  private MeetingId form(MemberId... members) {
    return community
        .meetings()
        .formMeeting()
        .form(
            new FormMeeting.Command(
                new CategoryKey("meal"),
                AllOf.ANYTHING,
                List.of(members),
                new MeetingSource.RandomMatch(),
                Optional.empty()));
  }

  @Test
  void a_meeting_shows_its_members_by_name_also_one_who_is_gone() {
    MemberId gone = Samples.memberId();
    MeetingId meeting = form(minji.id(), gone, jun.id());

    MeetingView view = community.meetings().viewMeeting().view(minji, meeting);

    assertThat(view.members())
        .containsExactly(
            new MeetingView.Person(minji.id(), Optional.of("minji")),
            new MeetingView.Person(gone, Optional.empty()),
            new MeetingView.Person(jun.id(), Optional.of("jun")));
    assertThat(view.status()).isEqualTo(MeetingStatus.UPCOMING);
    assertThat(view.formedAt()).isEqualTo(community.clock().now());
  }

  @Test
  void a_meeting_is_not_there_for_those_who_are_not_in_it() {
    MeetingId meeting = form(minji.id(), jun.id());

    assertRefused(
        MeetingError.MEETING_NOT_FOUND,
        () ->
            community
                .meetings()
                .viewMeeting()
                .view(new Caller(Samples.memberId(), Role.ADMIN), meeting));
    assertRefused(
        MeetingError.MEETING_NOT_FOUND,
        () -> community.meetings().viewMeeting().view(minji, Samples.meetingId()));
  }

  @Test
  void members_list_their_own_meetings_latest_first() {
    List<MeetingId> own = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      community.clock().advance(Duration.ofSeconds(1));
      own.addFirst(form(minji.id(), Samples.memberId()));
      form(jun.id(), Samples.memberId());
    }

    Page<MeetingView> first = community.meetings().listMeetings().list(minji, PageRequest.first(2));
    Page<MeetingView> second =
        community.meetings().listMeetings().list(minji, new PageRequest(2, first.next()));

    assertThat(first.items()).extracting(MeetingView::id).isEqualTo(own.subList(0, 2));
    assertThat(second.items()).extracting(MeetingView::id).isEqualTo(own.subList(2, 3));
    assertThat(second.next()).isEmpty();
  }
}
