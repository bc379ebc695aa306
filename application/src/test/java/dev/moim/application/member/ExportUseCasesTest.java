package dev.moim.application.member;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.member.port.in.BlockMember;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.WarnMember;
import dev.moim.application.moderation.port.in.DecideReport;
import dev.moim.application.moderation.port.in.FileReport;
import dev.moim.application.room.port.in.CancelRoom;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RemoveMember;
import dev.moim.application.room.port.in.WriteComment;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.Community;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportUseCasesTest {
  private static final Origin HOME = new Origin("192.0.2.7", "Firefox");

  private final Community community = new Community();
  private final People people = new People(community);
  private final Caller admin = community.admin("admin");
  private final Caller minji = people.member("minji");
  private final Caller jun = people.member("jun");
  private final Instant tomorrow = community.clock().now().plus(Duration.ofDays(1));

  private Map<String, List<Map<String, Object>>> file(Caller member) {
    community.deliver();
    return community.export().exportOwnData().export(member);
  }

  private RoomId open(Caller host, String title, boolean anonymous) {
    return community
        .rooms()
        .openRoom()
        .open(
            new OpenRoom.Command(
                host,
                title,
                "Noodles",
                "meal",
                Map.of("place", new FacetInput.Choice(List.of("gaepo"))),
                tomorrow,
                4,
                anonymous))
        .id();
  }

  private void join(Caller member, RoomId room) {
    community.rooms().joinRoom().join(new JoinRoom.Command(member, room));
  }

  private void cancel(Caller host, RoomId room) {
    community
        .rooms()
        .cancelRoom()
        .cancel(new CancelRoom.Command(host, Origin.OPERATOR, room, Optional.empty(), ""));
  }

  private void submit(Caller member) {
    community
        .matching()
        .submitMatchRequest()
        .submit(
            new SubmitMatchRequest.Command(
                member, "meal", Map.of(), Optional.of(2), Optional.of(3), Optional.empty()));
  }

  @Test
  void who_has_something_in_every_context_finds_all_of_it() {
    SessionView session = people.signIn("minji@example.org", People.PASSWORD, HOME);
    people.link(minji, session, "github", "4711");
    RoomId hosted = open(minji, "Hosted", false);
    RoomId joined = open(jun, "Joined", false);
    join(minji, joined);
    community.rooms().confirmRoom().confirm(new ConfirmRoom.Command(jun, joined, Optional.empty()));
    submit(minji);
    community.deliver();
    community
        .administration()
        .warnMember()
        .warn(new WarnMember.Command(admin, Origin.OPERATOR, minji.id(), "shouting"));
    SessionView present = people.signIn("minji@example.org", People.PASSWORD, HOME);

    Map<String, List<Map<String, Object>>> file = file(minji);

    assertThat(file.keySet())
        .containsExactlyInAnyOrder(
            "account",
            "sessions",
            "identities",
            "warnings",
            "blocks",
            "rooms",
            "roomRemovals",
            "roomComments",
            "matchRequests",
            "meetings",
            "reviews",
            "score",
            "notifications",
            "reports");
    assertThat(file.get("account"))
        .singleElement()
        .satisfies(account ->
            assertThat(account)
                .containsEntry("nickname", "minji")
                .containsEntry("email", "minji@example.org")
                .containsEntry("blockedUntil", community.clock().now().plus(Duration.ofDays(1))));
    assertThat(file.get("sessions"))
        .singleElement()
        .satisfies(open ->
            assertThat(open)
                .containsEntry("id", People.id(present).toString())
                .containsEntry("device", "Firefox")
                .containsEntry("address", "192.0.2.7"));
    assertThat(file.get("identities"))
        .singleElement()
        .satisfies(linked ->
            assertThat(linked)
                .containsEntry("provider", "github")
                .containsEntry("subject", "4711"));
    assertThat(file.get("warnings"))
        .singleElement()
        .satisfies(warning ->
            assertThat(warning)
                .containsEntry("reason", "shouting")
                .doesNotContainValue(admin.id().toString()));
    // The warning took the seat in the room that was still open.
    assertThat(community.rooms().viewRoom().view(admin, hosted).members()).isEmpty();
    assertThat(file.get("rooms"))
        .containsExactly(
            Map.ofEntries(
                Map.entry("id", joined.toString()),
                Map.entry("title", "Joined"),
                Map.entry("description", "Noodles"),
                Map.entry("category", "meal"),
                Map.entry("condition", Map.of("place", Map.of("oneOf", List.of("gaepo")))),
                Map.entry("capacity", 4),
                Map.entry("anonymous", false),
                Map.entry("status", "CONFIRMED"),
                Map.entry("role", "MEMBER"),
                Map.entry("joinedAt", community.clock().now()),
                Map.entry("openedAt", community.clock().now()),
                Map.entry("meetsAt", tomorrow)));
    assertThat(file.get("matchRequests"))
        .singleElement()
        .satisfies(request ->
            assertThat(request)
                .containsEntry("status", "CANCELLED")
                .containsEntry("size", Map.of("min", 2, "max", 3)));
    assertThat(file.get("meetings"))
        .singleElement()
        .satisfies(meeting ->
            assertThat(meeting).containsEntry("people", 2).containsEntry("startsAt", tomorrow));
    assertThat(file.get("notifications"))
        .extracting(told -> told.get("type"))
        .contains("ROOM_CONFIRMED", "WARNED");
  }

  @Test
  void a_host_is_told_apart_from_other_members() {
    open(minji, "Hosted", true);

    assertThat(file(minji).get("rooms"))
        .singleElement()
        .satisfies(room ->
            assertThat(room).containsEntry("role", "HOST").containsEntry("anonymous", true));
  }

  @Test
  void who_was_removed_from_a_room_finds_when_and_why() {
    RoomId room = open(jun, "Quiet lunch", true);
    join(minji, room);
    join(people.member("third"), room);
    Instant removedAt = community.clock().now();
    community
        .rooms()
        .removeMember()
        .remove(new RemoveMember.Command(jun, room, minji.id(), "too loud"));

    assertThat(file(minji).get("roomRemovals"))
        .containsExactly(
            Map.of(
                "room",
                room.toString(),
                "title",
                "Quiet lunch",
                "reason",
                "too loud",
                "removedAt",
                removedAt));
    assertThat(file(minji).get("rooms")).isEmpty();
    assertThat(file(jun).get("roomRemovals")).isEmpty();
  }

  @Test
  void what_was_written_in_a_hidden_room_is_found_by_its_host_only() {
    Caller removed = people.member("removed");
    RoomId room = open(jun, "Buy mine", false);
    join(minji, room);
    join(removed, room);
    community
        .rooms()
        .removeMember()
        .remove(new RemoveMember.Command(jun, room, removed.id(), "too loud"));
    FileReport.Filed report =
        community
            .moderation()
            .fileReport()
            .file(new FileReport.Command(minji, "ROOM", room.value(), "an advertisement"));
    community
        .moderation()
        .decideReport()
        .decide(
            new DecideReport.Command(
                admin, Origin.OPERATOR, report.id(), Outcome.HIDDEN, "advertisement"));

    assertThat(file(jun).get("rooms"))
        .singleElement()
        .satisfies(own ->
            assertThat(own)
                .containsEntry("title", "Buy mine")
                .containsEntry("description", "Noodles"));
    assertThat(file(minji).get("rooms"))
        .singleElement()
        .satisfies(joined ->
            assertThat(joined)
                .containsEntry("role", "MEMBER")
                .doesNotContainValue("Buy mine")
                .doesNotContainValue("Noodles"));
    assertThat(file(removed).get("roomRemovals"))
        .singleElement()
        .satisfies(removal -> assertThat(removal).containsEntry("reason", "too loud"));
    assertThat(file(removed).get("notifications")).isNotEmpty();
    assertThat(file(jun).toString()).contains("Buy mine", "Noodles");
    for (Caller other : List.of(minji, removed)) {
      assertThat(file(other).toString()).doesNotContain("Buy mine", "Noodles");
    }
  }

  @Test
  void everything_is_in_it_and_not_only_a_page() {
    for (int i = 0; i < 120; i++) {
      RoomId shared = open(minji, "Shared " + i, false);
      join(people.member("guest" + i), shared);
      cancel(minji, open(minji, "Room " + i, false));
      cancel(minji, shared);
      cancel(jun, open(jun, "Own " + i, false));
    }

    assertThat(file(minji).get("rooms")).hasSize(240);
    assertThat(file(minji).get("notifications")).hasSize(120);
    assertThat(file(jun).get("rooms")).hasSize(120);
  }

  @Test
  void nobody_finds_other_people_in_it() {
    Caller third = people.member("third");
    RoomId room = open(jun, "Secret", true);
    join(minji, room);
    join(third, room);
    submit(jun);
    submit(minji);

    String file = file(minji).toString();

    assertThat(file)
        .contains("Secret", "MATCHED")
        .doesNotContain(
            jun.id().toString(), third.id().toString(), "third", "jun@", "nickname=jun");
    assertThat(file(admin).get("rooms")).isEmpty();
    assertThat(file(admin).get("meetings")).isEmpty();
  }

  @Test
  void it_has_whom_one_blocks_and_never_by_whom_one_is_blocked() {
    Caller third = people.member("third");
    for (Caller other : List.of(jun, third)) {
      community.blocks().blockMember().block(new BlockMember.Command(minji, other.id()));
    }
    community.blocks().blockMember().block(new BlockMember.Command(jun, third.id()));

    assertThat(file(minji).get("blocks"))
        .containsExactlyInAnyOrder(
            Map.of("member", jun.id().toString(), "since", community.clock().now()),
            Map.of("member", third.id().toString(), "since", community.clock().now()));
    assertThat(file(third).get("blocks")).isEmpty();
    assertThat(file(third).toString()).doesNotContain(minji.id().toString(), jun.id().toString());
  }

  @Test
  void there_are_no_secrets_in_it() {
    SessionView session = people.signIn("minji");
    people.askReset("minji@example.org");
    community.deliver();

    String file = file(minji).toString();

    assertThat(file)
        .contains("hasPassword=true")
        .doesNotContain(
            People.PASSWORD,
            session.refreshToken(),
            session.accessToken(),
            "fake$",
            "PasswordHash",
            "TokenHash");
    community
        .mails()
        .sent()
        .forEach(mail -> mail.token().ifPresent(token -> assertThat(file).doesNotContain(token)));
  }

  @Test
  void nothing_is_kept_of_who_was_erased() {
    RoomId room = open(minji, "Hosted", false);
    community
        .rooms()
        .writeComment()
        .write(new WriteComment.Command(minji, room, Optional.empty(), "Nobody here yet?"));
    assertThat(file(minji).get("roomComments")).hasSize(1);
    people.signIn("minji");
    people.signIn("minji");
    Instant over = people.withdraw(minji);
    community.deliver();
    community.clock().set(over.plusNanos(1_000));
    community.members().eraseWithdrawnMembers().erase();
    community.deliver();

    assertRefused(MemberError.MEMBER_NOT_FOUND, () -> file(minji));
    assertThat(community.notifications().personalData().of(minji.id()).get("notifications"))
        .isEmpty();
    assertThat(community.rooms().personalData().of(minji.id()).get("rooms")).isEmpty();
    assertThat(community.rooms().personalData().of(minji.id()).get("roomComments")).isEmpty();
  }
}
