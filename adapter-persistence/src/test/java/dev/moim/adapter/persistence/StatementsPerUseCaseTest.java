package dev.moim.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.audit.port.in.ListAuditLog;
import dev.moim.application.audit.port.out.AuditLog;
import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.matching.port.in.DryRunPool;
import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.meeting.port.in.CannotCome;
import dev.moim.application.member.port.in.BlockMember;
import dev.moim.application.member.port.in.CheckAccess;
import dev.moim.application.member.port.in.EditProfile;
import dev.moim.application.member.port.in.GrantRole;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.SignIn;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.in.WarnMember;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.moderation.port.in.DecideReport;
import dev.moim.application.moderation.port.in.FileReport;
import dev.moim.application.moderation.port.in.ListReports;
import dev.moim.application.notification.port.in.MarkNotificationsRead;
import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.room.port.in.CancelRoom;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.DeleteComment;
import dev.moim.application.room.port.in.EditComment;
import dev.moim.application.room.port.in.EditRoom;
import dev.moim.application.room.port.in.HideComment;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.ListComments;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RemoveMember;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.room.port.in.StopWaiting;
import dev.moim.application.room.port.in.WaitForSeat;
import dev.moim.application.room.port.in.WriteComment;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.meeting.MeetingEvent;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.Role;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.ReportId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SessionId;
import dev.moim.testkit.audit.AuditEntryBuilder;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeps the table of docs/performance.md true: what each use case sends to the database. */
@EachDatabase
class StatementsPerUseCaseTest {
  private static final Instant LATER = SettableClock.START.plus(Duration.ofDays(2));
  private static final Map<String, FacetInput> AT_GAEPO =
      Map.of("place", new FacetInput.Choice(List.of("gaepo")));

  private final TestDatabase database;
  private final UseCases useCases;
  private final Caller host = UseCases.caller();
  private final Caller guest = UseCases.caller();

  StatementsPerUseCaseTest(TestDatabase database) {
    this.database = database;
    useCases = new UseCases(database);
  }

  @BeforeEach
  void empty_the_database() {
    database.empty();
  }

  private List<String> sentBy(Runnable work) {
    return database.statements.during(work);
  }

  private RoomId room() {
    return roomOf(host);
  }

  /** With a host of its own: nobody is in more than so many. */
  private RoomId oneOfMany() {
    return roomOf(UseCases.caller());
  }

  private RoomId roomOf(Caller by) {
    return useCases
        .rooms
        .openRoom()
        .open(
            new OpenRoom.Command(
                by,
                "Lunch",
                "",
                "meal",
                Map.of(),
                SettableClock.START.plus(Duration.ofDays(1)),
                4,
                false))
        .id();
  }

  private RoomView join(Caller member, RoomId room) {
    return useCases.rooms.joinRoom().join(new JoinRoom.Command(member, room));
  }

  private void leave(Caller member, RoomId room) {
    useCases.rooms.leaveRoom().leave(new LeaveRoom.Command(member, room));
  }

  private void queue(Caller member, RoomId room) {
    useCases.rooms.waitForSeat().queue(new WaitForSeat.Command(member, room));
  }

  private MeetingId confirm(RoomId room) {
    return useCases
        .rooms
        .confirmRoom()
        .confirm(new ConfirmRoom.Command(host, room, Optional.empty()));
  }

  private RoomId roomWithGuest() {
    RoomId room = room();
    join(guest, room);
    return room;
  }

  /**
   * In how many rooms one is, behind a lock; room, its facets, seat, events, names. The first time
   * the lock is made.
   */
  @Test
  void opening_a_room_sends_7_and_the_first_time_8() {
    assertThat(sentBy(this::room)).hasSize(8);
    assertThat(sentBy(this::room)).hasSize(7);
  }

  /** Once the room with its seats, and its events; the rest for each. */
  @Test
  void joining_a_room_together_sends_6_for_each_and_2_for_all() {
    RoomId first = room();
    List<Caller> guests = Stream.generate(UseCases::caller).limit(3).toList();
    guests.forEach(one -> join(one, first));
    RoomId room = room();
    List<Supplier<RoomView>> joins =
        guests.stream().<Supplier<RoomView>>map(one -> () -> join(one, room)).toList();

    assertThat(
            sentBy(() ->
                assertThat(database.get(Transactions.class).writeTogether(joins)).isPresent()))
        .hasSize(3 * 6 + 2);
  }

  /**
   * Room with seats; from whom the guest is kept apart; in how many rooms the guest is, behind a
   * lock; names; room, seat, events. The first time the lock is made.
   */
  @Test
  void joining_a_room_sends_8_and_the_first_time_9() {
    RoomId first = room();
    RoomId room = room();

    assertThat(sentBy(() -> join(guest, first))).hasSize(9);
    assertThat(sentBy(() -> join(guest, room))).hasSize(8);
  }

  /** Room with seats; names; room. */
  @Test
  void editing_what_a_room_says_of_itself_sends_3() {
    RoomId room = roomWithGuest();

    assertThat(sentBy(() -> edit(room, Optional.of("Dinner"), Optional.empty(), Optional.empty())))
        .hasSize(3);
  }

  /** Room with seats; its facets; names; room, events. */
  @Test
  void editing_the_time_of_a_room_sends_5() {
    RoomId room = roomWithGuest();

    assertThat(sentBy(() -> edit(room, Optional.empty(), Optional.empty(), Optional.of(LATER))))
        .hasSize(5);
  }

  /** Room with seats; its facets, which go and come; names; room, events. */
  @Test
  void editing_the_condition_of_a_room_sends_6() {
    RoomId room = roomWithGuest();

    assertThat(sentBy(() -> editAll(room))).hasSize(6);
  }

  /** As editing the condition of one for which nobody waits; who waits. */
  @Test
  void editing_the_condition_of_a_room_for_which_others_wait_sends_7() {
    RoomId room = fullRoom();
    queue(UseCases.caller(), room);

    assertThat(sentBy(() -> editAll(room))).hasSize(7);
  }

  private void editAll(RoomId room) {
    edit(room, Optional.of("Dinner"), Optional.of(AT_GAEPO), Optional.of(LATER));
  }

  private void edit(
      RoomId room,
      Optional<String> title,
      Optional<Map<String, FacetInput>> condition,
      Optional<Instant> meetsAt) {
    useCases
        .rooms
        .editRoom()
        .edit(
            new EditRoom.Command(
                host,
                room,
                Optional.empty(),
                title,
                Optional.empty(),
                condition,
                meetsAt,
                Optional.empty()));
  }

  /**
   * Room with seats; who is kept apart; in how many rooms one waits, behind a lock; who waits;
   * names; room, place in the wait list. The first time the lock is made.
   */
  @Test
  void waiting_for_a_seat_sends_8_and_the_first_time_9() {
    RoomId first = fullRoom();
    RoomId room = fullRoom();
    Caller next = UseCases.caller();

    assertThat(sentBy(() -> queue(next, first))).hasSize(9);
    assertThat(sentBy(() -> queue(next, room))).hasSize(8);
  }

  /** Room with seats; who waits; who is kept apart; room, seat, offer, events. */
  @Test
  void leaving_a_room_for_which_others_wait_sends_7() {
    RoomId room = fullRoom();
    for (int i = 0; i < 5; i++) {
      queue(UseCases.caller(), room);
    }

    assertThat(sentBy(() -> leave(guest, room))).hasSize(7);
  }

  /**
   * Room with seats; who is kept apart; how many of one's own, behind a lock; names; comment,
   * events.
   */
  @Test
  void saying_something_sends_7() {
    RoomId room = roomWithGuest();

    assertThat(sentBy(() -> say(room, "Where?"))).hasSize(7);
  }

  /** Room with seats; who is kept apart, but for the host; comments; names. */
  @Test
  void a_page_of_comments_sends_4_whatever_its_size() {
    RoomId room = roomWithGuest();
    for (int i = 0; i < 101; i++) {
      say(room, "Number " + i);
    }

    ListComments list = useCases.rooms.listComments();
    for (ListComments.Sort sort : ListComments.Sort.values()) {
      for (int limit : new int[] {20, 100}) {
        PageRequest page = PageRequest.first(limit);
        assertThat(sentBy(() -> list.list(guest, room, sort, page))).hasSize(4);
        assertThat(sentBy(() -> list.list(host, room, sort, page))).hasSize(3);
      }
    }
  }

  private CommentId say(RoomId room, String text) {
    return useCases
        .rooms
        .writeComment()
        .write(new WriteComment.Command(guest, room, Optional.empty(), text))
        .id();
  }

  private RoomId fullRoom() {
    RoomId room = roomWithGuest();
    for (int i = 0; i < 2; i++) {
      join(UseCases.caller(), room);
    }
    return room;
  }

  /** Room with seats; room, seat, events. */
  @Test
  void leaving_a_room_sends_4() {
    RoomId room = roomWithGuest();

    assertThat(sentBy(() -> leave(guest, room))).hasSize(4);
  }

  /** Room with seats; names. */
  @Test
  void viewing_a_room_sends_2() {
    RoomId room = roomWithGuest();

    assertThat(sentBy(() -> useCases.rooms.viewRoom().view(guest, room))).hasSize(2);
  }

  /** Room with seats; who waits; room, place in the wait list. */
  @Test
  void waiting_no_longer_for_a_seat_sends_4() {
    RoomId room = fullRoom();
    Caller waiting = UseCases.caller();
    queue(waiting, room);

    assertThat(
            sentBy(() -> useCases.rooms.stopWaiting().stop(new StopWaiting.Command(waiting, room))))
        .hasSize(4);
  }

  /** Room with seats; who was removed; room, removal, seat, events. */
  @Test
  void removing_somebody_sends_6() {
    RoomId room = roomWithGuest();

    assertThat(
            sentBy(() ->
                useCases
                    .rooms
                    .removeMember()
                    .remove(new RemoveMember.Command(host, room, guest.id(), ""))))
        .hasSize(6);
  }

  /** Room with seats; its facets; room, events. */
  @Test
  void cancelling_a_room_sends_4() {
    RoomId room = roomWithGuest();

    assertThat(
            sentBy(() ->
                useCases
                    .rooms
                    .cancelRoom()
                    .cancel(
                        new CancelRoom.Command(host, Origin.OPERATOR, room, Optional.empty(), ""))))
        .hasSize(4);
  }

  /** Room with seats; comment; names; comment. */
  @Test
  void editing_a_comment_sends_4() {
    RoomId room = roomWithGuest();
    CommentId comment = say(room, "When?");

    assertThat(
            sentBy(() ->
                useCases
                    .rooms
                    .editComment()
                    .edit(
                        new EditComment.Command(guest, room, comment, Optional.empty(), "Where?"))))
        .hasSize(4);
  }

  /** Room with seats; comment; comment, events. */
  @Test
  void hiding_a_comment_sends_4() {
    RoomId room = roomWithGuest();
    CommentId comment = say(room, "When?");

    assertThat(
            sentBy(() ->
                useCases
                    .rooms
                    .hideComment()
                    .hide(new HideComment.Command(host, Origin.OPERATOR, room, comment))))
        .hasSize(4);
  }

  /** Room with seats; comment; comment. */
  @Test
  void deleting_a_comment_sends_3() {
    RoomId room = roomWithGuest();
    CommentId comment = say(room, "When?");

    assertThat(
            sentBy(() ->
                useCases
                    .rooms
                    .deleteComment()
                    .delete(new DeleteComment.Command(guest, room, comment))))
        .hasSize(3);
  }

  /** Room with seats; its facets; meeting, its members, room, events. */
  @Test
  void confirming_a_room_sends_6() {
    RoomId room = roomWithGuest();

    assertThat(sentBy(() -> confirm(room))).hasSize(6);
  }

  private MeetingId meeting() {
    RoomId room = roomWithGuest();
    return confirm(room);
  }

  /** Meeting with members; meeting, members twice, events: the last but one calls it off. */
  @Test
  void saying_that_one_cannot_come_sends_5_at_most() {
    MeetingId meeting = meeting();

    assertThat(
            sentBy(() ->
                useCases.meetings.cannotCome().cannotCome(new CannotCome.Command(guest, meeting))))
        .hasSizeLessThanOrEqualTo(5);
  }

  /**
   * When the seat is offered: meeting with members; room with seats; who waits; who is kept apart;
   * room, seat, offer, events. When it is taken: room with seats; who waits; from whom one is kept
   * apart; names; meeting with members; room, seat, place in the wait list, meeting, its members,
   * events.
   */
  @Test
  void refilling_a_confirmed_room_sends_8_and_11() {
    RoomId room = fullRoom();
    Caller next = UseCases.caller();
    queue(next, room);
    MeetingId meeting = confirm(room);
    useCases.meetings.cannotCome().cannotCome(new CannotCome.Command(guest, meeting));
    var missing =
        new MeetingEvent.MemberCannotCome(
            meeting, guest.id(), new CategoryKey("meal"), List.of(), SettableClock.START);

    assertThat(sentBy(() -> useCases.rooms.refill().handle(Samples.uuid(), missing))).hasSize(8);
    assertThat(sentBy(() -> join(next, room))).hasSize(11);
  }

  @Test
  void naming_rooms_sends_1_whatever_their_number_and_none_for_none() {
    List<RoomId> few = List.of(room());
    List<RoomId> many = Stream.generate(this::oneOfMany).limit(30).toList();

    assertThat(sentBy(() -> useCases.rooms.nameRooms().titles(host, few))).hasSize(1);
    assertThat(sentBy(() -> useCases.rooms.nameRooms().titles(host, many))).hasSize(1);
    assertThat(sentBy(() -> useCases.rooms.nameRooms().titles(host, List.of()))).isEmpty();
  }

  @Test
  void finding_meetings_sends_1_whatever_their_number() {
    List<MeetingId> few = List.of(meeting());
    List<MeetingId> many = Stream.generate(this::meeting).limit(30).toList();

    assertThat(sentBy(() -> useCases.meetings.findMeetings().find(few))).hasSize(1);
    assertThat(sentBy(() -> useCases.meetings.findMeetings().find(many))).hasSize(1);
  }

  @Test
  void recent_partners_and_a_pause_take_1_each() {
    meeting();
    CategoryKey meal = new CategoryKey("meal");

    assertThat(
            sentBy(() ->
                useCases
                    .meetings
                    .recentPartners()
                    .of(List.of(host.id(), guest.id()), meal, SettableClock.START)))
        .hasSize(1);
    assertThat(sentBy(() -> useCases.meetings.checkPause().pausedUntil(guest.id()))).hasSize(1);
  }

  @Test
  void seeing_the_points_of_somebody_sends_1() {
    meeting();

    assertThat(sentBy(() -> useCases.meetings.viewTotalScore().total(host, guest.id()))).hasSize(1);
  }

  /** Rooms, seats, names. */
  @Test
  void a_page_of_rooms_sends_3_whatever_its_size() {
    for (int i = 0; i < 101; i++) {
      join(UseCases.caller(), oneOfMany());
    }

    assertThat(sentBy(() -> list(20, true))).hasSize(3);
    assertThat(sentBy(() -> list(100, true))).hasSize(3);
  }

  /** Rooms, seats, who waits, who was removed, names. */
  @Test
  void a_page_of_rooms_where_some_wait_and_some_were_removed_sends_5_whatever_its_size() {
    for (int i = 0; i < 101; i++) {
      waitedForAndLeft();
    }

    assertThat(sentBy(() -> list(20, false))).hasSize(5);
    assertThat(sentBy(() -> list(100, false))).hasSize(5);
  }

  /** A full room from which somebody was removed, and for which somebody waits. */
  private void waitedForAndLeft() {
    Caller owner = UseCases.caller();
    RoomId room = roomOf(owner);
    join(guest, room);
    useCases.rooms.removeMember().remove(new RemoveMember.Command(owner, room, guest.id(), ""));
    for (int i = 0; i < 3; i++) {
      join(UseCases.caller(), room);
    }
    queue(UseCases.caller(), room);
  }

  /** Which rooms; rooms, seats, names. */
  @Test
  void a_page_of_rooms_by_facets_sends_4_whatever_its_size() {
    for (int i = 0; i < 101; i++) {
      oneOfMany();
    }

    for (int limit : new int[] {20, 100}) {
      assertThat(
              sentBy(() ->
                  useCases
                      .rooms
                      .listRooms()
                      .list(
                          host,
                          new ListRooms.Query(
                              Optional.of(new CategoryKey("meal")),
                              Map.of(
                                  new FacetKey("place"),
                                  Set.of("gaepo", "out"),
                                  new FacetKey("time"),
                                  Set.of("lunch")),
                              Optional.empty(),
                              Optional.empty(),
                              true,
                              Optional.empty(),
                              Optional.empty(),
                              ListRooms.Sort.SOONEST,
                              PageRequest.first(limit)))))
          .hasSize(4);
    }
  }

  private void list(int limit, boolean onlyJoinable) {
    int found =
        useCases
            .rooms
            .listRooms()
            .list(
                host,
                new ListRooms.Query(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    onlyJoinable,
                    ListRooms.Sort.SOONEST,
                    PageRequest.first(limit)))
            .items()
            .size();
    assertThat(found).isEqualTo(limit);
  }

  private MatchRequestId submitted(Caller caller) {
    return useCases
        .matching
        .submitMatchRequest()
        .submit(
            new SubmitMatchRequest.Command(
                caller, "meal", Map.of(), Optional.of(4), Optional.of(4), Optional.empty()))
        .request()
        .id();
  }

  /** Is matching paused; is there a live one; how many wait; request, events. */
  @Test
  void submitting_a_match_request_sends_5() {
    assertThat(sentBy(() -> submitted(guest))).hasSize(5);
  }

  /** Request; request, events. */
  @Test
  void cancelling_a_match_request_sends_3() {
    MatchRequestId request = submitted(guest);

    assertThat(
            sentBy(() ->
                useCases
                    .matching
                    .cancelMatchRequest()
                    .cancel(new CancelMatchRequest.Command(guest, request))))
        .hasSize(3);
  }

  /** Request; how many wait. */
  @Test
  void viewing_a_match_request_sends_2() {
    MatchRequestId request = submitted(guest);

    assertThat(sentBy(() -> useCases.matching.viewMatchRequest().view(guest, request))).hasSize(2);
  }

  /** For each of the three categories, how many wait. */
  @Test
  void looking_at_all_pools_sends_1_for_each_category() {
    submitted(guest);

    assertThat(sentBy(() -> useCases.matching.listPools().list())).hasSize(3);
    assertThat(
            sentBy(
                () -> useCases.matching.inspectPools().inspect(new Caller(host.id(), Role.ADMIN))))
        .hasSize(3);
  }

  /** Which requests; the requests; who is kept apart. */
  @Test
  void a_dry_run_of_up_to_500_requests_sends_3() {
    submitted(guest);
    submitted(host);
    Caller admin = new Caller(host.id(), Role.ADMIN);

    assertThat(
            sentBy(() ->
                useCases
                    .matching
                    .dryRunPool()
                    .run(
                        new DryRunPool.Command(
                            admin, "meal", List.of("default", "plain"), Optional.empty()))))
        .hasSize(3);
  }

  /**
   * Who waits, who has an open group; who keeps apart, who met lately; all requests, who keeps
   * apart; meeting, its members, all requests, events.
   */
  @Test
  void reading_a_pool_and_bringing_a_group_of_4_together_sends_12() {
    List<MatchRequestId> requests =
        Stream.generate(UseCases::caller).limit(4).map(this::submitted).toList();

    List<String> sent = sentBy(() -> useCases.matching.runPool().run(new CategoryKey("meal")));

    assertThat(requests)
        .allSatisfy(id ->
            assertThat(
                    database
                        .get(Transactions.class)
                        .read(() ->
                            database
                                .get(MatchRequests.class)
                                .find(id)
                                .map(MatchRequest::snapshot)
                                .flatMap(MatchRequest.Snapshot::meeting)))
                .isPresent());
    assertThat(sent).hasSize(12);
  }

  /** Notifications; which of the rooms are hidden; how many are unread. */
  @Test
  void a_page_of_notifications_sends_3_whatever_its_size() {
    tell(101);

    assertThat(sentBy(() -> listNotifications(20))).hasSize(3);
    assertThat(sentBy(() -> listNotifications(100))).hasSize(3);
  }

  private void listNotifications(int limit) {
    assertThat(
            useCases
                .notifications
                .listNotifications()
                .list(guest, PageRequest.first(limit))
                .page()
                .items())
        .hasSize(limit);
  }

  private void tell(int times) {
    List<Notification> due =
        Stream.generate(() ->
                new Notification(
                    Samples.notificationId(),
                    guest.id(),
                    NotificationType.ROOM_JOINED,
                    Map.of("title", "Lunch"),
                    "/rooms/" + Samples.roomId(),
                    SettableClock.START,
                    Optional.empty()))
            .limit(times)
            .toList();
    database.get(Transactions.class).writeOnly(() -> database.get(Notifications.class).add(due));
  }

  @Test
  void writing_notifications_down_sends_1_for_each_hundred() {
    assertThat(sentBy(() -> tell(100))).hasSize(1);
  }

  @Test
  void marking_all_notifications_as_read_sends_1() {
    tell(50);

    assertThat(
            sentBy(() ->
                useCases
                    .notifications
                    .markNotificationsRead()
                    .mark(new MarkNotificationsRead.Command(guest, Optional.empty()))))
        .hasSize(1);
  }

  private MemberView signedUp(String name) {
    return useCases
        .members
        .signUp()
        .signUp(new SignUp.Command(name, name + "@example.org", "a long secret", Language.KO));
  }

  private SessionView signedIn(String name) {
    return useCases
        .sessions
        .signIn()
        .signIn(
            new SignIn.Command(
                name + "@example.org", "a long secret", Origin.OPERATOR, Optional.empty()));
  }

  private SessionId sessionOf(MemberId member) {
    return database
        .get(Transactions.class)
        .read(() -> database.get(Sessions.class).openOf(member))
        .getFirst()
        .snapshot()
        .id();
  }

  private static Caller caller(MemberView member) {
    return new Caller(member.id(), Role.MEMBER);
  }

  private static Caller caller(Role role) {
    return new Caller(Samples.memberId(), role);
  }

  /** Member, link, events. */
  @Test
  void signing_up_sends_3() {
    assertThat(sentBy(() -> signedUp("minji"))).hasSize(3);
  }

  /** Member by address; member; open sessions; session, its token, member. */
  @Test
  void signing_in_sends_6() {
    signedUp("minji");

    assertThat(sentBy(() -> signedIn("minji"))).hasSize(6);
  }

  /** As above, and events: the other session is told. */
  @Test
  void signing_in_once_more_sends_7() {
    signedUp("minji");
    signedIn("minji");

    assertThat(sentBy(() -> signedIn("minji"))).hasSize(7);
  }

  /** Session by token; member; token, session. */
  @Test
  void renewing_a_session_sends_4() {
    signedUp("minji");
    SessionView session = signedIn("minji");

    assertThat(
            sentBy(() ->
                useCases.sessions.renewSession().renew(session.refreshToken(), Origin.OPERATOR)))
        .hasSize(4);
  }

  /** Session with its member. */
  @Test
  void checking_access_sends_1() {
    MemberId member = signedUp("minji").id();
    signedIn("minji");
    var claim = new CheckAccess.Claim(member, sessionOf(member), Role.MEMBER);

    assertThat(sentBy(() -> useCases.sessions.checkAccess().check(claim))).hasSize(1);
  }

  /** Open sessions; all of them at once. */
  @Test
  void signing_out_everywhere_sends_2() {
    Caller caller = caller(signedUp("minji"));
    signedIn("minji");
    signedIn("minji");

    assertThat(sentBy(() -> useCases.sessions.signOutEverywhere().signOut(caller))).hasSize(2);
  }

  /** Open sessions. */
  @Test
  void listing_ones_sessions_sends_1() {
    Caller caller = caller(signedUp("minji"));
    signedIn("minji");
    signedIn("minji");
    SessionId current = sessionOf(caller.id());

    assertThat(sentBy(() -> useCases.sessions.listSessions().list(caller, current))).hasSize(1);
  }

  /** Member; member. */
  @Test
  void editing_ones_profile_sends_2() {
    Caller caller = caller(signedUp("minji"));
    var command =
        new EditProfile.Command(
            caller, Optional.of("jun"), Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(sentBy(() -> useCases.members.editProfile().edit(command))).hasSize(2);
  }

  /** Member; open sessions; member, sessions, events. */
  @Test
  void granting_a_role_sends_5() {
    MemberId member = signedUp("minji").id();
    signedIn("minji");
    var command = new GrantRole.Command(caller(Role.ADMIN), Origin.OPERATOR, member, Role.MANAGER);

    assertThat(sentBy(() -> useCases.administration.grantRole().grant(command))).hasSize(5);
  }

  /** Member; warnings; warning; warnings with it; open sessions; member, sessions, events. */
  @Test
  void warning_a_member_sends_8() {
    MemberId member = signedUp("minji").id();
    signedIn("minji");
    var command = new WarnMember.Command(caller(Role.MANAGER), Origin.OPERATOR, member, "shouted");

    assertThat(sentBy(() -> useCases.administration.warnMember().warn(command))).hasSize(8);
  }

  /** The other member; is there a block; member; how many blocks; block, member, events. */
  @Test
  void blocking_a_member_sends_7() {
    Caller minji = caller(signedUp("minji"));
    MemberId jun = signedUp("jun").id();

    assertThat(
            sentBy(() -> useCases.blocks.blockMember().block(new BlockMember.Command(minji, jun))))
        .hasSize(7);
  }

  @Test
  void finding_who_is_kept_apart_sends_1_for_each_five_hundred_members() {
    List<MemberId> members = Stream.generate(Samples::memberId).limit(1_001).toList();

    assertThat(sentBy(() -> useCases.blocks.keptApart().of(members.subList(0, 500)))).hasSize(1);
    assertThat(sentBy(() -> useCases.blocks.keptApart().of(members))).hasSize(3);
  }

  private FileReport.Filed reported(Caller by, RoomId room) {
    return useCases
        .moderation
        .fileReport()
        .file(new FileReport.Command(by, "ROOM", room.value(), "an advertisement"));
  }

  private void decide(ReportId report, Outcome outcome) {
    useCases
        .moderation
        .decideReport()
        .decide(
            new DecideReport.Command(
                caller(Role.MANAGER), Origin.OPERATOR, report, outcome, "looked at"));
  }

  /** Room with seats; own open reports; report, events. */
  @Test
  void reporting_a_room_sends_4() {
    RoomId room = room();

    assertThat(sentBy(() -> reported(guest, room))).hasSize(4);
  }

  /** Reports; names. */
  @Test
  void a_page_of_reports_sends_2_whatever_its_size() {
    for (int i = 0; i < 30; i++) {
      reported(UseCases.caller(), oneOfMany());
    }

    assertThat(sentBy(() -> listReports(10))).hasSize(2);
    assertThat(sentBy(() -> listReports(25))).hasSize(2);
  }

  private void listReports(int limit) {
    assertThat(
            useCases
                .moderation
                .listReports()
                .list(caller(Role.MANAGER), ListReports.Queue.OPEN, PageRequest.first(limit))
                .items())
        .hasSize(limit);
  }

  /** Report; all open ones on its subject; names; all of them at once, events. */
  @Test
  void dismissing_all_reports_on_a_room_sends_5() {
    RoomId room = room();
    ReportId report = reported(guest, room).id();
    for (int i = 0; i < 5; i++) {
      reported(UseCases.caller(), room);
    }

    assertThat(sentBy(() -> decide(report, Outcome.DISMISSED))).hasSize(5);
  }

  /** As dismissing them; room with seats, room. */
  @Test
  void hiding_a_reported_room_sends_8() {
    ReportId report = reported(guest, room()).id();

    assertThat(sentBy(() -> decide(report, Outcome.HIDDEN))).hasSize(8);
  }

  /** Entries; names. */
  @Test
  void a_page_of_the_audit_log_sends_2() {
    database
        .get(Transactions.class)
        .writeOnly(() -> database.get(AuditLog.class).add(AuditEntryBuilder.anEntry().build()));
    var query =
        new ListAuditLog.Query(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            PageRequest.first(20));

    assertThat(sentBy(() -> useCases.audit.listAuditLog().list(caller(Role.ADMIN), query)))
        .hasSize(2);
  }
}
