package dev.moim.application.room;

import static dev.moim.testkit.Refusals.assertInvalid;
import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.audit.port.in.ListAuditLog;
import dev.moim.application.member.port.in.BlockMember;
import dev.moim.application.moderation.port.in.DecideReport;
import dev.moim.application.moderation.port.in.FileReport;
import dev.moim.application.room.port.in.CommentView;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.DeleteComment;
import dev.moim.application.room.port.in.EditComment;
import dev.moim.application.room.port.in.HideComment;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.ListComments;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RemoveMember;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.room.port.in.WriteComment;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.audit.AuditAction;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.moderation.ModerationError;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.room.CommentState;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.Community;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommentUseCasesTest {
  private final Community community = new Community();
  private final Caller host = community.newcomer("host");
  private final Caller minji = community.newcomer("minji");
  private final Caller jun = community.newcomer("jun");
  private final Caller stranger = community.newcomer("stranger");

  private RoomId room(boolean anonymous) {
    RoomId room =
        community
            .rooms()
            .openRoom()
            .open(
                new OpenRoom.Command(
                    host,
                    "Lunch",
                    "",
                    "meal",
                    Map.of(),
                    community.clock().now().plus(Duration.ofDays(1)),
                    4,
                    anonymous))
            .id();
    for (Caller member : List.of(minji, jun)) {
      community.rooms().joinRoom().join(new JoinRoom.Command(member, room));
    }
    community.told(host);
    return room;
  }

  private CommentView say(Caller by, RoomId room, String text) {
    return write(by, room, Optional.empty(), text);
  }

  private CommentView answer(Caller by, RoomId room, CommentId parent, String text) {
    return write(by, room, Optional.of(parent), text);
  }

  private CommentView write(Caller by, RoomId room, Optional<CommentId> parent, String text) {
    community.clock().advance(Duration.ofSeconds(1));
    return community.rooms().writeComment().write(new WriteComment.Command(by, room, parent, text));
  }

  private CommentView edit(Caller by, RoomId room, CommentId id, Optional<Version> seen) {
    return community
        .rooms()
        .editComment()
        .edit(new EditComment.Command(by, room, id, seen, "When?"));
  }

  private void delete(Caller by, RoomId room, CommentId id) {
    community.rooms().deleteComment().delete(new DeleteComment.Command(by, room, id));
  }

  private void hide(Caller by, RoomId room, CommentId id) {
    community.rooms().hideComment().hide(new HideComment.Command(by, Origin.OPERATOR, room, id));
  }

  private List<CommentView> list(Caller viewer, RoomId room) {
    return community
        .rooms()
        .listComments()
        .list(viewer, room, ListComments.Sort.OLDEST, PageRequest.first(PageRequest.MOST))
        .items();
  }

  private static String nickname(CommentView comment) {
    return comment.author().flatMap(RoomView.Person::nickname).orElse("?");
  }

  @Test
  void what_members_say_everybody_reads_in_order() {
    RoomId room = room(false);

    CommentView question = say(minji, room, "Where?");
    CommentView more = say(jun, room, "I come late");
    CommentView answer = answer(host, room, question.id(), "At the gate");

    assertThat(list(stranger, room))
        .extracting(CommentView::id)
        .containsExactly(question.id(), more.id(), answer.id());
    assertThat(list(stranger, room))
        .extracting(CommentUseCasesTest::nickname)
        .containsExactly("minji", "jun", "host");
    assertThat(answer.parent()).contains(question.id());
  }

  @Test
  void one_member_says_no_more_than_so_much_in_one_room() {
    RoomId room = room(false);
    CommentId first = say(minji, room, "Number 0").id();
    for (int i = 1; i < 500; i++) {
      say(minji, room, "Number " + i);
    }

    assertThat(
            assertRefused(RoomError.TOO_MANY_COMMENTS, () -> say(minji, room, "One more"))
                .details())
        .containsEntry("most", 500);
    assertRefused(RoomError.TOO_MANY_COMMENTS, () -> answer(minji, room, first, "One more"));
    say(jun, room, "I may");
    say(minji, room(false), "So may I, elsewhere");
    edit(minji, room, first, Optional.empty());

    delete(minji, room, first);
    assertRefused(RoomError.TOO_MANY_COMMENTS, () -> say(minji, room, "One more"));
  }

  @Test
  void only_who_has_a_seat_says_something_and_only_while_there_is_something_to_say() {
    RoomId room = room(false);
    assertRefused(RoomError.NOT_A_MEMBER, () -> say(stranger, room, "Hello"));
    assertInvalid(() -> say(minji, room, " "), "/text WRONG_LENGTH");
    assertInvalid(
        () -> answer(minji, room, new CommentId(room.value()), "Hello"),
        "/parentId UNKNOWN_COMMENT");

    community.rooms().confirmRoom().confirm(new ConfirmRoom.Command(host, room, Optional.empty()));
    say(minji, room, "See you");

    RoomId other = room(false);
    for (Caller member : List.of(minji, jun, host)) {
      community.rooms().leaveRoom().leave(new LeaveRoom.Command(member, other));
    }
    assertRefused(RoomError.ROOM_NOT_OPEN, () -> say(host, other, "Hello?"));
  }

  @Test
  void the_others_are_told_of_a_comment_and_its_author_of_an_answer() {
    RoomId room = room(false);

    CommentView question = say(minji, room, "Where?");
    assertThat(community.told(host).getFirst().type()).isEqualTo(NotificationType.ROOM_COMMENTED);
    assertThat(community.told(jun).getFirst().arguments())
        .isEqualTo(Map.of("title", "Lunch", "seat", "2", "nickname", "minji"));

    answer(jun, room, question.id(), "At the gate");
    assertThat(community.told(minji).getFirst().type())
        .isEqualTo(NotificationType.COMMENT_ANSWERED);
    assertThat(community.told(host))
        .extracting(Notification::type)
        .doesNotContain(NotificationType.COMMENT_ANSWERED);
  }

  @Test
  void authors_edit_and_delete_their_own_comments() {
    RoomId room = room(false);
    CommentView comment = say(minji, room, "Where?");

    assertRefused(RoomError.NOT_THE_AUTHOR, () -> edit(host, room, comment.id(), Optional.empty()));
    CommentView edited = edit(minji, room, comment.id(), Optional.of(comment.version()));
    assertThat(edited.text()).isEqualTo("When?");
    assertRefused(
        SharedError.STALE_VERSION,
        () -> edit(minji, room, comment.id(), Optional.of(comment.version())));
    assertRefused(
        RoomError.COMMENT_NOT_FOUND,
        () -> edit(minji, room(false), comment.id(), Optional.empty()));

    assertRefused(RoomError.NOT_THE_AUTHOR, () -> delete(host, room, comment.id()));
    delete(minji, room, comment.id());
    assertThat(list(minji, room)).isEmpty();
  }

  @Test
  void a_deleted_comment_leaves_its_place_to_the_answers() {
    RoomId room = room(false);
    CommentView question = say(minji, room, "Where?");
    CommentView answer = answer(host, room, question.id(), "At the gate");

    delete(minji, room, question.id());

    assertThat(list(jun, room)).extracting(CommentView::id).contains(question.id());
    CommentView placeholder = list(jun, room).getFirst();
    assertThat(placeholder.state()).isEqualTo(CommentState.DELETED);
    assertThat(placeholder.author()).isEmpty();
    assertThat(placeholder.text()).isEmpty();
    delete(host, room, answer.id());
    assertThat(list(jun, room)).isEmpty();
  }

  @Test
  void what_is_hidden_only_its_author_and_managers_read() {
    RoomId room = room(false);
    CommentView comment = say(minji, room, "Buy my book");
    assertRefused(RoomError.NOT_THE_HOST, () -> hide(jun, room, comment.id()));

    hide(host, room, comment.id());

    assertThat(list(jun, room).getFirst().text()).isEmpty();
    assertThat(list(jun, room).getFirst().state()).isEqualTo(CommentState.HIDDEN);
    assertThat(list(minji, room).getFirst().text()).isEqualTo("Buy my book");
    Caller admin = community.admin("boss");
    assertThat(list(admin, room).getFirst().text()).isEqualTo("Buy my book");
    hide(admin, room, say(jun, room, "Buy mine").id());
    community.deliver();
    assertThat(
            community
                .audit()
                .listAuditLog()
                .list(
                    admin,
                    new ListAuditLog.Query(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(AuditAction.COMMENT_HIDDEN),
                        Optional.empty(),
                        Optional.empty(),
                        PageRequest.first(10)))
                .items())
        .hasSize(2);
  }

  @Test
  void an_anonymous_room_names_no_author_but_to_the_host_and_admins() {
    RoomId room = room(true);
    say(minji, room, "Where?");

    assertThat(nickname(list(jun, room).getFirst())).isEqualTo("?");
    assertThat(list(jun, room).getFirst().author().orElseThrow().seat()).isEqualTo(2);
    assertThat(nickname(list(stranger, room).getFirst())).isEqualTo("?");
    assertThat(nickname(list(minji, room).getFirst())).isEqualTo("minji");
    assertThat(nickname(list(host, room).getFirst())).isEqualTo("minji");
    assertThat(community.told(jun).getFirst().arguments())
        .isEqualTo(Map.of("title", "Lunch", "seat", "2"));
  }

  @Test
  void who_has_left_an_anonymous_room_stays_without_a_name_once_it_is_confirmed() {
    RoomId room = room(true);
    say(minji, room, "Where?");
    say(jun, room, "At the gate");
    community.rooms().leaveRoom().leave(new LeaveRoom.Command(minji, room));

    community.rooms().confirmRoom().confirm(new ConfirmRoom.Command(host, room, Optional.empty()));

    assertThat(list(jun, room))
        .extracting(CommentUseCasesTest::nickname)
        .containsExactly("?", "jun");
    assertThat(list(stranger, room))
        .extracting(CommentUseCasesTest::nickname)
        .containsExactly("?", "?");
  }

  @Test
  void notices_of_a_confirmed_anonymous_room_name_its_members_to_each_other_only() {
    RoomId room = room(true);
    CommentView question = say(minji, room, "Where?");
    CommentView another = say(jun, room, "When?");
    community.rooms().leaveRoom().leave(new LeaveRoom.Command(minji, room));
    community.rooms().confirmRoom().confirm(new ConfirmRoom.Command(host, room, Optional.empty()));
    community.told(jun);

    say(host, room, "At the gate");
    assertThat(community.told(jun).getFirst().arguments()).containsEntry("nickname", "host");

    answer(host, room, another.id(), "At noon");
    assertThat(community.told(jun).getFirst().arguments()).containsEntry("nickname", "host");
    answer(host, room, question.id(), "There");
    assertThat(community.told(minji).getFirst())
        .returns(NotificationType.COMMENT_ANSWERED, Notification::type)
        .extracting(Notification::arguments)
        .isEqualTo(Map.of("title", "Lunch", "seat", "1"));
  }

  @Test
  void who_has_blocked_another_and_they_do_not_hear_each_other() {
    RoomId room = room(false);
    CommentView question = say(minji, room, "Where?");
    block(jun, minji);
    CommentView later = say(minji, room, "When?");
    CommentView answer = answer(jun, room, say(host, room, "At the gate").id(), "Which one?");
    community.told(host);

    assertThat(list(jun, room))
        .extracting(CommentView::text)
        .containsExactly("At the gate", "Which one?");
    assertThat(list(minji, room))
        .extracting(CommentView::text)
        .containsExactly("Where?", "When?", "At the gate");
    for (Caller all : List.of(host, stranger, community.admin("boss"))) {
      assertThat(list(all, room)).hasSize(4);
    }
    assertThat(commentsToldTo(jun)).containsExactlyInAnyOrder("minji", "host");
    assertThat(commentsToldTo(minji)).containsExactly("host");
    for (CommentId unheard : List.of(question.id(), later.id())) {
      assertInvalid(() -> answer(jun, room, unheard, "Soon"), "/parentId UNKNOWN_COMMENT");
    }
    assertInvalid(() -> answer(minji, room, answer.id(), "Soon"), "/parentId UNKNOWN_COMMENT");
  }

  @Test
  void what_somebody_unheard_has_said_looks_deleted_while_others_answer_it() {
    RoomId room = room(false);
    CommentView question = say(minji, room, "Where?");
    answer(host, room, question.id(), "At the gate");
    block(minji, jun);

    CommentView placeholder = list(jun, room).getFirst();

    assertThat(placeholder.id()).isEqualTo(question.id());
    assertThat(placeholder.state()).isEqualTo(CommentState.DELETED);
    assertThat(placeholder.author()).isEmpty();
    assertThat(placeholder.text()).isEmpty();
    assertThat(placeholder.version()).isEqualTo(question.version().next());
    assertRefused(
        RoomError.COMMENT_NOT_FOUND, () -> edit(jun, room, question.id(), Optional.empty()));
    assertRefused(RoomError.COMMENT_NOT_FOUND, () -> delete(jun, room, question.id()));
    assertRefused(ModerationError.NOTHING_TO_REPORT, () -> report(jun, question.id()));
  }

  @Test
  void a_block_does_not_tell_who_says_what_in_an_anonymous_room() {
    RoomId room = room(true);
    say(minji, room, "Where?");
    say(jun, room, "At the gate");
    List<CommentView> before = list(jun, room);
    List<CommentView> seenByAStranger = list(stranger, room);

    block(jun, minji);
    block(stranger, minji);

    assertThat(list(jun, room)).isEqualTo(before);
    assertThat(list(stranger, room)).isEqualTo(seenByAStranger);
    say(minji, room, "When?");
    assertThat(commentsToldTo(jun)).hasSize(2);
  }

  @Test
  void who_was_removed_changes_nothing_of_what_they_said_but_may_take_it_back() {
    RoomId room = room(false);
    CommentView comment = say(minji, room, "Where?");
    community
        .rooms()
        .removeMember()
        .remove(new RemoveMember.Command(host, room, minji.id(), "No advertisements"));

    assertRefused(RoomError.NOT_A_MEMBER, () -> edit(minji, room, comment.id(), Optional.empty()));

    delete(minji, room, comment.id());
    assertThat(list(jun, room)).isEmpty();
  }

  @Test
  void a_host_who_is_blocked_still_speaks_to_all_and_hears_all() {
    RoomId room = room(false);
    block(jun, host);
    block(host, minji);
    say(host, room, "At the gate");
    say(jun, room, "Where?");
    say(minji, room, "When?");

    for (Caller member : List.of(host, minji, jun)) {
      assertThat(list(member, room)).hasSize(3);
    }
    assertThat(community.told(jun))
        .extracting(Notification::type)
        .contains(NotificationType.ROOM_COMMENTED);
  }

  private List<String> commentsToldTo(Caller member) {
    return community.told(member).stream()
        .filter(notification -> notification.type() == NotificationType.ROOM_COMMENTED)
        .map(notification -> notification.arguments().get("nickname"))
        .toList();
  }

  private void block(Caller by, Caller whom) {
    community.blocks().blockMember().block(new BlockMember.Command(by, whom.id()));
  }

  @Test
  void a_comment_can_be_reported_once_by_each_who_did_not_write_it() {
    RoomId room = room(false);
    CommentView comment = say(minji, room, "Buy my book");

    report(jun, comment.id());

    assertRefused(ModerationError.ALREADY_REPORTED, () -> report(jun, comment.id()));
  }

  private void report(Caller by, CommentId comment) {
    report(by, "COMMENT", comment.value());
  }

  private FileReport.Filed report(Caller by, String kind, UUID id) {
    return community
        .moderation()
        .fileReport()
        .file(new FileReport.Command(by, kind, id, "an advertisement"));
  }

  @Test
  void in_a_confirmed_room_that_is_hidden_nothing_more_is_said_or_read_but_by_host_and_managers() {
    RoomId room = room(false);
    CommentView comment = say(minji, room, "Where?");
    community.rooms().confirmRoom().confirm(new ConfirmRoom.Command(host, room, Optional.empty()));
    Caller manager = new Caller(Samples.memberId(), Role.MANAGER);
    FileReport.Filed filed = report(stranger, "ROOM", room.value());
    community
        .moderation()
        .decideReport()
        .decide(
            new DecideReport.Command(
                manager, Origin.OPERATOR, filed.id(), Outcome.HIDDEN, "an advertisement"));

    assertRefused(RoomError.ROOM_NOT_OPEN, () -> say(minji, room, "Hello?"));
    assertThat(list(minji, room)).isEmpty();
    for (Caller reader : List.of(host, manager)) {
      assertThat(list(reader, room)).extracting(CommentView::id).containsExactly(comment.id());
    }
  }
}
