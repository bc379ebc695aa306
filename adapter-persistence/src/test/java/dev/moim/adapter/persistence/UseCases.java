package dev.moim.adapter.persistence;

import dev.moim.application.audit.port.out.AuditLog;
import dev.moim.application.audit.service.AuditUseCases;
import dev.moim.application.matching.port.out.MatchProposals;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.matching.service.MatchingPorts;
import dev.moim.application.matching.service.MatchingSettings;
import dev.moim.application.matching.service.MatchingUseCases;
import dev.moim.application.meeting.port.out.Absences;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.meeting.port.out.Reviews;
import dev.moim.application.meeting.port.out.Scores;
import dev.moim.application.meeting.service.MeetingSettings;
import dev.moim.application.meeting.service.MeetingUseCases;
import dev.moim.application.member.port.out.Identities;
import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.application.member.port.out.MemberDirectory;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.application.member.port.out.PersonalBlocks;
import dev.moim.application.member.port.out.Pictures;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.member.port.out.Standings;
import dev.moim.application.member.port.out.Warnings;
import dev.moim.application.member.service.AdministrationUseCases;
import dev.moim.application.member.service.MemberPorts;
import dev.moim.application.member.service.MemberServices;
import dev.moim.application.member.service.MemberSettings;
import dev.moim.application.member.service.MemberUseCases;
import dev.moim.application.member.service.PersonalBlockUseCases;
import dev.moim.application.member.service.SessionUseCases;
import dev.moim.application.moderation.port.out.ReportLists;
import dev.moim.application.moderation.port.out.Reports;
import dev.moim.application.moderation.service.ModerationUseCases;
import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.notification.service.NotificationUseCases;
import dev.moim.application.room.port.out.Comments;
import dev.moim.application.room.port.out.OpenSeats;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.room.service.RoomNeighbours;
import dev.moim.application.room.service.RoomPorts;
import dev.moim.application.room.service.RoomSettings;
import dev.moim.application.room.service.RoomUseCases;
import dev.moim.application.shared.Cache;
import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.RetryPolicy;
import dev.moim.application.shared.RetryingTransactions;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.matching.Neighbours;
import dev.moim.testkit.member.FakeAccessTokens;
import dev.moim.testkit.member.FakeLinkTokens;
import dev.moim.testkit.member.FakePasswordHasher;
import dev.moim.testkit.member.FakePictureReader;
import dev.moim.testkit.member.FakeRefreshSecrets;
import dev.moim.testkit.member.FewCommonPasswords;
import dev.moim.testkit.member.InMemorySignInAttempts;
import dev.moim.testkit.member.RecordingMemberMails;
import dev.moim.testkit.shared.LocalLocks;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SeededRandomness;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** All use cases on a database, with transactions that try again. */
final class UseCases {
  final MemberUseCases members;
  final SessionUseCases sessions;
  final AdministrationUseCases administration;
  final PersonalBlockUseCases blocks;
  final MeetingUseCases meetings;
  final RoomUseCases rooms;
  final MatchingUseCases matching;
  final NotificationUseCases notifications;
  final ModerationUseCases moderation;
  final AuditUseCases audit;

  UseCases(TestDatabase database) {
    Transactions transactions =
        new RetryingTransactions(
            database.get(Transactions.class),
            RetryPolicy.DEFAULT,
            new SeededRandomness(1),
            duration -> LockSupport.parkNanos(duration.toNanos()));
    Ids ids = database.get(Ids.class);
    Clock clock = database.get(Clock.class);
    Outbox outbox = database.get(Outbox.class);
    MemberServices services =
        MemberServices.of(ports(database, transactions), MemberSettings.DEFAULT);
    members = MemberUseCases.of(services);
    sessions = SessionUseCases.of(services);
    administration = AdministrationUseCases.of(services);
    blocks = PersonalBlockUseCases.of(services);
    meetings =
        MeetingUseCases.of(
            database.get(Meetings.class),
            database.get(Absences.class),
            database.get(Reviews.class),
            database.get(Scores.class),
            members.nameMembers(),
            MeetingSettings.DEFAULT,
            transactions,
            outbox,
            ids,
            clock);
    rooms =
        RoomUseCases.of(
            new RoomPorts(
                database.get(Rooms.class),
                database.get(RoomList.class),
                database.get(OpenSeats.class),
                database.get(Comments.class),
                transactions,
                outbox,
                ids,
                clock),
            new RoomNeighbours(
                meetings.formMeeting(),
                meetings.joinMeeting(),
                meetings.findMeetings(),
                members.nameMembers(),
                members.checkActive(),
                blocks.keptApart()),
            SampleCategories.ALL,
            RoomSettings.DEFAULT);
    matching =
        MatchingUseCases.of(
            new MatchingPorts(
                database.get(MatchRequests.class),
                database.get(MatchProposals.class),
                pool -> {},
                new LocalLocks(),
                transactions,
                outbox,
                ids,
                clock),
            Neighbours.of(meetings, members, blocks, rooms),
            SampleCategories.ALL,
            MatchingSettings.DEFAULT,
            MemberSettings.DEFAULT.zone());
    notifications =
        NotificationUseCases.of(
            database.get(Notifications.class),
            members.nameMembers(),
            rooms.findHiddenRooms(),
            database.get(Inbox.class),
            transactions,
            ids,
            clock);
    moderation =
        ModerationUseCases.of(
            database.get(Reports.class),
            database.get(ReportLists.class),
            List.of(members.reportable(), rooms.reportable(), rooms.reportableComments()),
            administration.warnMember(),
            members.nameMembers(),
            transactions,
            outbox,
            ids,
            clock);
    audit =
        AuditUseCases.of(
            database.get(AuditLog.class),
            members.nameMembers(),
            database.get(Inbox.class),
            transactions,
            ids);
  }

  private static MemberPorts ports(TestDatabase database, Transactions transactions) {
    return new MemberPorts(
        new MemberPorts.Store(
            database.get(Members.class),
            database.get(MemberDirectory.class),
            database.get(Nicknames.class),
            database.get(Sessions.class),
            database.get(Standings.class),
            database.get(MailedLinks.class),
            database.get(Warnings.class),
            database.get(Identities.class),
            database.get(Pictures.class),
            database.get(PersonalBlocks.class)),
        new MemberPorts.Secrets(
            new FakePasswordHasher(),
            new FewCommonPasswords(),
            new FakeAccessTokens(),
            new FakeRefreshSecrets(),
            new FakeLinkTokens()),
        new RecordingMemberMails(),
        new InMemorySignInAttempts(),
        new FakePictureReader(),
        new NothingKept(),
        transactions,
        database.get(Outbox.class),
        database.get(DeadLetters.class),
        database.get(Ids.class),
        new SeededRandomness(2),
        database.get(Clock.class));
  }

  static Caller caller() {
    return new Caller(Samples.memberId(), Role.MEMBER);
  }

  /** So that each look-up of names shows among the statements. */
  private static final class NothingKept implements Cache<MemberId, String> {
    @Override
    public Map<MemberId, String> getAll(
        Collection<MemberId> keys, Function<Collection<MemberId>, Map<MemberId, String>> load) {
      return keys.isEmpty() ? Map.of() : load.apply(keys);
    }

    @Override
    public void invalidate(MemberId key) {}
  }
}
