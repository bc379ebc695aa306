package dev.moim.application.notification.service;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.shared.MemberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a member was told, without what is not theirs to read any more. */
final class NotificationPersonalData implements PersonalData {
  private final ReadableNotifications readable;
  private final Transactions transactions;

  NotificationPersonalData(ReadableNotifications readable, Transactions transactions) {
    this.readable = readable;
    this.transactions = transactions;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(MemberId member) {
    Caller reader = Caller.plain(member);
    return Map.of(
        "notifications",
        transactions.read(() -> Page.all(page -> readable.of(reader, page))).stream()
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
