package dev.moim.testkit.matching;

import dev.moim.application.matching.service.MatchingNeighbours;
import dev.moim.application.meeting.service.MeetingUseCases;
import dev.moim.application.member.service.MemberUseCases;
import dev.moim.application.member.service.PersonalBlockUseCases;
import dev.moim.application.room.service.RoomUseCases;

/** The other contexts as random matching asks them. */
public final class Neighbours {
  private Neighbours() {}

  public static MatchingNeighbours of(
      MeetingUseCases meetings,
      MemberUseCases members,
      PersonalBlockUseCases blocks,
      RoomUseCases rooms) {
    return new MatchingNeighbours(
        new MatchingNeighbours.Meetings(
            meetings.formMeeting(),
            meetings.regroupMeeting(),
            meetings.settleMeeting(),
            meetings.callOffMeeting(),
            meetings.findMeetings(),
            meetings.recentPartners(),
            meetings.recordAbsence(),
            meetings.checkPause()),
        new MatchingNeighbours.Members(
            members.checkActive(), blocks.keptApart(), members.nameMembers(), members.findMember()),
        new MatchingNeighbours.Rooms(rooms.findSeats(), rooms.takeSeats()));
  }
}
