package dev.moim.application.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.notification.port.in.ListNotifications;
import dev.moim.application.notification.port.in.MarkNotificationsRead;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.matching.MatchRequestEvent;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.NotificationId;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.Community;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.SampleEvents;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationUseCasesTest {
  private final Community community = new Community();
  private final Caller host = community.newcomer("host");
  private final Caller minji = community.newcomer("minji");
  private final Caller jun = community.newcomer("jun");
  private final RoomId room = Samples.roomId();

  NotificationUseCasesTest() {
    community.deliver();
  }

  private RoomEvent.Notice notice(boolean anonymous, MemberId... recipients) {
    return new RoomEvent.Notice(room, "점심", host.id(), anonymous, List.of(recipients));
  }

  private void happens(DomainEvent... events) {
    community.transactions().writeOnly(() -> community.outbox().append(List.of(events)));
  }

  private long unread(Caller member) {
    return list(member).unread();
  }

  private ListNotifications.Result list(Caller member) {
    return community.notifications().listNotifications().list(member, PageRequest.first(20));
  }

  private void mark(Caller member, NotificationId... notifications) {
    mark(new MarkNotificationsRead.Command(member, Optional.of(List.of(notifications))));
  }

  private void markAll(Caller member) {
    mark(new MarkNotificationsRead.Command(member, Optional.empty()));
  }

  private void mark(MarkNotificationsRead.Command command) {
    community.notifications().markNotificationsRead().mark(command);
  }

  @Test
  void a_notification_says_what_happened_where_and_when() {
    happens(
        new RoomEvent.MemberJoined(
            notice(false, host.id()), minji.id(), 2, SettableClock.START.minusSeconds(5)));

    assertThat(community.told(host))
        .singleElement()
        .satisfies(notification -> {
          assertThat(notification.type()).isEqualTo(NotificationType.ROOM_JOINED);
          assertThat(notification.arguments())
              .isEqualTo(Map.of("title", "점심", "nickname", "minji", "seat", "2"));
          assertThat(notification.link()).isEqualTo("/rooms/" + room);
          assertThat(notification.createdAt()).isEqualTo(SettableClock.START.minusSeconds(5));
          assertThat(notification.readAt()).isEmpty();
        });
    assertThat(community.told(minji)).isEmpty();
  }

  @Test
  void an_anonymous_room_names_people_to_its_host_only() {
    happens(
        new RoomEvent.MemberJoined(
            notice(true, host.id(), jun.id()), minji.id(), 3, SettableClock.START),
        new RoomEvent.MemberLeft(
            notice(true, host.id(), jun.id()), minji.id(), 3, SettableClock.START));

    assertThat(community.told(host))
        .hasSize(2)
        .allSatisfy(n -> assertThat(n.arguments()).containsEntry("nickname", "minji"));
    assertThat(community.told(jun))
        .hasSize(2)
        .allSatisfy(n -> assertThat(n.arguments()).isEqualTo(Map.of("title", "점심", "seat", "3")));
  }

  @Test
  void who_is_the_host_now_is_told_in_other_words() {
    happens(
        new RoomEvent.HostChanged(
            notice(false, minji.id(), jun.id()), minji.id(), SettableClock.START));

    assertThat(community.told(minji).getFirst())
        .returns(NotificationType.ROOM_HANDED_OVER, Notification::type)
        .returns(Map.of("title", "점심"), Notification::arguments);
    assertThat(community.told(jun).getFirst())
        .returns(NotificationType.ROOM_HOST_CHANGED, Notification::type)
        .returns(Map.of("title", "점심"), Notification::arguments);
  }

  @Test
  void somebody_who_is_gone_has_no_name() {
    happens(
        new RoomEvent.MemberLeft(
            notice(false, host.id()), Samples.memberId(), 2, SettableClock.START));

    assertThat(community.told(host).getFirst().arguments())
        .isEqualTo(Map.of("title", "점심", "seat", "2"));
  }

  @Test
  void every_kind_of_notification_comes_of_some_event() {
    var writer = community.notifications().writer();
    for (Class<? extends DomainEvent> type : SampleEvents.types()) {
      if (type == MemberEvent.MemberErased.class) {
        continue;
      }
      writer.handle(Samples.uuid(), SampleEvents.of(type));
    }
    var handedOver = SampleEvents.of(RoomEvent.HostChanged.class);
    writer.handle(
        Samples.uuid(),
        new RoomEvent.HostChanged(
            handedOver.notice(), Samples.memberId(), handedOver.occurredAt()));
    var comes = SampleEvents.of(MatchRequestEvent.CompanionAnswered.class);
    writer.handle(
        Samples.uuid(),
        new MatchRequestEvent.CompanionAnswered(
            comes.request(),
            comes.member(),
            comes.category(),
            comes.companion(),
            !comes.comes(),
            comes.occurredAt()));
    MemberId recipient =
        SampleEvents.of(RoomEvent.RoomFilled.class).notice().recipients().getFirst();
    Caller told = new Caller(recipient, minji.role());

    assertThat(
            community
                .notifications()
                .listNotifications()
                .list(told, PageRequest.first(100))
                .page()
                .items())
        .extracting(Notification::type)
        .contains(NotificationType.values());
  }

  @Test
  void several_events_may_be_handled_in_one_transaction_and_leave_nothing_if_it_fails() {
    var writer = community.notifications().writer();
    RoomEvent.MemberLeft left =
        new RoomEvent.MemberLeft(notice(false, host.id()), minji.id(), 2, SettableClock.START);
    UUID one = Samples.uuid();
    UUID other = Samples.uuid();

    assertThatThrownBy(() ->
            community
                .transactions()
                .writeOnly(() -> {
                  writer.handle(one, left);
                  writer.handle(other, left);
                  throw new IllegalStateException("fails");
                }))
        .hasMessage("fails");
    assertThat(writer.onlyWrites()).isTrue();
    assertThat(community.told(host)).isEmpty();

    community
        .transactions()
        .writeOnly(() -> {
          writer.handle(one, left);
          writer.handle(other, left);
        });
    assertThat(community.told(host)).hasSize(2);
  }

  @Test
  void an_event_that_concerns_nobody_tells_nobody() {
    happens(new RoomEvent.RoomCancelled(notice(false), "", SettableClock.START));

    assertThat(community.told(host)).isEmpty();
  }

  @Test
  void an_event_that_comes_again_is_told_once() {
    happens(new RoomEvent.RoomConfirmed(notice(false, host.id()), SettableClock.START));
    var messages = community.messages();

    community.handle(messages);
    community.handle(messages);

    assertThat(community.told(host)).hasSize(1);
  }

  @Test
  void an_event_that_comes_many_times_at_once_is_told_once() {
    UUID id = Samples.uuid();
    DomainEvent event =
        new RoomEvent.RoomConfirmed(notice(false, host.id(), jun.id()), SettableClock.START);

    Race.of(
            10,
            i -> {
              community.notifications().writer().handle(id, event);
              return i;
            })
        .forEach(outcome -> assertThat(outcome.failure()).isEmpty());

    assertThat(community.told(host)).hasSize(1);
    assertThat(community.told(jun)).hasSize(1);
  }

  @Test
  void members_read_their_own_notifications() {
    happens(
        new RoomEvent.RoomFilled(notice(false, host.id()), SettableClock.START),
        new RoomEvent.RoomExpired(
            notice(false, host.id(), jun.id()), SettableClock.START.plusSeconds(1)));
    List<Notification> told = community.told(host);
    NotificationId juns = community.told(jun).getFirst().id();
    assertThat(told)
        .extracting(Notification::type)
        .containsExactly(NotificationType.ROOM_EXPIRED, NotificationType.ROOM_FULL);

    mark(host, told.getFirst().id(), juns, Samples.notificationId());

    assertThat(unread(host)).isEqualTo(1);
    assertThat(unread(jun)).isEqualTo(1);
    assertThat(list(host).page().items().getFirst().readAt())
        .isEqualTo(Optional.of(community.clock().now()));

    mark(host);
    assertThat(unread(host)).isPositive();

    markAll(host);

    assertThat(unread(host)).isZero();
    assertThat(unread(jun)).isEqualTo(1);
  }

  @Test
  void a_page_of_notifications_has_a_next_one() {
    happens(
        new RoomEvent.RoomFilled(notice(false, host.id()), SettableClock.START),
        new RoomEvent.RoomFilled(notice(false, host.id()), SettableClock.START));
    assertThat(community.told(host)).hasSize(2);

    ListNotifications.Result first =
        community.notifications().listNotifications().list(host, PageRequest.first(1));

    assertThat(first.page().items()).hasSize(1);
    assertThat(first.page().next()).isPresent();
    assertThat(first.unread()).isEqualTo(2);
  }
}
