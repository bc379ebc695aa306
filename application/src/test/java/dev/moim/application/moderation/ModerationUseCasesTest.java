package dev.moim.application.moderation;

import static dev.moim.testkit.Refusals.assertInvalid;
import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.in.GrantRole;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.moderation.port.in.DecideReport;
import dev.moim.application.moderation.port.in.FileReport;
import dev.moim.application.moderation.port.in.ListReports;
import dev.moim.application.moderation.port.in.ReportView;
import dev.moim.application.moderation.port.in.ViewReport;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Role;
import dev.moim.domain.moderation.Decision;
import dev.moim.domain.moderation.ModerationError;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.ReportId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.Community;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModerationUseCasesTest {
  private static final Origin ORIGIN = new Origin("192.0.2.1", "Firefox");

  private final Community community = new Community();
  private final Caller host = community.newcomer("host");
  private final Caller minji = community.newcomer("minji");
  private final Caller jun = community.newcomer("jun");
  private final Caller manager = promoted("manager", Role.MANAGER);

  private Caller promoted(String nickname, Role role) {
    Caller member = community.newcomer(nickname);
    MemberView granted =
        community
            .administration()
            .grantRole()
            .grant(
                new GrantRole.Command(
                    new Caller(Samples.memberId(), Role.ADMIN), ORIGIN, member.id(), role));
    return new Caller(granted.id(), granted.role());
  }

  private RoomId room() {
    return room(host);
  }

  private RoomId room(Caller by) {
    return community
        .rooms()
        .openRoom()
        .open(
            new OpenRoom.Command(
                by,
                "Buy this",
                "It is cheap.",
                "meal",
                Map.of(),
                community.clock().now().plus(Duration.ofDays(1)),
                4,
                false))
        .id();
  }

  private void join(Caller member, RoomId room) {
    community.rooms().joinRoom().join(new JoinRoom.Command(member, room));
  }

  private RoomView seen(Caller viewer, RoomId room) {
    return community.rooms().viewRoom().view(viewer, room);
  }

  private List<RoomId> listed(Caller viewer, Optional<MemberId> member) {
    return community
        .rooms()
        .listRooms()
        .list(
            viewer,
            new ListRooms.Query(
                Optional.empty(),
                Optional.empty(),
                member,
                false,
                ListRooms.Sort.SOONEST,
                PageRequest.first(20)))
        .items()
        .stream()
        .map(RoomView::id)
        .toList();
  }

  private Map<RoomId, String> titles(Caller viewer, RoomId room) {
    return community.rooms().nameRooms().titles(viewer, List.of(room, Samples.roomId()));
  }

  private FileReport.Filed report(Caller reporter, RoomId room) {
    return report(reporter, "ROOM", room.value());
  }

  private FileReport.Filed report(Caller reporter, Caller member) {
    return report(reporter, "MEMBER", member.id().value());
  }

  private FileReport.Filed report(Caller reporter, String kind, UUID id) {
    return community
        .moderation()
        .fileReport()
        .file(new FileReport.Command(reporter, kind, id, "an advertisement"));
  }

  private ReportView decide(Caller by, FileReport.Filed report, Outcome outcome) {
    return community
        .moderation()
        .decideReport()
        .decide(new DecideReport.Command(by, ORIGIN, report.id(), outcome, "against our rules"));
  }

  private List<ReportId> onSubject(Caller reader, FileReport.Filed report) {
    return community.moderation().viewReport().view(reader, report.id()).onSameSubject().stream()
        .map(ReportView::id)
        .toList();
  }

  private List<ReportView> queue(ListReports.Queue queue) {
    return community.moderation().listReports().list(manager, queue, PageRequest.first(20)).items();
  }

  private List<Notification> told(Caller member, NotificationType type) {
    return community.told(member).stream()
        .filter(notification -> notification.type() == type)
        .toList();
  }

  @Test
  void a_report_waits_in_the_queue_with_what_was_seen() {
    RoomId room = room();
    FileReport.Filed filed = report(minji, room);

    assertThat(filed.subject()).isEqualTo(new Subject("ROOM", room.value()));
    assertThat(filed.reason()).isEqualTo("an advertisement");
    assertThat(queue(ListReports.Queue.DECIDED)).isEmpty();
    ReportView view = queue(ListReports.Queue.OPEN).getFirst();
    assertThat(view.id()).isEqualTo(filed.id());
    assertThat(view.reporter()).isEqualTo(new ReportView.Person(minji.id(), Optional.of("minji")));
    assertThat(view.author()).isEqualTo(new ReportView.Person(host.id(), Optional.of("host")));
    assertThat(view.evidence().link()).isEqualTo("/rooms/" + room);
    assertThat(view.evidence().texts())
        .isEqualTo(Map.of("title", "Buy this", "description", "It is cheap."));
    assertThat(view.reportedAt()).isEqualTo(community.clock().now());
    assertThat(view.decision()).isEmpty();
    assertThat(view.decidedBy()).isEmpty();
  }

  @Test
  void a_member_is_reported_with_nickname_and_picture() {
    MemberView pictured = community.members().setPicture().set(host, new byte[] {1, 2, 3});

    report(minji, host);

    assertThat(queue(ListReports.Queue.OPEN).getFirst().evidence().texts())
        .isEqualTo(Map.of("nickname", "host", "picture", pictured.picture().orElseThrow().hex()));
  }

  @Test
  void the_oldest_report_is_first_in_the_queue() {
    FileReport.Filed first = report(minji, room());
    community.clock().advance(Duration.ofMinutes(1));
    FileReport.Filed second = report(jun, room());

    assertThat(queue(ListReports.Queue.OPEN))
        .extracting(ReportView::id)
        .containsExactly(first.id(), second.id());
  }

  @Test
  void what_cannot_be_reported_is_refused() {
    RoomId room = room();

    assertRefused(ModerationError.NOTHING_TO_REPORT, () -> report(minji, Samples.roomId()));
    assertRefused(
        ModerationError.NOTHING_TO_REPORT,
        () -> report(minji, "MEMBER", Samples.memberId().value()));
    assertRefused(ModerationError.OWN_CONTENT, () -> report(minji, minji));
    assertRefused(ModerationError.OWN_CONTENT, () -> report(host, room));
    assertInvalid(() -> report(minji, "PLANET", room.value()), "/subject/kind UNKNOWN_OPTION");
    assertInvalid(
        () ->
            community
                .moderation()
                .fileReport()
                .file(new FileReport.Command(minji, "ROOM", room.value(), " ")),
        "/reason WRONG_LENGTH");
    assertThat(queue(ListReports.Queue.OPEN)).isEmpty();
  }

  @Test
  void the_same_is_reported_once_by_each_until_it_is_decided() {
    RoomId room = room();
    FileReport.Filed first = report(minji, room);

    assertRefused(ModerationError.ALREADY_REPORTED, () -> report(minji, room));
    report(jun, room);
    decide(manager, first, Outcome.DISMISSED);

    report(minji, room);
    assertThat(queue(ListReports.Queue.OPEN)).hasSize(1);
  }

  @Test
  void twenty_reports_of_one_member_may_be_open() {
    for (int i = 0; i < Report.MOST_OPEN; i++) {
      report(minji, room(community.newcomer("host" + i)));
    }

    assertThat(assertRefused(ModerationError.TOO_MANY_REPORTS, () -> report(minji, room())))
        .extracting(refusal -> refusal.details().get("most"))
        .isEqualTo(Report.MOST_OPEN);
    decide(manager, report(jun, room()), Outcome.DISMISSED);
    assertRefused(ModerationError.TOO_MANY_REPORTS, () -> report(minji, room()));
    ReportView oldest = queue(ListReports.Queue.OPEN).getFirst();
    community
        .moderation()
        .decideReport()
        .decide(new DecideReport.Command(manager, ORIGIN, oldest.id(), Outcome.DISMISSED, "fine"));
    report(minji, room());
  }

  @Test
  void reports_are_the_business_of_managers() {
    FileReport.Filed filed = report(minji, room());

    assertRefused(
        SharedError.NOT_ALLOWED,
        () ->
            community
                .moderation()
                .listReports()
                .list(minji, ListReports.Queue.OPEN, PageRequest.first(1)));
    assertRefused(
        SharedError.NOT_ALLOWED, () -> community.moderation().viewReport().view(minji, filed.id()));
    assertRefused(SharedError.NOT_ALLOWED, () -> decide(minji, filed, Outcome.DISMISSED));
    assertThat(queue(ListReports.Queue.OPEN)).hasSize(1);
  }

  @Test
  void an_unknown_report_is_not_found() {
    ReportId unknown = Samples.reportId();

    assertRefused(
        ModerationError.REPORT_NOT_FOUND,
        () -> community.moderation().viewReport().view(manager, unknown));
    assertRefused(
        ModerationError.REPORT_NOT_FOUND,
        () ->
            community
                .moderation()
                .decideReport()
                .decide(
                    new DecideReport.Command(manager, ORIGIN, unknown, Outcome.DISMISSED, "!")));
  }

  @Test
  void a_report_is_shown_with_all_on_the_same_subject_decided_ones_too() {
    RoomId room = room();
    FileReport.Filed first = report(minji, room);
    decide(manager, first, Outcome.DISMISSED);
    community.clock().advance(Duration.ofMinutes(1));
    FileReport.Filed second = report(minji, room);
    community.clock().advance(Duration.ofMinutes(1));
    FileReport.Filed third = report(jun, room);
    report(jun, host);

    ViewReport.Result result = community.moderation().viewReport().view(manager, second.id());

    assertThat(result.report().id()).isEqualTo(second.id());
    assertThat(result.onSameSubject())
        .extracting(ReportView::id)
        .containsExactly(third.id(), second.id(), first.id());
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void one_decision_closes_all_reports_on_a_subject_and_tells_their_reporters(Outcome outcome) {
    RoomId room = room();
    FileReport.Filed first = report(minji, room);
    report(jun, room);
    FileReport.Filed other = report(jun, host);

    ReportView decided = decide(manager, first, outcome);

    assertThat(decided.decision())
        .contains(
            new Decision(outcome, manager.id(), "against our rules", community.clock().now()));
    assertThat(decided.decidedBy())
        .contains(new ReportView.Person(manager.id(), Optional.of("manager")));
    assertThat(queue(ListReports.Queue.OPEN))
        .extracting(ReportView::id)
        .containsExactly(other.id());
    assertThat(queue(ListReports.Queue.DECIDED)).hasSize(2);
    for (Caller reporter : List.of(minji, jun)) {
      Notification told = told(reporter, NotificationType.REPORT_DECIDED).getFirst();
      assertThat(told.arguments()).isEqualTo(Map.of("outcome", outcome.name()));
      assertThat(told.link()).isEqualTo("/rooms/" + room);
      assertThat(told(reporter, NotificationType.REPORT_DECIDED)).hasSize(1);
    }
    assertThat(told(host, NotificationType.REPORT_DECIDED)).isEmpty();
  }

  @Test
  void what_was_decided_is_not_decided_again() {
    RoomId room = room();
    FileReport.Filed first = report(minji, room);
    FileReport.Filed second = report(jun, room);
    decide(manager, first, Outcome.DISMISSED);

    assertRefused(ModerationError.REPORT_DECIDED, () -> decide(manager, first, Outcome.WARNED));
    assertRefused(ModerationError.REPORT_DECIDED, () -> decide(manager, second, Outcome.HIDDEN));
    assertThat(seen(minji, room).hidden()).isFalse();
  }

  @Test
  void a_hidden_room_is_cancelled_and_its_text_only_seen_by_host_and_managers() {
    RoomId room = room();
    join(jun, room);
    decide(manager, report(minji, room), Outcome.HIDDEN);

    RoomView shown = seen(minji, room);
    assertThat(shown.hidden()).isTrue();
    assertThat(shown.status()).isEqualTo(RoomStatus.CANCELLED);
    assertThat(shown.details().title()).isEqualTo("…");
    assertThat(shown.details().description()).isEmpty();
    assertThat(seen(jun, room).details().title()).isEqualTo("…");
    for (Caller viewer : List.of(host, manager)) {
      assertThat(seen(viewer, room).hidden()).isTrue();
      assertThat(seen(viewer, room).details().title()).isEqualTo("Buy this");
    }
    assertThat(listed(minji, Optional.empty())).doesNotContain(room);
    assertThat(listed(manager, Optional.empty())).doesNotContain(room);
    assertThat(listed(jun, Optional.of(jun.id()))).contains(room);
    for (Caller member : List.of(host, jun)) {
      assertThat(told(member, NotificationType.ROOM_HIDDEN).getFirst().arguments()).isEmpty();
      assertThat(told(member, NotificationType.ROOM_CANCELLED)).isEmpty();
    }
    assertRefused(ModerationError.NOTHING_TO_REPORT, () -> report(minji, room));
  }

  @Test
  void a_confirmed_room_stays_confirmed_when_its_text_is_hidden() {
    RoomId room = room();
    join(jun, room);
    community.rooms().confirmRoom().confirm(new ConfirmRoom.Command(host, room, Optional.empty()));
    assertThat(titles(jun, room)).isEqualTo(Map.of(room, "Buy this"));

    decide(manager, report(minji, room), Outcome.HIDDEN);

    assertThat(seen(jun, room).status()).isEqualTo(RoomStatus.CONFIRMED);
    assertThat(seen(jun, room).details().title()).isEqualTo("…");
    assertThat(titles(jun, room)).isEmpty();
    assertThat(told(jun, NotificationType.ROOM_CONFIRMED).getFirst().arguments())
        .isEqualTo(Map.of("title", "…"));
    assertThat(told(host, NotificationType.ROOM_JOINED).getFirst().arguments())
        .containsEntry("title", "Buy this");
    assertThat(titles(host, room)).isEqualTo(Map.of(room, "Buy this"));
    assertThat(titles(manager, room)).isEqualTo(Map.of(room, "Buy this"));
    assertThat(told(host, NotificationType.ROOM_HIDDEN)).hasSize(1);
    assertThat(told(jun, NotificationType.ROOM_HIDDEN)).isEmpty();
  }

  @Test
  void evidence_stays_when_the_room_is_hidden() {
    FileReport.Filed filed = report(minji, room());

    ReportView decided = decide(manager, filed, Outcome.HIDDEN);

    assertThat(decided.evidence().texts()).containsEntry("title", "Buy this");
  }

  @Test
  void hiding_a_member_takes_the_picture() {
    community.members().setPicture().set(host, new byte[] {1, 2, 3});
    decide(manager, report(minji, host), Outcome.HIDDEN);

    assertThat(community.members().viewMember().view(minji, host.id()).picture()).isEmpty();
    assertRefused(
        MemberError.PICTURE_NOT_FOUND,
        () -> community.members().viewPicture().view(minji, host.id()));

    decide(manager, report(minji, jun), Outcome.HIDDEN);
    assertThat(community.members().viewMember().view(minji, jun.id()).picture()).isEmpty();
  }

  @Test
  void a_warning_reaches_who_answers_for_what_was_reported() {
    decide(manager, report(minji, room()), Outcome.WARNED);

    assertThat(community.members().viewOwnAccount().view(host).block())
        .hasValueSatisfying(block -> assertThat(block.reason()).isEqualTo("against our rules"));
    assertThat(community.administration().listWarnings().list(host, host.id())).hasSize(1);
  }

  @Test
  void a_manager_decides_neither_about_themselves_nor_warns_an_equal() {
    Caller second = promoted("second", Role.MANAGER);
    FileReport.Filed onManager = report(minji, manager);

    for (Outcome outcome : Outcome.values()) {
      assertRefused(ModerationError.OWN_CASE, () -> decide(manager, onManager, outcome));
    }
    assertRefused(MemberError.NOT_TO_BE_WARNED, () -> decide(second, onManager, Outcome.WARNED));

    assertThat(queue(ListReports.Queue.OPEN)).isEmpty();
    assertThat(told(minji, NotificationType.REPORT_DECIDED)).isEmpty();
    decide(second, onManager, Outcome.DISMISSED);
  }

  @Test
  void who_has_become_the_author_of_a_part_leaves_the_decision_to_others() {
    Caller second = promoted("second", Role.MANAGER);
    RoomId room = room();
    join(manager, room);
    FileReport.Filed onHost = report(minji, room);
    community.rooms().leaveRoom().leave(new LeaveRoom.Command(host, room));
    FileReport.Filed onManager = report(jun, room);

    assertThat(onSubject(manager, onHost)).containsExactly(onHost.id());
    assertThat(onSubject(second, onHost)).containsExactlyInAnyOrder(onHost.id(), onManager.id());
    assertRefused(ModerationError.OWN_CASE, () -> decide(manager, onHost, Outcome.DISMISSED));
    decide(second, onHost, Outcome.DISMISSED);
    assertThat(onSubject(manager, onHost)).containsExactly(onHost.id());
  }

  @Test
  void a_member_gets_a_copy_of_what_they_reported_and_no_more() {
    RoomId room = room();
    FileReport.Filed filed = report(minji, room);
    report(jun, room);
    decide(manager, filed, Outcome.DISMISSED);

    Map<String, List<Map<String, Object>>> data =
        community.moderation().personalData().of(minji.id());

    assertThat(data).containsOnlyKeys("reports");
    assertThat(data.get("reports"))
        .containsExactly(
            Map.of(
                "link",
                "/rooms/" + room,
                "reason",
                "an advertisement",
                "reportedAt",
                community.clock().now(),
                "outcome",
                "DISMISSED",
                "decidedAt",
                community.clock().now()));
    assertThat(community.moderation().personalData().of(host.id()).get("reports")).isEmpty();
  }
}
