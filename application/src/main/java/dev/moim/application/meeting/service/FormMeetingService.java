package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MeetingId;

final class FormMeetingService implements FormMeeting {
  private final MeetingStore store;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  FormMeetingService(MeetingStore store, Transactions transactions, Ids ids, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public MeetingId form(Command command) {
    return transactions.write(() -> {
      MeetingId id = new MeetingId(ids.next());
      store.save(
          Meeting.form(
              id,
              command.category(),
              command.agreed(),
              command.members(),
              command.source(),
              command.startsAt(),
              clock.now()));
      return id;
    });
  }
}
