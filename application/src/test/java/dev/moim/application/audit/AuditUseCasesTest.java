package dev.moim.application.audit;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.audit.port.in.AuditView;
import dev.moim.application.audit.port.in.ListAuditLog;
import dev.moim.application.member.port.in.AppointAdmin;
import dev.moim.application.member.port.in.GrantRole;
import dev.moim.application.member.port.in.WarnMember;
import dev.moim.application.member.port.in.WarningView;
import dev.moim.application.member.port.in.WithdrawWarning;
import dev.moim.application.moderation.port.in.DecideReport;
import dev.moim.application.moderation.port.in.FileReport;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.audit.AuditAction;
import dev.moim.domain.audit.AuditEntry;
import dev.moim.domain.audit.AuditSubject;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.Community;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditUseCasesTest {
  private static final Origin ORIGIN = new Origin("192.0.2.1", "Firefox");

  private final Community community = new Community();
  private final Caller minji = community.newcomer("minji");
  private final Caller jun = community.newcomer("jun");
  private final Caller admin = new Caller(community.newcomer("admin").id(), Role.ADMIN);

  private Page<AuditView> page(Caller caller, ListAuditLog.Query query) {
    return community.audit().listAuditLog().list(caller, query);
  }

  private static ListAuditLog.Query everything() {
    return new ListAuditLog.Query(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        PageRequest.first(100));
  }

  private List<AuditView> all() {
    community.deliver();
    return page(admin, everything()).items();
  }

  private AuditView only() {
    List<AuditView> all = all();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private Caller granted(Caller member, Role role) {
    community
        .administration()
        .grantRole()
        .grant(new GrantRole.Command(admin, ORIGIN, member.id(), role));
    return new Caller(member.id(), role);
  }

  private WarningView warned(Caller by, Caller member) {
    return community
        .administration()
        .warnMember()
        .warn(new WarnMember.Command(by, ORIGIN, member.id(), "rude"));
  }

  private static AuditSubject subject(Caller member) {
    return new AuditSubject("MEMBER", member.id().value());
  }

  @Test
  void a_granted_role_is_written_down() {
    granted(minji, Role.MANAGER);

    AuditView view = only();
    AuditEntry entry = view.entry();
    assertThat(entry.action()).isEqualTo(AuditAction.ROLE_CHANGED);
    assertThat(entry.actor()).contains(admin.id());
    assertThat(entry.subject()).isEqualTo(subject(minji));
    assertThat(entry.member()).contains(minji.id());
    assertThat(entry.address()).isEqualTo("192.0.2.1");
    assertThat(entry.at()).isEqualTo(community.clock().now());
    assertThat(entry.details()).isEqualTo(Map.of("from", "MEMBER", "to", "MANAGER"));
    assertThat(view.actorName()).contains("admin");
    assertThat(view.memberName()).contains("minji");
  }

  @Test
  void what_the_operator_does_has_no_actor() {
    community
        .administration()
        .appointAdmin()
        .appoint(new AppointAdmin.Command("minji@example.org", "minji", () -> "correct horse"));

    assertThat(only().entry().actor()).isEmpty();
    assertThat(only().actorName()).isEmpty();
    assertThat(only().entry().address()).isEmpty();
  }

  @Test
  void warnings_and_their_withdrawal_are_written_down() {
    WarningView warning = warned(admin, jun);
    community.clock().advance(Duration.ofMinutes(1));
    community
        .administration()
        .withdrawWarning()
        .withdraw(new WithdrawWarning.Command(admin, ORIGIN, warning.id()));

    assertThat(all())
        .extracting(view -> view.entry().action())
        .containsExactly(AuditAction.WARNING_WITHDRAWN, AuditAction.MEMBER_WARNED);
    assertThat(all().getLast().entry().details())
        .isEqualTo(
            Map.of(
                "warning", warning.id().toString(),
                "reason", "rude",
                "until", warning.until().toString()));
    assertThat(all().getFirst().entry().details())
        .isEqualTo(Map.of("warning", warning.id().toString()));
  }

  @Test
  void one_decision_about_many_reports_is_one_entry_beside_what_it_led_to() {
    RoomId room =
        community
            .rooms()
            .openRoom()
            .open(
                new OpenRoom.Command(
                    jun,
                    "Buy this",
                    "",
                    "meal",
                    Map.of(),
                    community.clock().now().plus(Duration.ofDays(1)),
                    4,
                    false))
            .id();
    FileReport.Filed first = report(minji, room);
    report(community.newcomer("other"), room);
    community
        .moderation()
        .decideReport()
        .decide(new DecideReport.Command(admin, ORIGIN, first.id(), Outcome.HIDDEN, "spam"));

    assertThat(all())
        .extracting(view -> view.entry().action())
        .containsExactlyInAnyOrder(AuditAction.REPORT_DECIDED, AuditAction.ROOM_HIDDEN);
    assertThat(all())
        .allSatisfy(view -> {
          assertThat(view.entry().subject()).isEqualTo(new AuditSubject("ROOM", room.value()));
          assertThat(view.entry().member()).contains(jun.id());
          assertThat(view.entry().actor()).contains(admin.id());
          assertThat(view.entry().address()).isEqualTo("192.0.2.1");
          assertThat(view.entry().details()).containsEntry("reason", "spam");
        });
    assertThat(all())
        .filteredOn(view -> view.entry().action() == AuditAction.REPORT_DECIDED)
        .first()
        .satisfies(view ->
            assertThat(view.entry().details())
                .containsEntry("outcome", "HIDDEN")
                .containsEntry("report", first.id().toString()));
  }

  private FileReport.Filed report(Caller reporter, RoomId room) {
    return community
        .moderation()
        .fileReport()
        .file(new FileReport.Command(reporter, "ROOM", room.value(), "spam"));
  }

  @Test
  void an_event_that_comes_again_is_written_down_once() {
    granted(minji, Role.MANAGER);
    List<OutboxMessage> messages = community.messages();

    Race.of(
            5,
            i -> {
              community.handle(messages);
              return true;
            })
        .forEach(outcome -> assertThat(outcome.failure()).isEmpty());
    community.handle(messages);

    assertThat(only().entry().action()).isEqualTo(AuditAction.ROLE_CHANGED);
  }

  @Test
  void the_log_is_for_admins_only() {
    for (Role role : List.of(Role.MEMBER, Role.MANAGER)) {
      assertRefused(
          SharedError.NOT_ALLOWED, () -> page(new Caller(minji.id(), role), everything()));
    }
  }

  @Test
  void entries_are_found_by_actor_member_action_and_time() {
    Caller manager = granted(minji, Role.MANAGER);
    community.clock().advance(Duration.ofMinutes(1));
    warned(manager, jun);
    community.clock().advance(Duration.ofMinutes(1));
    warned(admin, jun);
    assertThat(all()).hasSize(3);

    assertThat(found(Optional.of(admin.id()), Optional.empty(), Optional.empty())).hasSize(2);
    assertThat(found(Optional.empty(), Optional.of(jun.id()), Optional.empty())).hasSize(2);
    assertThat(found(Optional.of(admin.id()), Optional.of(jun.id()), Optional.empty())).hasSize(1);
    assertThat(found(Optional.empty(), Optional.empty(), Optional.of(AuditAction.ROLE_CHANGED)))
        .hasSize(1);
    assertThat(found(Optional.of(Samples.memberId()), Optional.empty(), Optional.empty()))
        .isEmpty();
    assertThat(
            page(
                    admin,
                    new ListAuditLog.Query(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(community.clock().now().minusSeconds(60)),
                        Optional.of(community.clock().now()),
                        PageRequest.first(100)))
                .items())
        .hasSize(1);
  }

  private List<AuditView> found(
      Optional<MemberId> actor, Optional<MemberId> member, Optional<AuditAction> action) {
    return page(
            admin,
            new ListAuditLog.Query(
                actor, member, action, Optional.empty(), Optional.empty(), PageRequest.first(100)))
        .items();
  }
}
