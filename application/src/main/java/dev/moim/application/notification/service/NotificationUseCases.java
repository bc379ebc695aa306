package dev.moim.application.notification.service;

import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.notification.port.in.ListNotifications;
import dev.moim.application.notification.port.in.MarkNotificationsRead;
import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.room.port.in.FindHiddenRooms;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;

/**
 * What can be done with notifications, wired to its ports.
 *
 * @param writer writes notifications down as events come in, and forgets those of who is erased
 */
public record NotificationUseCases(
    ListNotifications listNotifications,
    MarkNotificationsRead markNotificationsRead,
    EventConsumer writer,
    PersonalData personalData) {
  public static NotificationUseCases of(
      Notifications notifications,
      NameMembers nameMembers,
      FindHiddenRooms hiddenRooms,
      Inbox inbox,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    var readable = new ReadableNotifications(notifications, hiddenRooms);
    var reading = new ReadNotificationsService(notifications, readable, transactions, clock);
    return new NotificationUseCases(
        reading::list,
        reading::mark,
        new NotificationWriter(notifications, nameMembers, inbox, transactions, ids).consumer(),
        new NotificationPersonalData(readable, transactions));
  }
}
