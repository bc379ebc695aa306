package dev.moim.adapter.persistence;

import static dev.moim.testkit.member.MemberBuilder.aMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.adapter.persistence.shared.Database;
import dev.moim.adapter.persistence.shared.DatabaseKind;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.member.port.out.Standings;
import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.member.Block;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.member.Person;
import dev.moim.domain.member.Role;
import dev.moim.domain.member.Session;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.Seat;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SessionId;
import dev.moim.domain.shared.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases of earlier releases, brought to the present schema with what is in them. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.moim.adapter.persistence.TestServer#chosen")
class MigrationTest {
  private static final Instant JOINED = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final Instant STARTED = Instant.parse("2026-02-03T04:05:06.789012Z");
  private static final Instant EXPIRES = STARTED.plus(Duration.ofDays(14));
  private static final MemberId ADMIN = new MemberId(new UUID(1, 1));
  private static final MemberId MEMBER = new MemberId(new UUID(1, 2));
  private static final SessionId OPEN = new SessionId(new UUID(2, 1));
  private static final SessionId ENDED = new SessionId(new UUID(2, 2));
  private static final RoomId ROOM = new RoomId(new UUID(3, 1));
  private static final MatchRequestId REQUEST = new MatchRequestId(new UUID(4, 1));
  private static final MeetingId MEETING = new MeetingId(new UUID(5, 1));
  private static final UUID WAITING = new UUID(7, 1);
  private static final UUID HANDLED = new UUID(7, 2);
  private static final String TEXT = "같이 🍜 \n" + "가".repeat(1_000);
  private static final TokenHash OPEN_TOKEN = new TokenHash("a1".repeat(32));
  private static final TokenHash ENDED_TOKEN = new TokenHash("b2".repeat(32));

  private final TestServer server;
  private final PersistenceSettings settings;

  MigrationTest(TestServer server) {
    this.server = server;
    settings = server.newDatabase();
  }

  @BeforeEach
  void a_database_of_v6() throws Exception {
    Database.scripts(DatabaseKind.of(settings.url()))
        .dataSource(url(), settings.user(), settings.password())
        .placeholders(typesOfV6())
        .target("6")
        .load()
        .migrate();
    try (Connection connection =
        DriverManager.getConnection(url(), settings.user(), settings.password())) {
      member(connection, ADMIN, 7, "민지", "Minji@Example.org", "ADMIN", "KO");
      member(connection, MEMBER, 1, "Jun-9", "jun@example.org", "MEMBER", "EN");
      session(connection, OPEN, 3, OPEN_TOKEN, false);
      session(connection, ENDED, 2, ENDED_TOKEN, true);
      gatherings(connection);
      messages(connection);
    }
  }

  /** By which the driver of MariaDB and MySQL is reached without being told to. */
  private String url() {
    return settings.url().replace("jdbc:mysql:", "jdbc:mariadb:");
  }

  /** As the releases with the scripts up to V6 had them; none of them ran on MySQL. */
  private Map<String, String> typesOfV6() {
    return switch (server) {
      case H2 ->
          Map.of(
              "instant", "timestamp(6) with time zone",
              "text", "varchar(1000000)",
              "bytes", "varbinary(1000000)");
      case POSTGRESQL ->
          Map.of("instant", "timestamp(6) with time zone", "text", "text", "bytes", "bytea");
      case MARIADB, MYSQL ->
          Map.of("instant", "datetime(6)", "text", "longtext", "bytes", "longblob");
    };
  }

  private TestDatabase present() {
    return new TestDatabase(server, settings);
  }

  private void member(
      Connection connection,
      MemberId id,
      long version,
      String nickname,
      String email,
      String role,
      String language)
      throws Exception {
    insert(
        connection,
        "insert into members (id, version, nickname, nickname_key, email, email_key, password_hash,"
            + " role, language, joined_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        List.of(
            id.value(),
            version,
            nickname,
            sha256(new Nickname(nickname).key()),
            email,
            sha256(new EmailAddress(email).key()),
            "$hash-of-" + nickname,
            role,
            language,
            JOINED));
  }

  private void session(
      Connection connection, SessionId id, long version, TokenHash token, boolean ended)
      throws Exception {
    insert(
        connection,
        "insert into sessions (id, version, member_id, token_hash, started_at, expires_at, ended)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        List.of(id.value(), version, MEMBER.value(), token.hex(), STARTED, EXPIRES, ended));
  }

  private void gatherings(Connection connection) throws Exception {
    insert(
        connection,
        "insert into rooms (id, version, host_id, title, description, category, match_condition,"
            + " meets_at, capacity, anonymous, seats_given, has_free_seat, status, opened_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        List.of(
            ROOM.value(),
            4L,
            ADMIN.value(),
            "점심 🍜",
            TEXT,
            "meal",
            "{\"$v\":1}",
            EXPIRES,
            4,
            false,
            2,
            true,
            "OPEN",
            STARTED));
    for (MemberId seated : List.of(ADMIN, MEMBER)) {
      insert(
          connection,
          "insert into seats (room_id, seat_number, member_id, taken_at) values (?, ?, ?, ?)",
          List.of(ROOM.value(), seated.equals(ADMIN) ? 1 : 2, seated.value(), STARTED));
    }
    insert(
        connection,
        "insert into match_requests (id, version, member_id, category, match_condition, size_min,"
            + " size_max, submitted_at, expires_at, status, live_key)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        List.of(
            REQUEST.value(),
            1L,
            MEMBER.value(),
            "meal",
            "{\"$v\":1}",
            2,
            4,
            STARTED,
            EXPIRES,
            "WAITING",
            MEMBER + ":meal"));
    insert(
        connection,
        "insert into meetings (id, version, category, agreed, source, room_id, starts_at,"
            + " formed_at, status) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        List.of(
            MEETING.value(),
            1L,
            "meal",
            "{\"$v\":1}",
            "ROOM",
            ROOM.value(),
            EXPIRES,
            STARTED,
            "UPCOMING"));
    for (MemberId coming : List.of(ADMIN, MEMBER)) {
      insert(
          connection,
          "insert into meeting_members (meeting_id, place, member_id, formed_at)"
              + " values (?, ?, ?, ?)",
          List.of(MEETING.value(), coming.equals(ADMIN) ? 1 : 2, coming.value(), STARTED));
    }
  }

  private void messages(Connection connection) throws Exception {
    insert(
        connection,
        "insert into notifications (id, recipient_id, type, arguments, link, created_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        List.of(
            new UUID(6, 1),
            MEMBER.value(),
            "ROOM_JOINED",
            "{\"title\":\"점심 🍜\"}",
            "/rooms/1",
            STARTED));
    insert(
        connection,
        "insert into outbox_messages (position, id, message_key, type, payload, stored_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        List.of(3L, WAITING, "room:1", "room.opened.v1", "{}", STARTED));
    for (UUID event : List.of(WAITING, HANDLED)) {
      insert(
          connection,
          "insert into inbox_events (consumer, event_id, handled_at) values (?, ?, ?)",
          List.of("audit", event, STARTED));
    }
    insert(
        connection,
        "insert into idempotent_answers (member_id, key_value, fingerprint, kept_at,"
            + " answer_status, answer_headers, answer_body) values (?, ?, ?, ?, ?, ?, ?)",
        List.of(MEMBER.value(), "key", "hash", STARTED, 201, "{}", TEXT));
  }

  private void insert(Connection connection, String sql, List<Object> values) throws Exception {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        switch (values.get(i)) {
          case Instant instant ->
              statement.setTimestamp(
                  i + 1,
                  Timestamp.from(instant),
                  Calendar.getInstance(TimeZone.getTimeZone("UTC")));
          case UUID id -> statement.setObject(i + 1, server.stored(id));
          case Object other -> statement.setObject(i + 1, other);
        }
      }
      statement.executeUpdate();
    }
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Member.Snapshot expected(
      MemberId id, long version, String nickname, String email, Role role, Language language) {
    Person person =
        Person.named(
                new Nickname(nickname), new EmailAddress(email), language, ZoneId.of("Asia/Seoul"))
            .withPassword(new PasswordHash("$hash-of-" + nickname));
    return new Member.Snapshot(
        id,
        Optional.of(person),
        role,
        JOINED,
        Optional.empty(),
        Optional.empty(),
        new Version(version));
  }

  private static Session.Snapshot expected(
      SessionId id, long version, TokenHash token, boolean ended) {
    return new Session.Snapshot(
        id,
        MEMBER,
        token,
        Optional.empty(),
        new Origin("", ""),
        STARTED,
        STARTED,
        EXPIRES,
        ended,
        new Version(version));
  }

  private static <T> T read(TestDatabase database, Supplier<T> work) {
    return database.get(Transactions.class).read(work);
  }

  private static <T> T write(TestDatabase database, Supplier<T> work) {
    return database.get(Transactions.class).write(work);
  }

  @Test
  void members_of_v6_are_found_as_they_were_unverified_and_in_seoul() {
    try (TestDatabase database = present()) {
      Members members = database.get(Members.class);

      assertThat(read(database, () -> members.find(ADMIN)))
          .map(Member::snapshot)
          .contains(expected(ADMIN, 7, "민지", "Minji@Example.org", Role.ADMIN, Language.KO));
      assertThat(read(database, () -> members.findByEmail(new EmailAddress("JUN@example.org"))))
          .map(Member::snapshot)
          .contains(expected(MEMBER, 1, "Jun-9", "jun@example.org", Role.MEMBER, Language.EN));
    }
  }

  @Test
  void sessions_of_v6_are_found_by_their_tokens_and_go_on() {
    try (TestDatabase database = present()) {
      Sessions sessions = database.get(Sessions.class);
      assertThat(read(database, () -> sessions.findByToken(OPEN_TOKEN)))
          .map(Session::snapshot)
          .contains(expected(OPEN, 3, OPEN_TOKEN, false));
      assertThat(read(database, () -> sessions.findByToken(ENDED_TOKEN)))
          .map(Session::snapshot)
          .contains(expected(ENDED, 2, ENDED_TOKEN, true));
      assertThat(read(database, () -> database.get(Standings.class).of(OPEN)))
          .map(Standings.Standing::member)
          .contains(MEMBER);

      TokenHash next = new TokenHash("c3".repeat(32));
      write(
          database,
          () -> {
            Session session = sessions.findByToken(OPEN_TOKEN).orElseThrow();
            assertThat(session.renew(OPEN_TOKEN, next, Origin.OPERATOR, STARTED)).isTrue();
            return sessions.save(session);
          });

      for (TokenHash token : List.of(OPEN_TOKEN, next)) {
        assertThat(read(database, () -> sessions.findByToken(token)))
            .map(session -> session.snapshot().id())
            .contains(OPEN);
      }
    }
  }

  @Test
  void members_of_v6_can_be_changed_and_keep_their_names() {
    try (TestDatabase database = present()) {
      Members members = database.get(Members.class);
      Block block = new Block(STARTED, "shouted");

      write(
          database,
          () -> {
            Member member = members.find(MEMBER).orElseThrow();
            member.block(Optional.of(block));
            return members.save(member);
          });

      assertThat(read(database, () -> members.find(MEMBER)))
          .map(Member::snapshot)
          .hasValueSatisfying(member -> {
            assertThat(member.block()).contains(block);
            assertThat(member.version()).isEqualTo(new Version(2));
          });
      Member other = aMember().nickname("JUN-9").restore();
      assertThatThrownBy(() -> write(database, () -> members.save(other)))
          .isInstanceOfSatisfying(
              DomainException.class,
              refusal -> assertThat(refusal.code()).isEqualTo(MemberError.NICKNAME_TAKEN));
    }
  }

  @Test
  void rooms_and_requests_of_v6_go_on() {
    try (TestDatabase database = present()) {
      Room.Snapshot room =
          read(database, () -> database.get(Rooms.class).find(ROOM)).orElseThrow().snapshot();
      assertThat(room.details().title()).isEqualTo("점심 🍜");
      assertThat(room.details().description()).isEqualTo(TEXT);
      assertThat(room.seats()).extracting(Seat::member).containsExactly(ADMIN, MEMBER);
      // Saved once, with the facets by which it is found.
      assertThat(room.version()).isEqualTo(new Version(5));

      MatchRequests requests = database.get(MatchRequests.class);
      assertThat(read(database, () -> requests.inPool(new CategoryKey("meal"))))
          .extracting(MatchRequest.Snapshot::id)
          .containsExactly(REQUEST);
      assertThat(write(database, () -> requests.save(requests.find(REQUEST).orElseThrow())))
          .extracting(MatchRequest.Snapshot::version)
          .isEqualTo(new Version(2));
    }
  }

  @Test
  void meetings_of_v6_have_their_host_and_come_up_in_time() {
    try (TestDatabase database = present()) {
      Meetings meetings = database.get(Meetings.class);

      assertThat(read(database, () -> meetings.due(EXPIRES, 10))).containsExactly(MEETING);
      assertThat(read(database, () -> meetings.find(MEETING)))
          .map(Meeting::snapshot)
          .hasValueSatisfying(meeting -> {
            assertThat(meeting.members()).containsExactly(ADMIN, MEMBER);
            assertThat(meeting.startsAt()).contains(EXPIRES);
          });
    }
  }

  @Test
  void messages_of_v6_are_still_to_be_sent_and_read() {
    try (TestDatabase database = present()) {
      assertThat(
              read(
                  database,
                  () -> database.get(Notifications.class).of(MEMBER, PageRequest.first(10))))
          .extracting(page -> page.items().getFirst().arguments().get("title"))
          .isEqualTo("점심 🍜");
      assertThat(read(database, () -> database.get(OutboxMessages.class).after(0, 10)))
          .singleElement()
          .satisfies(message -> assertThat(message.storedAt()).isEqualTo(STARTED));
      assertThat(
              read(
                  database,
                  () ->
                      database
                          .get(IdempotentAnswers.class)
                          .find(new IdempotentAnswers.Key(MEMBER, "key"))))
          .map(kept -> kept.answer().body())
          .contains(TEXT);
    }
  }

  @Test
  void events_handled_at_v6_are_remembered_until_they_are_old_and_no_longer_in_the_outbox() {
    try (TestDatabase database = present()) {
      Inbox inbox = database.get(Inbox.class);
      assertThat(write(database, () -> inbox.firstTime("audit", HANDLED))).isFalse();

      assertThat(write(database, () -> inbox.forgetBefore(STARTED, 10))).isZero();
      assertThat(write(database, () -> inbox.forgetBefore(EXPIRES, 10))).isEqualTo(1);

      assertThat(write(database, () -> inbox.firstTime("audit", HANDLED))).isTrue();
      assertThat(write(database, () -> inbox.firstTime("audit", WAITING))).isFalse();
    }
  }
}
