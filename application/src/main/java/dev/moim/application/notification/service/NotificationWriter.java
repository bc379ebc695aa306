package dev.moim.application.notification.service;

import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.matching.MatchRequestEvent;
import dev.moim.domain.meeting.MeetingEvent;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.moderation.ReportEvent;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.NotificationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes down what members are to be told of an event, once per event: the inbox mark and the rows
 * are one transaction.
 */
final class NotificationWriter {
  private static final String NAME = "notifications";

  private final Notifications notifications;
  private final NameMembers nameMembers;
  private final Inbox inbox;
  private final Transactions transactions;
  private final Ids ids;

  NotificationWriter(
      Notifications notifications,
      NameMembers nameMembers,
      Inbox inbox,
      Transactions transactions,
      Ids ids) {
    this.notifications = notifications;
    this.nameMembers = nameMembers;
    this.inbox = inbox;
    this.transactions = transactions;
    this.ids = ids;
  }

  EventConsumer consumer() {
    return EventConsumer.named(NAME)
        .onlyWriting()
        .on(
            RoomEvent.MemberJoined.class,
            (id, e) -> tellOfPerson(id, e, NotificationType.ROOM_JOINED, e.member(), e.seat()))
        .on(
            RoomEvent.MemberLeft.class,
            (id, e) -> tellOfPerson(id, e, NotificationType.ROOM_LEFT, e.member(), e.seat()))
        .on(RoomEvent.RoomFilled.class, (id, e) -> tell(id, e, NotificationType.ROOM_FULL))
        .on(RoomEvent.HostChanged.class, this::tellOfHost)
        .on(RoomEvent.RoomConfirmed.class, (id, e) -> tell(id, e, NotificationType.ROOM_CONFIRMED))
        .on(
            RoomEvent.RoomCancelled.class,
            (id, e) -> tell(id, e, NotificationType.ROOM_CANCELLED, because(e.reason())))
        .on(RoomEvent.RoomChanged.class, (id, e) -> tell(id, e, NotificationType.ROOM_CHANGED))
        .on(
            RoomEvent.MemberRemoved.class,
            (id, e) -> tell(id, e, NotificationType.ROOM_REMOVED, because(e.reason())))
        .on(
            RoomEvent.SeatOffered.class,
            (id, e) ->
                tell(id, e, NotificationType.SEAT_OFFERED, Map.of("until", e.until().toString())))
        .on(RoomEvent.OfferEnded.class, (id, e) -> tell(id, e, NotificationType.SEAT_OFFER_ENDED))
        .on(RoomEvent.WaitingEnded.class, (id, e) -> tell(id, e, NotificationType.ROOM_WAIT_ENDED))
        .on(RoomEvent.RoomExpired.class, (id, e) -> tell(id, e, NotificationType.ROOM_EXPIRED))
        .on(
            RoomEvent.CommentWritten.class,
            (id, e) -> tellOfPerson(id, e, NotificationType.ROOM_COMMENTED, e.author(), e.seat()))
        .on(
            RoomEvent.CommentAnswered.class,
            (id, e) -> tellOfPerson(id, e, NotificationType.COMMENT_ANSWERED, e.author(), e.seat()))
        .on(RoomEvent.RoomHidden.class, this::tellOfHiding)
        .on(ReportEvent.ReportClosed.class, this::tellReporter)
        .on(
            MatchRequestEvent.MatchRequestMatched.class,
            (id, e) ->
                tell(
                    id,
                    e,
                    NotificationType.MATCH_MADE,
                    e.member(),
                    e.relaxed().isEmpty()
                        ? Map.of()
                        : Map.of("relaxed", String.join(",", e.relaxed())),
                    "/meetings/" + e.meeting()))
        .on(
            MatchRequestEvent.MatchRequestExpired.class,
            (id, e) ->
                tellOfEnd(id, e, NotificationType.MATCH_EXPIRED, e.ownDoing(), e.reasonName()))
        .on(
            MatchRequestEvent.MatchRequestCancelled.class,
            (id, e) -> tellOfEnd(id, e, NotificationType.MATCH_ENDED, e.ownDoing(), e.reasonName()))
        .on(
            MatchRequestEvent.MatchRequestProposed.class,
            (id, e) -> tell(id, e, NotificationType.MATCH_PROPOSED, requestOf(e)))
        .on(
            MatchRequestEvent.MatchRequestMoved.class,
            (id, e) -> tell(id, e, NotificationType.MATCH_MOVED, "/meetings/" + e.meeting()))
        .on(
            MatchRequestEvent.MatchRequestSeated.class,
            (id, e) -> tell(id, e, NotificationType.MATCH_SEATED, "/rooms/" + e.room()))
        .on(
            MatchRequestEvent.MatchRequestReturned.class,
            (id, e) -> tell(id, e, NotificationType.MATCH_RETURNED, requestOf(e)))
        .on(
            MatchRequestEvent.CompanionInvited.class,
            (id, e) ->
                tellOfFriend(
                    id, e, NotificationType.MATCH_INVITED, e.companion(), e.member(), "/match"))
        .on(
            MatchRequestEvent.CompanionAnswered.class,
            (id, e) ->
                tellOfFriend(
                    id,
                    e,
                    e.comes()
                        ? NotificationType.COMPANION_COMES
                        : NotificationType.COMPANION_STAYS_AWAY,
                    e.member(),
                    e.companion(),
                    requestOf(e)))
        .on(MeetingEvent.MembersJoined.class, this::tellOfJoiners)
        .on(MeetingEvent.MemberCannotCome.class, this::tellOfAbsence)
        .on(
            MeetingEvent.MeetingSettled.class,
            (id, e) ->
                tell(
                    id, e, NotificationType.MEETING_CHANGED, e.changed() ? e.members() : List.of()))
        .on(
            MeetingEvent.MeetingCalledOff.class,
            (id, e) -> tell(id, e, NotificationType.MEETING_CALLED_OFF, e.recipients()))
        .on(MeetingEvent.MeetingNear.class, this::remind)
        .on(
            MeetingEvent.MeetingDone.class,
            (id, e) ->
                tell(
                    id,
                    e,
                    NotificationType.REVIEW_OPEN,
                    e.occurredAt().isAfter(e.reviewUntil()) ? List.of() : e.members()))
        .on(
            MemberEvent.AnotherSessionOpened.class,
            (id, e) -> tell(id, e, NotificationType.NEW_SESSION, Map.of("device", e.device())))
        .on(
            MemberEvent.TokensRevoked.class,
            (id, e) -> tell(id, e, NotificationType.TOKENS_REVOKED, Map.of("device", e.device())))
        .on(
            MemberEvent.MemberWarned.class,
            (id, e) ->
                tell(
                    id,
                    e,
                    NotificationType.WARNED,
                    Map.of("until", e.until().toString(), "reason", e.reason())))
        .on(
            MemberEvent.RoleChanged.class,
            (id, e) -> tell(id, e, NotificationType.ROLE_CHANGED, Map.of("role", e.to().name())))
        .on(MemberEvent.MemberErased.class, (id, e) -> forget(e.member()))
        .build();
  }

  private static Map<String, String> because(String reason) {
    return reason.isEmpty() ? Map.of() : Map.of("reason", reason);
  }

  private void tell(UUID eventId, RoomEvent.Noticed event, NotificationType type) {
    tell(eventId, event, type, Map.of());
  }

  private void tell(
      UUID eventId, RoomEvent.Noticed event, NotificationType type, Map<String, String> more) {
    Map<String, String> arguments = new HashMap<>(more);
    arguments.put("title", event.notice().title());
    write(
        eventId,
        event.notice().recipients().stream()
            .map(recipient -> aboutRoom(event, type, recipient, arguments))
            .toList());
  }

  private void tellOfHost(UUID eventId, RoomEvent.HostChanged event) {
    Map<String, String> arguments = Map.of("title", event.notice().title());
    write(
        eventId,
        event.notice().recipients().stream()
            .map(recipient ->
                aboutRoom(
                    event,
                    recipient.equals(event.newHost())
                        ? NotificationType.ROOM_HANDED_OVER
                        : NotificationType.ROOM_HOST_CHANGED,
                    recipient,
                    arguments))
            .toList());
  }

  /**
   * Names the person by nickname, or only by seat to those from whom an anonymous room hides it.
   */
  private void tellOfPerson(
      UUID eventId, RoomEvent.Noticed event, NotificationType type, MemberId person, int seat) {
    RoomEvent.Notice notice = event.notice();
    Optional<String> nickname = Optional.ofNullable(nameMembers.names(List.of(person)).get(person));
    Map<String, String> hidden = Map.of("title", notice.title(), "seat", Integer.toString(seat));
    Map<String, String> open = new HashMap<>(hidden);
    nickname.ifPresent(name -> open.put("nickname", name));
    write(
        eventId,
        notice.recipients().stream()
            .map(recipient -> {
              boolean hides = notice.anonymous() && !notice.isHost(recipient);
              return aboutRoom(event, type, recipient, hides ? hidden : open);
            })
            .toList());
  }

  private Notification aboutRoom(
      RoomEvent.Noticed event,
      NotificationType type,
      MemberId recipient,
      Map<String, String> arguments) {
    return new Notification(
        new NotificationId(ids.next()),
        recipient,
        type,
        arguments,
        "/rooms/" + event.room(),
        event.occurredAt(),
        Optional.empty());
  }

  private void tell(UUID eventId, MatchRequestEvent event, NotificationType type, String link) {
    tell(eventId, event, type, event.member(), Map.of(), link);
  }

  /** What members did themselves they need not be told. */
  private void tellOfEnd(
      UUID eventId,
      MatchRequestEvent event,
      NotificationType type,
      boolean ownDoing,
      String reason) {
    if (!ownDoing) {
      tell(eventId, event, type, event.member(), Map.of("reason", reason), requestOf(event));
    }
  }

  private void tellOfFriend(
      UUID eventId,
      MatchRequestEvent event,
      NotificationType type,
      MemberId recipient,
      MemberId friend,
      String link) {
    Map<String, String> names = new HashMap<>();
    Optional.ofNullable(nameMembers.names(List.of(friend)).get(friend))
        .ifPresent(name -> names.put("nickname", name));
    tell(eventId, event, type, recipient, names, link);
  }

  private void tell(
      UUID eventId,
      MatchRequestEvent event,
      NotificationType type,
      MemberId recipient,
      Map<String, String> more,
      String link) {
    Map<String, String> arguments = new HashMap<>(more);
    arguments.put("category", event.category().value());
    write(
        eventId,
        List.of(
            new Notification(
                new NotificationId(ids.next()),
                recipient,
                type,
                arguments,
                link,
                event.occurredAt(),
                Optional.empty())));
  }

  private static String requestOf(MatchRequestEvent event) {
    return "/match-requests/" + event.request();
  }

  private void tell(
      UUID eventId, MeetingEvent event, NotificationType type, List<MemberId> recipients) {
    tell(eventId, event, type, recipients, Map.of());
  }

  private void tell(
      UUID eventId,
      MeetingEvent event,
      NotificationType type,
      List<MemberId> recipients,
      Map<String, String> more) {
    Map<String, String> arguments = new HashMap<>(more);
    arguments.put("category", event.category().value());
    write(
        eventId,
        recipients.stream()
            .map(recipient ->
                new Notification(
                    new NotificationId(ids.next()),
                    recipient,
                    type,
                    arguments,
                    "/meetings/" + event.meeting(),
                    event.occurredAt(),
                    Optional.empty()))
            .toList());
  }

  private void remind(UUID eventId, MeetingEvent.MeetingNear event) {
    Map<String, String> start = Map.of("startsAt", event.startsAt().toString());
    tell(eventId, event, NotificationType.MEETING_REMINDER, event.members(), start);
  }

  private void tellOfJoiners(UUID eventId, MeetingEvent.MembersJoined event) {
    tell(
        eventId,
        event,
        NotificationType.MATCH_JOINED,
        event.others(),
        Map.of("nicknames", nicknames(event.joined())));
  }

  private void tellOfAbsence(UUID eventId, MeetingEvent.MemberCannotCome event) {
    tell(
        eventId,
        event,
        NotificationType.MEETING_LEFT,
        event.remaining(),
        Map.of("nicknames", nicknames(List.of(event.member()))));
  }

  /** Of those who have one, in their order. */
  private String nicknames(List<MemberId> people) {
    Map<MemberId, String> names = nameMembers.names(people);
    return people.stream()
        .map(names::get)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private void tell(
      UUID eventId, MemberEvent event, NotificationType type, Map<String, String> arguments) {
    write(
        eventId,
        List.of(
            new Notification(
                new NotificationId(ids.next()),
                event.member(),
                type,
                arguments,
                "/settings",
                event.occurredAt(),
                Optional.empty())));
  }

  /** Names no title, since that is what was hidden. */
  private void tellOfHiding(UUID eventId, RoomEvent.RoomHidden event) {
    write(
        eventId,
        event.recipients().stream()
            .map(recipient ->
                new Notification(
                    new NotificationId(ids.next()),
                    recipient,
                    NotificationType.ROOM_HIDDEN,
                    Map.of(),
                    "/rooms/" + event.room(),
                    event.occurredAt(),
                    Optional.empty()))
            .toList());
  }

  private void tellReporter(UUID eventId, ReportEvent.ReportClosed event) {
    write(
        eventId,
        List.of(
            new Notification(
                new NotificationId(ids.next()),
                event.reporter(),
                NotificationType.REPORT_DECIDED,
                Map.of("outcome", event.outcomeName()),
                event.link(),
                event.occurredAt(),
                Optional.empty())));
  }

  private void forget(MemberId member) {
    transactions.writeOnly(() -> notifications.removeAllOf(member));
  }

  private void write(UUID eventId, List<Notification> due) {
    if (due.isEmpty()) {
      return;
    }
    transactions.writeOnly(() -> {
      if (inbox.firstTime(NAME, eventId)) {
        notifications.add(due);
      }
    });
  }
}
