package dev.moim.application.matching.service;

import dev.moim.application.meeting.port.in.CallOffMeeting;
import dev.moim.application.meeting.port.in.CheckPause;
import dev.moim.application.meeting.port.in.FindMeetings;
import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.RecentPartners;
import dev.moim.application.meeting.port.in.RecordAbsence;
import dev.moim.application.meeting.port.in.RegroupMeeting;
import dev.moim.application.meeting.port.in.SettleMeeting;
import dev.moim.application.member.port.in.CheckActive;
import dev.moim.application.member.port.in.FindMember;
import dev.moim.application.member.port.in.KeptApart;
import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.room.port.in.FindSeats;
import dev.moim.application.room.port.in.TakeSeats;

/** What random matching asks of other contexts. */
public record MatchingNeighbours(Meetings meetings, Members members, Rooms rooms) {
  /** What it asks of meetings. */
  public record Meetings(
      FormMeeting form,
      RegroupMeeting regroup,
      SettleMeeting settle,
      CallOffMeeting callOff,
      FindMeetings find,
      RecentPartners partners,
      RecordAbsence absences,
      CheckPause pauses) {}

  /** What it asks of rooms. */
  public record Rooms(FindSeats find, TakeSeats take) {}

  /** What it asks of members. */
  public record Members(CheckActive active, KeptApart apart, NameMembers names, FindMember find) {}
}
