package dev.moim.testkit.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.StoreContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Notifications} keeps to. */
public abstract class NotificationsContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;

  private final MemberId member = Samples.memberId();

  protected abstract Notifications notifications();

  private static Notification to(MemberId recipient, Instant createdAt) {
    return new Notification(
        Samples.notificationId(),
        recipient,
        NotificationType.ROOM_JOINED,
        Map.of("title", "Lunch"),
        "/rooms/1",
        createdAt,
        Optional.empty());
  }

  private List<Notification> add(Notification... added) {
    change(() -> notifications().add(List.of(added)));
    return List.of(added);
  }

  private List<Notification> listed() {
    return read(() -> notifications().of(member, PageRequest.first(100))).items();
  }

  private long unread() {
    return read(() -> notifications().countUnread(member));
  }

  @Test
  void what_was_added_comes_back_field_by_field() {
    List<Notification> added = new ArrayList<>();
    for (NotificationType type : NotificationType.values()) {
      added.add(
          new Notification(
              Samples.notificationId(),
              member,
              type,
              Map.of(
                  "title",
                  "🍜".repeat(60),
                  "nickname",
                  Samples.HANGUL,
                  "tricky",
                  Samples.TRICKY,
                  "empty",
                  ""),
              "/rooms/" + Samples.roomId(),
              NOW.minusSeconds(added.size()),
              Optional.empty()));
    }
    added.add(
        new Notification(
            Samples.notificationId(),
            member,
            NotificationType.MATCH_MADE,
            Map.of(),
            "/meetings/1",
            Samples.EARLY,
            Optional.of(Samples.FAR)));

    change(() -> notifications().add(added));

    assertThat(listed()).containsExactlyElementsOf(added);
  }

  @Test
  void adding_nothing_changes_nothing() {
    change(() -> notifications().add(List.of()));

    assertThat(listed()).isEmpty();
    assertThat(unread()).isZero();
  }

  @Test
  void a_rollback_leaves_nothing() {
    changeAndFail(() -> notifications().add(List.of(to(member, NOW))));

    assertThat(listed()).isEmpty();
  }

  @Test
  void members_turn_the_pages_of_their_own_latest_first() {
    List<Notification> own = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      own.add(to(member, NOW.minusSeconds(i / 3)));
    }
    change(() -> notifications().add(own));
    add(to(Samples.memberId(), NOW));

    List<Notification> seen =
        PageWalk.all(
            5,
            page -> read(() -> notifications().of(member, page)),
            () -> add(to(member, NOW.plusSeconds(1))));

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(own)
        .isSortedAccordingTo(Comparator.comparing(Notification::createdAt).reversed());
  }

  @Test
  void unread_are_counted_for_each_member() {
    add(to(member, NOW), to(member, NOW), to(Samples.memberId(), NOW));

    assertThat(unread()).isEqualTo(2);
    assertThat(read(() -> notifications().countUnread(Samples.memberId()))).isZero();
  }

  @Test
  void only_the_named_are_marked_as_read() {
    List<Notification> added =
        add(to(member, NOW), to(member, NOW.minusSeconds(1)), to(member, NOW.minusSeconds(2)));
    Instant at = NOW.plusSeconds(60);

    change(() -> notifications().markRead(member, List.of(added.get(1).id()), at));

    assertThat(unread()).isEqualTo(2);
    assertThat(listed())
        .extracting(Notification::readAt)
        .containsExactly(Optional.empty(), Optional.of(at), Optional.empty());
  }

  @Test
  void all_are_marked_as_read_and_only_the_members_own() {
    MemberId other = Samples.memberId();
    add(to(member, NOW), to(member, NOW), to(other, NOW));
    Instant at = NOW.plusSeconds(60);

    change(() -> notifications().markAllRead(member, at));

    assertThat(unread()).isZero();
    assertThat(listed()).extracting(Notification::readAt).containsOnly(Optional.of(at));
    assertThat(read(() -> notifications().countUnread(other))).isEqualTo(1);
  }

  @Test
  void what_was_read_keeps_the_time_of_its_first_reading() {
    Notification notification = add(to(member, NOW)).getFirst();
    Instant first = NOW.plusSeconds(60);
    change(() -> notifications().markRead(member, List.of(notification.id()), first));

    change(
        () -> notifications().markRead(member, List.of(notification.id()), first.plusSeconds(60)));
    change(() -> notifications().markAllRead(member, first.plusSeconds(120)));

    assertThat(listed()).extracting(Notification::readAt).containsExactly(Optional.of(first));
  }

  @Test
  void all_of_a_member_are_forgotten_and_nobody_elses() {
    MemberId other = Samples.memberId();
    List<Notification> others = add(to(other, NOW));
    add(to(member, NOW), to(member, NOW.minusSeconds(1)));
    change(() -> notifications().markAllRead(member, NOW));
    add(to(member, NOW));

    changeAndFail(() -> notifications().removeAllOf(member));
    assertThat(listed()).hasSize(3);
    change(() -> notifications().removeAllOf(member));
    change(() -> notifications().removeAllOf(member));

    assertThat(listed()).isEmpty();
    assertThat(unread()).isZero();
    assertThat(read(() -> notifications().of(other, PageRequest.first(100))).items())
        .isEqualTo(others);
  }

  @Test
  void those_of_others_and_unknown_ones_are_passed_over() {
    MemberId other = Samples.memberId();
    Notification others = add(to(other, NOW)).getFirst();

    change(() ->
        notifications()
            .markRead(member, List.of(others.id(), Samples.notificationId()), NOW.plusSeconds(1)));
    change(() -> notifications().markRead(member, List.of(), NOW.plusSeconds(1)));

    assertThat(read(() -> notifications().countUnread(other))).isEqualTo(1);
  }
}
