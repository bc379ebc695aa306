package dev.moim.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.audit.port.in.ListAuditLog;
import dev.moim.application.audit.port.out.AuditLog;
import dev.moim.application.matching.port.out.MatchProposals;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.meeting.port.in.ViewScore;
import dev.moim.application.meeting.port.out.Absences;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.meeting.port.out.Reviews;
import dev.moim.application.meeting.port.out.Scores;
import dev.moim.application.member.port.out.Identities;
import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.application.member.port.out.MemberDirectory;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.application.member.port.out.PersonalBlocks;
import dev.moim.application.member.port.out.Pictures;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.member.port.out.Standings;
import dev.moim.application.member.port.out.Warnings;
import dev.moim.application.moderation.port.out.ReportLists;
import dev.moim.application.moderation.port.out.Reports;
import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.room.port.in.ListComments;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.out.Comments;
import dev.moim.application.room.port.out.OpenSeats;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.application.shared.StoreUpkeep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.audit.AuditAction;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.MailedLink;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.Role;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.LinkId;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.NotificationId;
import dev.moim.domain.shared.WarningId;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * How each database answers what the stores ask, where each table has thousands of rows: from
 * indexes and in their order, never by reading a table or all of an index, or by sorting more than
 * a page.
 */
@EachDatabase
class PlansTest {
  static final Instant NOW = SettableClock.START;
  private static final CategoryKey MEAL = new CategoryKey("meal");
  private static final FacetKey PLACE = new FacetKey("place");
  private static final FacetKey WAY = new FacetKey("way");
  private static final TokenHash TOKEN = new TokenHash("0".repeat(64));
  private static final PageRequest PAGE = PageRequest.first(20);
  private static final PageRequest NEXT_PAGE =
      new PageRequest(20, Optional.of(new Position(NOW, Samples.uuid())));

  /** What may read or sort more than a few rows, and why. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "withdrawn",
          "sorts those who have left and are not erased yet: a week's, once in an hour");

  /**
   * Lists of which MySQL sorts all that fit, although an index has them in order: it does not see
   * that a text in the order is fixed where the connection has another collation than its column.
   */
  private static final Set<String> SORTED_BY_MYSQL =
      Set.of("rooms of a category", "open rooms", "open rooms of a category", "open reports");

  /**
   * What PostgreSQL answers by reading a table: all that is older than some day, which it takes for
   * a third of the rows, since it plans for all days at once. Done once in an hour.
   */
  private static final Set<String> READ_BY_POSTGRESQL = Set.of("old answers");

  private final TestDatabase database;
  private final MemberId member = Samples.memberId();
  private final Map<String, Runnable> queries = new LinkedHashMap<>();

  PlansTest(TestDatabase database) {
    this.database = database;
    ofMembers();
    ofRooms();
    ofMatching();
    ofMeetings();
    ofModeration();
    ofMessages();
  }

  private void ofMembers() {
    Members members = database.get(Members.class);
    Nickname nickname = new Nickname("minji");
    EmailAddress email = new EmailAddress("minji@example.org");
    queries.put("member", () -> members.find(member));
    queries.put("member by address", () -> members.findByEmail(email));
    queries.put("member by nickname", () -> members.findByNickname(nickname));
    queries.put("is a member active", () -> members.isActive(member, NOW));
    queries.put("admins", members::admins);
    queries.put("withdrawn", () -> members.withdrawnBefore(NOW, 10));
    queries.put("names", () -> database.get(Nicknames.class).of(List.of(member)));
    queries.put("access", () -> database.get(Standings.class).of(Samples.sessionId()));
    queries.put("picture", () -> database.get(Pictures.class).find(member));
    listing("all members", Optional.empty(), Optional.empty());
    listing("members of a role", Optional.empty(), Optional.of(Role.ADMIN));
    listing("members named", Optional.of(nickname), Optional.empty());
    Sessions sessions = database.get(Sessions.class);
    queries.put("session", () -> sessions.find(Samples.sessionId()));
    queries.put("session by token", () -> sessions.findByToken(TOKEN));
    queries.put("open sessions", () -> sessions.openOf(member));
    queries.put("old sessions", () -> sessions.forgetBefore(Samples.EARLY));
    MailedLinks links = database.get(MailedLinks.class);
    queries.put("link", () -> links.find(new LinkId(Samples.uuid())));
    queries.put("link by token", () -> links.findByToken(TOKEN));
    queries.put(
        "links requested",
        () -> links.countRequested(member, MailedLink.Purpose.RESET_PASSWORD, NOW));
    queries.put("old links", () -> links.forgetBefore(Samples.EARLY));
    Warnings warnings = database.get(Warnings.class);
    queries.put("warning", () -> warnings.find(new WarningId(Samples.uuid())));
    queries.put("warnings", () -> warnings.of(member));
    Identities identities = database.get(Identities.class);
    queries.put("account elsewhere", () -> identities.find("github", "1"));
    queries.put("accounts elsewhere", () -> identities.of(member));
    PersonalBlocks blocks = database.get(PersonalBlocks.class);
    queries.put("block", () -> blocks.find(member, Samples.memberId()));
    queries.put("how many blocks", () -> blocks.countOf(member));
    queries.put("blocks", () -> blocks.of(member, PAGE));
    queries.put("who is kept apart", () -> blocks.apart(List.of(member)));
    queries.put("all sessions, to be forgotten", () -> sessions.removeAllOf(member));
    queries.put("all links, to be forgotten", () -> links.removeAllOf(member));
    queries.put("all accounts elsewhere, to be forgotten", () -> identities.removeAllOf(member));
    queries.put("all blocks, to be forgotten", () -> blocks.removeAllOf(member));
  }

  private void listing(String name, Optional<Nickname> nickname, Optional<Role> role) {
    var filter = new MemberDirectory.Filter(nickname, Optional.empty(), role);
    MemberDirectory directory = database.get(MemberDirectory.class);
    queries.put(name, () -> directory.list(filter, PAGE));
    queries.put(name + ", next page", () -> directory.list(filter, NEXT_PAGE));
  }

  private void ofRooms() {
    Rooms rooms = database.get(Rooms.class);
    queries.put("room", () -> rooms.find(Samples.roomId()));
    queries.put("overdue rooms", () -> rooms.overdue(Samples.EARLY, 100));
    queries.put("offers that are over", () -> rooms.withOffersOver(Samples.EARLY, 100));
    queries.put("open rooms with a member", () -> rooms.openWith(member));
    queries.put("what a room is called", () -> rooms.headings(List.of(Samples.roomId())));
    queries.put("rooms from which a member was removed", () -> rooms.removedFrom(member));
    queries.put("open seats", () -> database.get(OpenSeats.class).count(List.of(member), NOW));
    queries.put(
        "rooms in which one waits", () -> database.get(OpenSeats.class).countWaiting(member, NOW));
    Comments comments = database.get(Comments.class);
    queries.put("all comments, to be forgotten", () -> comments.deleteAllBy(member));
    Set<MemberId> unheard = Set.of(member, Samples.memberId());
    for (ListComments.Sort sort : ListComments.Sort.values()) {
      queries.put("comments, " + sort, () -> comments.in(Samples.roomId(), Set.of(), sort, PAGE));
      queries.put(
          "comments, " + sort + ", next page",
          () -> comments.in(Samples.roomId(), unheard, sort, NEXT_PAGE));
    }
    queries.put("how many comments of one", () -> comments.count(Samples.roomId(), member));
    queries.put("own comments", () -> comments.by(member, PAGE));
    for (ListRooms.Sort sort : ListRooms.Sort.values()) {
      rooms("rooms", Optional.empty(), Optional.empty(), Optional.empty(), sort);
      rooms("rooms of a category", Optional.of(MEAL), Optional.empty(), Optional.empty(), sort);
      rooms("open rooms", Optional.empty(), Optional.of(RoomStatus.OPEN), Optional.empty(), sort);
      rooms(
          "open rooms of a category",
          Optional.of(MEAL),
          Optional.of(RoomStatus.OPEN),
          Optional.empty(),
          sort);
      rooms("own rooms", Optional.empty(), Optional.empty(), Optional.of(member), sort);
      byFacets("rooms by a facet", Map.of(PLACE, Set.of("gaepo")), sort);
      byFacets(
          "rooms by two facets",
          Map.of(PLACE, Set.of("gaepo", "seocho"), WAY, Set.of("delivery")),
          sort);
    }
    RoomList list = database.get(RoomList.class);
    queries.put(
        "open rooms of a category, with free seats from now on",
        () ->
            list.page(
                new ListRooms.Query(
                    Optional.of(MEAL),
                    Map.of(),
                    Optional.of(RoomStatus.OPEN),
                    Optional.empty(),
                    true,
                    Optional.of(NOW),
                    Optional.empty(),
                    ListRooms.Sort.SOONEST,
                    PAGE)));
    queries.put(
        "rooms that lack a facet",
        () ->
            database
                .get("facetUpkeep", SmartInitializingSingleton.class)
                .afterSingletonsInstantiated());
    StoreUpkeep upkeep = database.get(StoreUpkeep.class);
    queries.put("what is kept of rooms", upkeep::someMore);
  }

  private void byFacets(String name, Map<FacetKey, Set<String>> facets, ListRooms.Sort sort) {
    RoomList list = database.get(RoomList.class);
    for (PageRequest page : List.of(PAGE, NEXT_PAGE)) {
      String which =
          "%s, %s, %s page".formatted(name, sort, page.after().isEmpty() ? "first" : "next");
      queries.put(
          which,
          () -> list.page(facets(facets, Optional.empty(), Optional.empty(), false, sort, page)));
      queries.put(
          "own " + which,
          () ->
              list.page(facets(facets, Optional.empty(), Optional.of(member), false, sort, page)));
      queries.put(
          "open " + which + " with free seats",
          () ->
              list.page(
                  facets(
                      facets, Optional.of(RoomStatus.OPEN), Optional.empty(), true, sort, page)));
    }
  }

  /** In the week to come. */
  private static ListRooms.Query facets(
      Map<FacetKey, Set<String>> facets,
      Optional<RoomStatus> status,
      Optional<MemberId> of,
      boolean onlyJoinable,
      ListRooms.Sort sort,
      PageRequest page) {
    return new ListRooms.Query(
        Optional.of(MEAL),
        facets,
        status,
        of,
        onlyJoinable,
        Optional.of(NOW),
        Optional.of(NOW.plus(Duration.ofDays(7))),
        sort,
        page);
  }

  private void rooms(
      String name,
      Optional<CategoryKey> category,
      Optional<RoomStatus> status,
      Optional<MemberId> of,
      ListRooms.Sort sort) {
    RoomList list = database.get(RoomList.class);
    for (PageRequest page : List.of(PAGE, NEXT_PAGE)) {
      queries.put(
          "%s, %s, %s page".formatted(name, sort, page.after().isEmpty() ? "first" : "next"),
          () -> list.page(new ListRooms.Query(category, status, of, false, sort, page)));
    }
  }

  private void ofMatching() {
    MatchRequests requests = database.get(MatchRequests.class);
    queries.put("request", () -> requests.find(Samples.matchRequestId()));
    queries.put("requests", () -> requests.findAll(List.of(Samples.matchRequestId())));
    queries.put("live request", () -> requests.liveOf(member, MEAL));
    queries.put("pool", () -> requests.inPool(MEAL));
    queries.put("versions in the pool", () -> requests.versionsInPool(MEAL));
    queries.put(
        "requests of meetings", () -> requests.ofMeetings(List.of(new MeetingId(Samples.uuid()))));
    queries.put(
        "request of a meeting", () -> requests.ofMeeting(new MeetingId(Samples.uuid()), member));
    queries.put("requests seated in a room", () -> requests.seatedIn(Samples.roomId()));
    queries.put("how many wait", () -> requests.countWaiting(MEAL, NOW));
    queries.put(
        "requests of a day",
        () -> requests.submittedBetween(MEAL, NOW, NOW.plus(Duration.ofDays(1)), 500));
    queries.put(
        "overdue requests", () -> requests.overdue(MatchRequestStatus.WAITING, Samples.EARLY, 100));
    queries.put("own requests", () -> requests.of(member, PAGE));
    queries.put("own requests, next page", () -> requests.of(member, NEXT_PAGE));
    queries.put("invitations", () -> requests.inviting(member, 20));
    MatchProposals proposals = database.get(MatchProposals.class);
    queries.put("proposal", () -> proposals.find(new MatchProposalId(Samples.uuid())));
    queries.put("overdue proposals", () -> proposals.overdue(Samples.EARLY, 100));
  }

  private void ofMeetings() {
    Meetings meetings = database.get(Meetings.class);
    MeetingId meeting = Samples.meetingId();
    queries.put("meeting", () -> meetings.find(meeting));
    queries.put("meeting of a room", () -> meetings.ofRoom(Samples.roomId()));
    queries.put("meetings", () -> meetings.all(List.of(meeting, Samples.meetingId())));
    queries.put("partners", () -> meetings.partners(List.of(member), MEAL, NOW));
    queries.put("due meetings", () -> meetings.due(Samples.EARLY, 100));
    queries.put("own meetings", () -> meetings.of(member, PAGE));
    queries.put("own meetings, next page", () -> meetings.of(member, NEXT_PAGE));
    Reviews reviews = database.get(Reviews.class);
    queries.put("reviews of a meeting", () -> reviews.about(meeting));
    queries.put("own reviews", () -> reviews.by(member, PAGE));
    Scores scores = database.get(Scores.class);
    queries.put("points", () -> scores.total(member, ViewScore.Filter.NONE));
    queries.put("points that others see", () -> scores.totalOfMeetingsUntil(member, NOW));
    queries.put(
        "entries", () -> scores.page(member, new ViewScore.Query(ViewScore.Filter.NONE, PAGE)));
    queries.put("absences", () -> database.get(Absences.class).of(member, NOW));
  }

  private void ofModeration() {
    Subject subject = new Subject("ROOM", Samples.uuid());
    Reports reports = database.get(Reports.class);
    queries.put("report", () -> reports.find(Samples.reportId()));
    queries.put("open reports on a subject", () -> reports.openOn(subject));
    queries.put("own open reports", () -> reports.openBy(member));
    ReportLists lists = database.get(ReportLists.class);
    queries.put("open reports", () -> lists.open(PAGE));
    queries.put("open reports, next page", () -> lists.open(NEXT_PAGE));
    queries.put("decided reports", () -> lists.decided(PAGE));
    queries.put("decided reports, next page", () -> lists.decided(NEXT_PAGE));
    queries.put("reports on a subject", () -> lists.on(subject, 20));
    queries.put("own reports", () -> lists.by(member));
    audit("audit log", Optional.empty(), Optional.empty(), Optional.empty());
    audit("audit log of an actor", Optional.of(member), Optional.empty(), Optional.empty());
    audit("audit log about a member", Optional.empty(), Optional.of(member), Optional.empty());
    audit(
        "audit log of an action",
        Optional.empty(),
        Optional.empty(),
        Optional.of(AuditAction.ROLE_CHANGED));
  }

  private void audit(
      String name,
      Optional<MemberId> actor,
      Optional<MemberId> about,
      Optional<AuditAction> action) {
    var query =
        new ListAuditLog.Query(actor, about, action, Optional.empty(), Optional.empty(), PAGE);
    queries.put(name, () -> database.get(AuditLog.class).page(query));
  }

  private void ofMessages() {
    Notifications notifications = database.get(Notifications.class);
    queries.put("notifications", () -> notifications.of(member, PAGE));
    queries.put("notifications, next page", () -> notifications.of(member, NEXT_PAGE));
    queries.put("how many are unread", () -> notifications.countUnread(member));
    queries.put(
        "read",
        () -> notifications.markRead(member, List.of(new NotificationId(Samples.uuid())), NOW));
    queries.put("all read", () -> notifications.markAllRead(member, NOW));
    queries.put("all notifications, to be forgotten", () -> notifications.removeAllOf(member));
    OutboxMessages outbox = database.get(OutboxMessages.class);
    queries.put("outbox", () -> outbox.after(100, 100));
    queries.put("handled messages", () -> outbox.remove(List.of(Samples.uuid())));
    Inbox inbox = database.get(Inbox.class);
    queries.put("inbox", () -> inbox.firstTime("consumer", Samples.uuid()));
    Instant longAgo = NOW.minus(Duration.ofDays(330));
    queries.put("handled events, to be forgotten", () -> inbox.forgetBefore(longAgo, 500));
    DeadLetters deadLetters = database.get(DeadLetters.class);
    queries.put("dead letters", () -> deadLetters.latest(20));
    queries.put("dead letters, to be forgotten", () -> deadLetters.removeAllOf(member.toString()));
    IdempotentAnswers answers = database.get(IdempotentAnswers.class);
    queries.put("kept answer", () -> answers.find(new IdempotentAnswers.Key(member, "key")));
    queries.put("old answers", () -> answers.forgetBefore(Samples.EARLY));
  }

  @BeforeParameterizedClassInvocation
  static void many_rows(TestDatabase database) throws SQLException {
    database.empty();
    Filling.of(database);
  }

  @Test
  void a_query_that_reads_a_table_is_found_out() throws SQLException {
    assertThat(plan("where m.nickname = 't1'").tablesRead()).isNotEmpty();
  }

  @Test
  void a_query_that_sorts_all_rows_is_found_out() throws SQLException {
    assumeThat(database.server).isNotEqualTo(TestServer.H2);

    assertThat(plan("where m.id is not null order by m.nickname").sorts()).isNotEmpty();
  }

  @Test
  void a_query_that_reads_all_of_an_index_is_found_out() throws SQLException {
    assumeThat(database.server).isIn(TestServer.MARIADB, TestServer.MYSQL);

    assertThat(plan("order by m.id").indexesReadAsAWhole()).isNotEmpty();
  }

  private Plan plan(String condition) throws SQLException {
    List<StatementCounter.Sent> sent =
        sent(() ->
            database
                .get(CurrentSession.class)
                .reading()
                .createSelectionQuery("select m.id from MemberRow m " + condition, UUID.class)
                .getResultList());
    return Plan.of(sent.getFirst(), database);
  }

  @Test
  void no_exception_is_made_in_vain() {
    assertThat(queries.keySet()).containsAll(EXCEPTIONS.keySet());
    assertThat(queries.keySet().stream().map(name -> name.replaceFirst(",.*", "")))
        .containsAll(SORTED_BY_MYSQL)
        .containsAll(READ_BY_POSTGRESQL);
  }

  @TestFactory
  Stream<DynamicTest> each_query_is_answered_from_indexes() {
    return queries.entrySet().stream()
        .map(query ->
            DynamicTest.dynamicTest(
                query.getKey(), () -> usesIndexes(query.getKey(), query.getValue())));
  }

  private void usesIndexes(String name, Runnable query) throws SQLException {
    List<StatementCounter.Sent> sent = sent(query);

    assertThat(sent).isNotEmpty();
    for (StatementCounter.Sent statement : sent) {
      if (!statement.sql().startsWith("insert")) {
        Plan plan = Plan.of(statement, database);
        assertThat(flaws(name, plan)).as("%s: %s", statement.sql(), plan.lines()).isEmpty();
      }
    }
  }

  private List<String> flaws(String name, Plan plan) {
    if (database.server == TestServer.POSTGRESQL && READ_BY_POSTGRESQL.contains(name)) {
      return plan.sorts();
    }
    boolean sorted =
        EXCEPTIONS.containsKey(name)
            || (database.server == TestServer.MYSQL
                && SORTED_BY_MYSQL.contains(name.replaceFirst(",.*", "")));
    return sorted ? plan.readings() : plan.flaws();
  }

  /** The rows mean nothing: those that a query finds are no aggregates, and it says so. */
  private List<StatementCounter.Sent> sent(Runnable query) {
    Transactions transactions = database.get(Transactions.class);
    return database.statements.sentDuring(() ->
        Optional.ofNullable(catchThrowable(() -> transactions.writeOnly(query)))
            .ifPresent(
                unreadable -> assertThat(unreadable).isInstanceOf(IllegalArgumentException.class)));
  }
}
