package dev.moim.testkit.meeting;

import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.shared.Transactions;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;

class MeetingFakesTest extends MeetingsContract {
  private final InMemoryStore store = new InMemoryStore();
  private final Transactions transactions = new InMemoryTransactions(store);
  private final Meetings meetings = new InMemoryMeetings(store);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected Meetings meetings() {
    return meetings;
  }
}
