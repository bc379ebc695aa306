package dev.moim.adapter.web.notification;

import dev.moim.adapter.web.shared.Pages;
import dev.moim.adapter.web.shared.Parameters;
import dev.moim.application.notification.port.in.ListNotifications;
import dev.moim.application.notification.port.in.MarkNotificationsRead;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.shared.NotificationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller was told. */
@RestController
@RequestMapping(path = "/api/v1/notifications", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Notifications")
class NotificationController {
  private static final String LIST = "notifications";

  /** Something the caller is told; the text is made by whoever shows it. */
  @Schema(name = "Notification")
  record NotificationResponse(
      String id,
      @Schema(example = "ROOM_JOINED") String type,
      @Schema(description = "What the text speaks of, such as title, nickname, seat, category")
          Map<String, String> arguments,
      @Schema(
              description =
                  "What it is about: a path of the pages, and but for /match and /settings also below"
                      + " /api/v1",
              example = "/rooms/…")
          String link,
      Instant createdAt,
      @Nullable Instant readAt) {
    static NotificationResponse of(Notification notification) {
      return new NotificationResponse(
          notification.id().toString(),
          notification.type().name(),
          notification.arguments(),
          notification.link(),
          notification.createdAt(),
          notification.readAt().orElse(null));
    }
  }

  /** A page of notifications, and how many of all are unread. */
  record NotificationPage(
      List<NotificationResponse> items, @Nullable String nextCursor, long unread) {}

  /** Which notifications were read. */
  record MarkReadRequest(
      @Schema(description = "Left out: all of them") @Nullable List<String> ids) {}

  private final ListNotifications listNotifications;
  private final MarkNotificationsRead markNotificationsRead;
  private final Pages pages;

  NotificationController(
      ListNotifications listNotifications,
      MarkNotificationsRead markNotificationsRead,
      Pages pages) {
    this.listNotifications = listNotifications;
    this.markNotificationsRead = markNotificationsRead;
    this.pages = pages;
  }

  @GetMapping
  @Operation(summary = "One's own notifications, the latest first")
  NotificationPage list(
      Caller caller,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
          @RequestParam(required = false)
          @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    ListNotifications.Result found =
        listNotifications.list(caller, pages.request(LIST, limit, cursor));
    return new NotificationPage(
        found.page().items().stream().map(NotificationResponse::of).toList(),
        pages.next(LIST, found.page()),
        found.unread());
  }

  @PostMapping(path = "/read", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Mark one's own notifications as read: some, or all")
  ResponseEntity<Void> markRead(Caller caller, @RequestBody MarkReadRequest request) {
    Optional<List<NotificationId>> only =
        Optional.ofNullable(request.ids()).map(NotificationController::known);
    markNotificationsRead.mark(new MarkNotificationsRead.Command(caller, only));
    return ResponseEntity.noContent().build();
  }

  /** What identifies nothing is passed over. */
  private static List<NotificationId> known(List<String> ids) {
    return ids.stream()
        .map(Parameters::id)
        .flatMap(Optional::stream)
        .map(NotificationId::new)
        .toList();
  }
}
