package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.in.AdvanceMeetings;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.shared.Sweep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MeetingId;
import java.util.List;

final class AdvanceMeetingsService implements AdvanceMeetings {
  private static final int AT_ONCE = 200;

  private final Meetings meetings;
  private final MeetingStore store;
  private final Transactions transactions;
  private final Clock clock;

  AdvanceMeetingsService(
      Meetings meetings, MeetingStore store, Transactions transactions, Clock clock) {
    this.meetings = meetings;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public int advance() {
    List<MeetingId> due = transactions.read(() -> meetings.due(clock.now(), AT_ONCE));
    return Sweep.over(
        due,
        id ->
            transactions.writeOnly(() -> {
              Meeting meeting = store.get(id);
              meeting.advance(clock.now());
              store.save(meeting);
            }));
  }
}
