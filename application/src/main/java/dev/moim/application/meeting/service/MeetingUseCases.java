package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.ListMeetings;
import dev.moim.application.meeting.port.in.ViewMeeting;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;

/** What can be done with meetings, wired to its ports. */
public record MeetingUseCases(
    FormMeeting formMeeting,
    ViewMeeting viewMeeting,
    ListMeetings listMeetings,
    PersonalData personalData) {
  public static MeetingUseCases of(
      Meetings meetings, NameMembers nameMembers, Transactions transactions, Ids ids, Clock clock) {
    var viewing = new ViewMeetingsService(meetings, nameMembers, transactions);
    return new MeetingUseCases(
        new FormMeetingService(meetings, transactions, ids, clock),
        viewing::view,
        viewing::list,
        new MeetingPersonalData(meetings, transactions));
  }
}
