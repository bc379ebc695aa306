package dev.moim.adapter.persistence;

import static dev.moim.testkit.member.MemberBuilder.aMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.member.port.out.Standings;
import dev.moim.application.shared.Transactions;
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
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SessionId;
import dev.moim.domain.shared.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of earlier releases, brought to the present schema with what is in them. */
class MigrationTest {
  /** As the releases with the scripts up to V6 had them. */
  private static final Map<String, String> TYPES_OF_V6 =
      Map.of(
          "instant", "timestamp(6) with time zone",
          "text", "varchar(1000000)",
          "bytes", "varbinary(1000000)");

  private static final Instant JOINED = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final Instant STARTED = Instant.parse("2026-02-03T04:05:06.789012Z");
  private static final Instant EXPIRES = STARTED.plus(Duration.ofDays(14));
  private static final MemberId ADMIN = new MemberId(new UUID(1, 1));
  private static final MemberId MEMBER = new MemberId(new UUID(1, 2));
  private static final SessionId OPEN = new SessionId(new UUID(2, 1));
  private static final SessionId ENDED = new SessionId(new UUID(2, 2));
  private static final TokenHash OPEN_TOKEN = new TokenHash("a1".repeat(32));
  private static final TokenHash ENDED_TOKEN = new TokenHash("b2".repeat(32));

  @TempDir Path folder;

  @BeforeEach
  void a_database_of_v6() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("moim");
    Flyway.configure()
        .dataSource(url, "sa", "")
        .locations("classpath:db/migration/common")
        .placeholders(TYPES_OF_V6)
        .target("6")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      member(connection, ADMIN, 7, "민지", "Minji@Example.org", "ADMIN", "KO");
      member(connection, MEMBER, 1, "Jun-9", "jun@example.org", "MEMBER", "EN");
      session(connection, OPEN, 3, OPEN_TOKEN, false);
      session(connection, ENDED, 2, ENDED_TOKEN, true);
    }
  }

  private static void member(
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
            JOINED.atOffset(ZoneOffset.UTC)));
  }

  private static void session(
      Connection connection, SessionId id, long version, TokenHash token, boolean ended)
      throws Exception {
    insert(
        connection,
        "insert into sessions (id, version, member_id, token_hash, started_at, expires_at, ended)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        List.of(
            id.value(),
            version,
            MEMBER.value(),
            token.hex(),
            STARTED.atOffset(ZoneOffset.UTC),
            EXPIRES.atOffset(ZoneOffset.UTC),
            ended));
  }

  private static void insert(Connection connection, String sql, List<Object> values)
      throws Exception {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
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
    try (TestDatabase database = TestDatabase.inFile(folder)) {
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
    try (TestDatabase database = TestDatabase.inFile(folder)) {
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
    try (TestDatabase database = TestDatabase.inFile(folder)) {
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
}
