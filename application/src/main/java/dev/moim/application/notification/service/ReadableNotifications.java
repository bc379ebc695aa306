package dev.moim.application.notification.service;

import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.room.port.in.FindHiddenRooms;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.RoomId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What members were told, without the words of rooms whose texts they may not read any more: what
 * has been hidden since is not to be read here either.
 */
final class ReadableNotifications {
  private static final Pattern ROOM =
      Pattern.compile("/rooms/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");
  private static final String TITLE = "title";

  private final Notifications notifications;
  private final FindHiddenRooms hiddenRooms;

  ReadableNotifications(Notifications notifications, FindHiddenRooms hiddenRooms) {
    this.notifications = notifications;
    this.hiddenRooms = hiddenRooms;
  }

  /** A member's own, within a running transaction; the rooms of a page are looked up at once. */
  Page<Notification> of(Caller reader, PageRequest request) {
    Page<Notification> page = notifications.of(reader.id(), request);
    Set<RoomId> hidden =
        hiddenRooms.hiddenFrom(
            reader,
            page.items().stream().flatMap(told -> room(told).stream()).collect(Collectors.toSet()));
    return page.map(told -> room(told).filter(hidden::contains).isEmpty() ? told : wordless(told));
  }

  /** The room that a notification tells of, if it names one. */
  private static Optional<RoomId> room(Notification told) {
    Matcher link = ROOM.matcher(told.link());
    return told.arguments().containsKey(TITLE) && link.matches()
        ? Optional.of(new RoomId(UUID.fromString(link.group(1))))
        : Optional.empty();
  }

  /** Why one was removed is about oneself, and stays. */
  private static Notification wordless(Notification told) {
    Map<String, String> rest = new HashMap<>(told.arguments());
    rest.put(TITLE, FindHiddenRooms.HIDDEN_TITLE);
    if (told.type() != NotificationType.ROOM_REMOVED) {
      rest.remove("reason");
    }
    return told.withArguments(rest);
  }
}
