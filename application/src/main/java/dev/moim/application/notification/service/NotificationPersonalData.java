package dev.moim.application.notification.service;

import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.shared.MemberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a member was told, as they were told it. */
final class NotificationPersonalData implements PersonalData {
  private final Notifications notifications;
  private final Transactions transactions;

  NotificationPersonalData(Notifications notifications, Transactions transactions) {
    this.notifications = notifications;
    this.transactions = transactions;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(MemberId member) {
    return Map.of(
        "notifications",
        transactions.read(() -> Page.all(page -> notifications.of(member, page))).stream()
            .map(NotificationPersonalData::entry)
            .toList());
  }

  private static Map<String, Object> entry(Notification notification) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("type", notification.type().name());
    entry.put("arguments", notification.arguments());
    entry.put("link", notification.link());
    entry.put("createdAt", notification.createdAt());
    notification.readAt().ifPresent(at -> entry.put("readAt", at));
    return entry;
  }
}
