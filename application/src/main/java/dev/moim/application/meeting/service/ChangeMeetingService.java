package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.in.CallOffMeeting;
import dev.moim.application.meeting.port.in.CannotCome;
import dev.moim.application.meeting.port.in.JoinMeeting;
import dev.moim.application.meeting.port.in.RegroupMeeting;
import dev.moim.application.meeting.port.in.SettleMeeting;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MeetingId;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Changes meetings as their members or another context say. */
final class ChangeMeetingService {
  private final MeetingStore store;
  private final Transactions transactions;
  private final Clock clock;

  ChangeMeetingService(MeetingStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  void regroup(RegroupMeeting.Command command) {
    change(
        command.meeting(),
        (meeting, now) ->
            meeting.regroup(
                command.joining(), command.leaving(), command.agreed(), command.startsAt(), now));
  }

  void settle(SettleMeeting.Command command) {
    change(
        command.meeting(),
        (meeting, now) -> meeting.settle(command.agreed(), command.startsAt(), now));
  }

  void callOff(CallOffMeeting.Command command) {
    change(
        command.meeting(),
        (meeting, now) -> meeting.callOff(command.reason(), command.informed(), now));
  }

  void cannotCome(CannotCome.Command command) {
    change(command.meeting(), (meeting, now) -> meeting.cannotCome(command.caller().id(), now));
  }

  void join(JoinMeeting.Command command) {
    change(() -> store.get(command.room()), (meeting, now) -> meeting.join(command.member(), now));
  }

  private void change(MeetingId id, BiConsumer<Meeting, Instant> how) {
    change(() -> store.get(id), how);
  }

  private void change(Supplier<Meeting> which, BiConsumer<Meeting, Instant> how) {
    transactions.writeOnly(() -> {
      Meeting meeting = which.get();
      how.accept(meeting, clock.now());
      store.save(meeting);
    });
  }
}
