package dev.moim.application.meeting;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.in.CallOffMeeting;
import dev.moim.application.meeting.port.in.FindMeetings;
import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.application.meeting.port.in.RecordAbsence;
import dev.moim.application.meeting.port.in.RegroupMeeting;
import dev.moim.application.meeting.port.in.SettleMeeting;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.AbsenceReason;
import dev.moim.domain.meeting.CallOffReason;
import dev.moim.domain.meeting.MeetingError;
import dev.moim.domain.meeting.MeetingEvent;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.Community;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  @Test
  void another_context_regroups_settles_and_calls_off() {
    Caller sua = community.newcomer("sua");
    MeetingId meeting = form(minji.id(), jun.id());
    Instant start = community.clock().now().plus(Duration.ofHours(3));

    community
        .meetings()
        .regroupMeeting()
        .regroup(
            new RegroupMeeting.Command(
                meeting, List.of(sua.id()), List.of(jun.id()), AllOf.ANYTHING, Optional.empty()));
    community
        .meetings()
        .settleMeeting()
        .settle(new SettleMeeting.Command(meeting, AllOf.ANYTHING, Optional.of(start)));

    assertThat(community.meetings().findMeetings().find(List.of(meeting, Samples.meetingId())))
        .containsExactly(
            Map.entry(
                meeting,
                new FindMeetings.Participation(
                    meeting,
                    new CategoryKey("meal"),
                    List.of(minji.id(), sua.id()),
                    Optional.of(start),
                    AllOf.ANYTHING,
                    Optional.empty(),
                    MeetingStatus.UPCOMING)));

    community
        .meetings()
        .callOffMeeting()
        .callOff(new CallOffMeeting.Command(meeting, CallOffReason.REGROUPED));

    assertThat(community.meetings().viewMeeting().view(minji, meeting).status())
        .isEqualTo(MeetingStatus.CANCELLED);
    assertThat(community.events())
        .filteredOn(MeetingEvent.class::isInstance)
        .hasExactlyElementsOfTypes(
            MeetingEvent.MeetingFormed.class,
            MeetingEvent.MembersJoined.class,
            MeetingEvent.MeetingSettled.class,
            MeetingEvent.MeetingCalledOff.class);
    assertRefused(
        MeetingError.MEETING_NOT_FOUND,
        () ->
            community
                .meetings()
                .callOffMeeting()
                .callOff(new CallOffMeeting.Command(Samples.meetingId(), CallOffReason.TOO_FEW)));
  }

  @Test
  void three_absences_pause_for_a_week() {
    Instant now = community.clock().now();
    for (int i = 0; i < 3; i++) {
      assertThat(community.meetings().checkPause().pausedUntil(jun.id())).isEmpty();
      community
          .meetings()
          .recordAbsence()
          .record(
              new RecordAbsence.Command(
                  jun.id(), new CategoryKey("meal"), AbsenceReason.PROPOSAL_UNANSWERED, now));
    }

    assertThat(community.meetings().checkPause().pausedUntil(jun.id()))
        .contains(now.plus(Duration.ofDays(7)));
    assertThat(community.meetings().checkPause().pausedUntil(minji.id())).isEmpty();
  }

  @Test
  void recent_partners_are_whom_one_met_lately() {
    form(minji.id(), jun.id());
    Instant now = community.clock().now();
    CategoryKey meal = new CategoryKey("meal");

    assertThat(community.meetings().recentPartners().of(List.of(minji.id()), meal, now))
        .isEqualTo(Map.of(minji.id(), Set.of(jun.id())));
    assertThat(
            community.meetings().recentPartners().of(List.of(minji.id()), meal, now.plusSeconds(1)))
        .isEmpty();
  }
}
