package dev.moim.adapter.persistence;

import dev.moim.application.audit.port.out.AuditLog;
import dev.moim.application.matching.port.out.MatchProposals;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.meeting.port.out.Absences;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.meeting.port.out.Reviews;
import dev.moim.application.meeting.port.out.Scores;
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
import dev.moim.application.moderation.port.out.ReportLists;
import dev.moim.application.moderation.port.out.Reports;
import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.room.port.out.Comments;
import dev.moim.application.room.port.out.OpenSeats;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.application.shared.StoreUpkeep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;
import dev.moim.testkit.audit.AuditLogContract;
import dev.moim.testkit.matching.MatchProposalsContract;
import dev.moim.testkit.matching.MatchRequestsContract;
import dev.moim.testkit.meeting.AbsencesContract;
import dev.moim.testkit.meeting.MeetingsContract;
import dev.moim.testkit.meeting.ReviewsContract;
import dev.moim.testkit.meeting.ScoresContract;
import dev.moim.testkit.member.IdentitiesContract;
import dev.moim.testkit.member.MailedLinksContract;
import dev.moim.testkit.member.MemberDirectoryContract;
import dev.moim.testkit.member.MembersContract;
import dev.moim.testkit.member.PersonalBlocksContract;
import dev.moim.testkit.member.PicturesContract;
import dev.moim.testkit.member.SessionsContract;
import dev.moim.testkit.member.StandingsContract;
import dev.moim.testkit.member.WarningsContract;
import dev.moim.testkit.moderation.ReportListsContract;
import dev.moim.testkit.moderation.ReportsContract;
import dev.moim.testkit.notification.NotificationsContract;
import dev.moim.testkit.room.CommentsContract;
import dev.moim.testkit.room.OpenSeatsContract;
import dev.moim.testkit.room.RoomListContract;
import dev.moim.testkit.room.RoomsContract;
import dev.moim.testkit.shared.DeadLettersContract;
import dev.moim.testkit.shared.IdempotentAnswersContract;
import dev.moim.testkit.shared.InboxContract;
import dev.moim.testkit.shared.OutboxContract;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.StoreUpkeepContract;
import dev.moim.testkit.shared.TransactionsContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The contracts of all stores, for each kind of database to run. */
abstract class StoreContracts {
  abstract TestDatabase database();

  @BeforeEach
  void empty_the_database() {
    database().empty();
  }

  @Nested
  class AsTransactions extends TransactionsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Rooms rooms() {
      return database().get(Rooms.class);
    }
  }

  @Nested
  class AsOutbox extends OutboxContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Outbox outbox() {
      return database().get(Outbox.class);
    }

    @Override
    protected OutboxMessages messages() {
      return database().get(OutboxMessages.class);
    }

    @Override
    protected EventCodec codec() {
      return database().get(EventCodec.class);
    }
  }

  @Nested
  class AsInbox extends InboxContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Inbox inbox() {
      return database().get(Inbox.class);
    }

    @Override
    protected Outbox outbox() {
      return database().get(Outbox.class);
    }

    @Override
    protected OutboxMessages messages() {
      return database().get(OutboxMessages.class);
    }

    @Override
    protected SettableClock clock() {
      return (SettableClock) database().get(Clock.class);
    }
  }

  @Nested
  class AsDeadLetters extends DeadLettersContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected DeadLetters deadLetters() {
      return database().get(DeadLetters.class);
    }
  }

  @Nested
  class AsIdempotentAnswers extends IdempotentAnswersContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected IdempotentAnswers answers() {
      return database().get(IdempotentAnswers.class);
    }
  }

  @Nested
  class AsStoreUpkeep extends StoreUpkeepContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected StoreUpkeep upkeep() {
      return database().get(StoreUpkeep.class);
    }

    @Override
    protected Rooms rooms() {
      return database().get(Rooms.class);
    }
  }

  @Nested
  class AsRooms extends RoomsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Rooms rooms() {
      return database().get(Rooms.class);
    }
  }

  @Nested
  class AsRoomList extends RoomListContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected RoomList list() {
      return database().get(RoomList.class);
    }

    @Override
    protected Rooms rooms() {
      return database().get(Rooms.class);
    }
  }

  @Nested
  class AsOpenSeats extends OpenSeatsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected OpenSeats openSeats() {
      return database().get(OpenSeats.class);
    }

    @Override
    protected Rooms rooms() {
      return database().get(Rooms.class);
    }
  }

  @Nested
  class AsComments extends CommentsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Comments comments() {
      return database().get(Comments.class);
    }

    @Override
    protected Rooms rooms() {
      return database().get(Rooms.class);
    }
  }

  @Nested
  class AsMembers extends MembersContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Members members() {
      return database().get(Members.class);
    }

    @Override
    protected Nicknames nicknames() {
      return database().get(Nicknames.class);
    }
  }

  @Nested
  class AsSessions extends SessionsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Sessions sessions() {
      return database().get(Sessions.class);
    }
  }

  @Nested
  class AsMemberDirectory extends MemberDirectoryContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected MemberDirectory directory() {
      return database().get(MemberDirectory.class);
    }

    @Override
    protected Members members() {
      return database().get(Members.class);
    }
  }

  @Nested
  class AsStandings extends StandingsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Standings standings() {
      return database().get(Standings.class);
    }

    @Override
    protected Sessions sessions() {
      return database().get(Sessions.class);
    }

    @Override
    protected Members members() {
      return database().get(Members.class);
    }
  }

  @Nested
  class AsMailedLinks extends MailedLinksContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected MailedLinks links() {
      return database().get(MailedLinks.class);
    }
  }

  @Nested
  class AsWarnings extends WarningsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Warnings warnings() {
      return database().get(Warnings.class);
    }
  }

  @Nested
  class AsIdentities extends IdentitiesContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Identities identities() {
      return database().get(Identities.class);
    }
  }

  @Nested
  class AsPersonalBlocks extends PersonalBlocksContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected PersonalBlocks blocks() {
      return database().get(PersonalBlocks.class);
    }
  }

  @Nested
  class AsPictures extends PicturesContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Pictures pictures() {
      return database().get(Pictures.class);
    }
  }

  @Nested
  class AsReports extends ReportsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Reports reports() {
      return database().get(Reports.class);
    }
  }

  @Nested
  class AsReportLists extends ReportListsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected ReportLists lists() {
      return database().get(ReportLists.class);
    }

    @Override
    protected Reports reports() {
      return database().get(Reports.class);
    }
  }

  @Nested
  class AsAuditLog extends AuditLogContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected AuditLog log() {
      return database().get(AuditLog.class);
    }
  }

  @Nested
  class AsMatchProposals extends MatchProposalsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected MatchProposals proposals() {
      return database().get(MatchProposals.class);
    }
  }

  @Nested
  class AsMatchRequests extends MatchRequestsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected MatchRequests requests() {
      return database().get(MatchRequests.class);
    }
  }

  @Nested
  class AsMeetings extends MeetingsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Meetings meetings() {
      return database().get(Meetings.class);
    }
  }

  @Nested
  class AsReviews extends ReviewsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Reviews reviews() {
      return database().get(Reviews.class);
    }

    @Override
    protected Meetings meetings() {
      return database().get(Meetings.class);
    }
  }

  @Nested
  class AsScores extends ScoresContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Scores scores() {
      return database().get(Scores.class);
    }

    @Override
    protected Meetings meetings() {
      return database().get(Meetings.class);
    }
  }

  @Nested
  class AsAbsences extends AbsencesContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Absences absences() {
      return database().get(Absences.class);
    }
  }

  @Nested
  class AsNotifications extends NotificationsContract {
    @Override
    protected Transactions transactions() {
      return database().get(Transactions.class);
    }

    @Override
    protected Notifications notifications() {
      return database().get(Notifications.class);
    }
  }
}
