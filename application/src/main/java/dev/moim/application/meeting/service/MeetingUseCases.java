package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.in.CallOffMeeting;
import dev.moim.application.meeting.port.in.CheckPause;
import dev.moim.application.meeting.port.in.FindMeetings;
import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.ListMeetings;
import dev.moim.application.meeting.port.in.RecentPartners;
import dev.moim.application.meeting.port.in.RecordAbsence;
import dev.moim.application.meeting.port.in.RegroupMeeting;
import dev.moim.application.meeting.port.in.SettleMeeting;
import dev.moim.application.meeting.port.in.ViewMeeting;
import dev.moim.application.meeting.port.out.Absences;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;

/** What can be done with meetings, wired to its ports. */
public record MeetingUseCases(
    FormMeeting formMeeting,
    RegroupMeeting regroupMeeting,
    SettleMeeting settleMeeting,
    CallOffMeeting callOffMeeting,
    FindMeetings findMeetings,
    RecentPartners recentPartners,
    RecordAbsence recordAbsence,
    CheckPause checkPause,
    ViewMeeting viewMeeting,
    ListMeetings listMeetings,
    PersonalData personalData) {
  public static MeetingUseCases of(
      Meetings meetings,
      Absences absences,
      NameMembers nameMembers,
      MeetingSettings settings,
      Transactions transactions,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    var store = new MeetingStore(meetings, outbox);
    var changing = new ChangeMeetingService(store, transactions, clock);
    var absence = new AbsenceService(absences, settings.pause(), transactions, ids, clock);
    var viewing = new ViewMeetingsService(meetings, nameMembers, transactions);
    return new MeetingUseCases(
        new FormMeetingService(store, transactions, ids, clock),
        changing::regroup,
        changing::settle,
        changing::callOff,
        new FindMeetingsService(meetings, transactions),
        (members, category, since) ->
            transactions.read(() -> meetings.partners(members, category, since)),
        absence::record,
        absence::pausedUntil,
        viewing::view,
        viewing::list,
        new MeetingPersonalData(meetings, transactions));
  }
}
