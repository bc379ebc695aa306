package dev.moim.application.notification.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.NotificationId;
import java.util.List;
import java.util.Optional;

/**
 * Marks a member's own notifications as read; those of others, and unknown ones, are passed over.
 */
@FunctionalInterface
public interface MarkNotificationsRead {
  /**
   * @param only which ones; empty for all
   */
  record Command(Caller caller, Optional<List<NotificationId>> only) {
    public Command {
      only = only.map(List::copyOf);
    }
  }

  void mark(Command command);
}
