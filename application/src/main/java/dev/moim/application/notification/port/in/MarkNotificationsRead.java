package dev.moim.application.notification.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.NotificationId;
import java.util.List;

/**
 * Marks a member's own notifications as read; those of others, and unknown ones, are passed over.
 */
@FunctionalInterface
public interface MarkNotificationsRead {
  /**
   * @param notifications which ones; empty for all
   */
  record Command(Caller caller, List<NotificationId> notifications) {
    public Command {
      notifications = List.copyOf(notifications);
    }
  }

  void mark(Command command);
}
