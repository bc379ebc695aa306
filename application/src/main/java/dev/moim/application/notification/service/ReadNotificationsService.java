package dev.moim.application.notification.service;

import dev.moim.application.notification.port.in.ListNotifications;
import dev.moim.application.notification.port.in.MarkNotificationsRead;
import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;

final class ReadNotificationsService {
  private final Notifications notifications;
  private final ReadableNotifications readable;
  private final Transactions transactions;
  private final Clock clock;

  ReadNotificationsService(
      Notifications notifications,
      ReadableNotifications readable,
      Transactions transactions,
      Clock clock) {
    this.notifications = notifications;
    this.readable = readable;
    this.transactions = transactions;
    this.clock = clock;
  }

  ListNotifications.Result list(Caller caller, PageRequest page) {
    return transactions.read(() ->
        new ListNotifications.Result(
            readable.of(caller, page), notifications.countUnread(caller.id())));
  }

  void mark(MarkNotificationsRead.Command command) {
    MemberId reader = command.caller().id();
    transactions.writeOnly(() ->
        command
            .only()
            .ifPresentOrElse(
                some -> notifications.markRead(reader, some, clock.now()),
                () -> notifications.markAllRead(reader, clock.now())));
  }
}
