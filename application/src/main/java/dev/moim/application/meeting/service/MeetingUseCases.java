package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.in.AdvanceMeetings;
import dev.moim.application.meeting.port.in.CallOffMeeting;
import dev.moim.application.meeting.port.in.CannotCome;
import dev.moim.application.meeting.port.in.CheckPause;
import dev.moim.application.meeting.port.in.FindMeetings;
import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.JoinMeeting;
import dev.moim.application.meeting.port.in.ListMeetings;
import dev.moim.application.meeting.port.in.ListOwnReviews;
import dev.moim.application.meeting.port.in.RecentPartners;
import dev.moim.application.meeting.port.in.RecordAbsence;
import dev.moim.application.meeting.port.in.RegroupMeeting;
import dev.moim.application.meeting.port.in.ReviewMembers;
import dev.moim.application.meeting.port.in.SettleMeeting;
import dev.moim.application.meeting.port.in.ViewMeeting;
import dev.moim.application.meeting.port.in.ViewScore;
import dev.moim.application.meeting.port.in.ViewTotalScore;
import dev.moim.application.meeting.port.out.Absences;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.meeting.port.out.Reviews;
import dev.moim.application.meeting.port.out.Scores;
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
    JoinMeeting joinMeeting,
    SettleMeeting settleMeeting,
    CallOffMeeting callOffMeeting,
    FindMeetings findMeetings,
    RecentPartners recentPartners,
    RecordAbsence recordAbsence,
    CheckPause checkPause,
    ViewMeeting viewMeeting,
    ListMeetings listMeetings,
    CannotCome cannotCome,
    AdvanceMeetings advanceMeetings,
    ReviewMembers reviewMembers,
    ListOwnReviews listOwnReviews,
    ViewScore viewScore,
    ViewTotalScore viewTotalScore,
    PersonalData personalData) {
  public static MeetingUseCases of(
      Meetings meetings,
      Absences absences,
      Reviews reviews,
      Scores scores,
      NameMembers nameMembers,
      MeetingSettings settings,
      Transactions transactions,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    var store = new MeetingStore(meetings, scores, absences, outbox, ids, clock);
    var changing = new ChangeMeetingService(store, transactions, clock);
    var absence = new AbsenceService(absences, settings.pause(), transactions, ids, clock);
    var reviewing = new ReviewService(store, reviews, transactions, ids, clock);
    var scoring = new ScoreService(scores, transactions, clock);
    var viewing = new ViewMeetingsService(meetings, nameMembers, transactions);
    return new MeetingUseCases(
        new FormMeetingService(store, transactions, ids, clock),
        changing::regroup,
        changing::join,
        changing::settle,
        changing::callOff,
        new FindMeetingsService(meetings, transactions),
        (members, category, since) ->
            transactions.read(() -> meetings.partners(members, category, since)),
        absence::record,
        absence::pausedUntil,
        viewing::view,
        viewing::list,
        changing::cannotCome,
        new AdvanceMeetingsService(meetings, store, transactions, clock),
        reviewing::review,
        reviewing::own,
        scoring::own,
        scoring::total,
        new MeetingPersonalData(meetings, reviews, scores, transactions));
  }
}
