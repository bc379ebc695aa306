package dev.moim.application.notification.port.in;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.Notification;

/**
 * Lists a member's notifications, the latest first. Those about a room whose texts the member may
 * not read any more say "…" for its title.
 */
@FunctionalInterface
public interface ListNotifications {
  /** A page, and how many of all notifications are unread. */
  record Result(Page<Notification> page, long unread) {}

  Result list(Caller caller, PageRequest page);
}
