package dev.moim.testkit.notification;

import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.shared.Transactions;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;

class NotificationFakesTest extends NotificationsContract {
  private final InMemoryStore store = new InMemoryStore();
  private final Transactions transactions = new InMemoryTransactions(store);
  private final Notifications notifications = new InMemoryNotifications(store);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected Notifications notifications() {
    return notifications;
  }
}
