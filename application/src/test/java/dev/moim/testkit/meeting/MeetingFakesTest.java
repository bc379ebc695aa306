package dev.moim.testkit.meeting;

import dev.moim.application.meeting.port.out.Absences;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.meeting.port.out.Reviews;
import dev.moim.application.meeting.port.out.Scores;
import dev.moim.application.shared.Transactions;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;
import org.junit.jupiter.api.Nested;

class MeetingFakesTest {
  private final InMemoryStore store = new InMemoryStore();
  private final Transactions transactions = new InMemoryTransactions(store);
  private final Meetings meetings = new InMemoryMeetings(store);
  private final Reviews reviews = new InMemoryReviews(store);
  private final Scores scores = new InMemoryScores(store, meetings);
  private final Absences absences = new InMemoryAbsences(store);

  @Nested
  class AsMeetings extends MeetingsContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Meetings meetings() {
      return meetings;
    }
  }

  @Nested
  class AsReviews extends ReviewsContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Reviews reviews() {
      return reviews;
    }

    @Override
    protected Meetings meetings() {
      return meetings;
    }
  }

  @Nested
  class AsScores extends ScoresContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Scores scores() {
      return scores;
    }

    @Override
    protected Meetings meetings() {
      return meetings;
    }
  }

  @Nested
  class AsAbsences extends AbsencesContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Absences absences() {
      return absences;
    }
  }
}
