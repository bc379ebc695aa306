package dev.moim.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.Identities;
import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.application.member.port.out.MemberDirectory;
import dev.moim.application.member.port.out.MemberDirectory.Filter;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.PersonalBlocks;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.member.port.out.Standings;
import dev.moim.application.member.port.out.Warnings;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.MailedLink;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.Role;
import dev.moim.domain.member.TokenHash;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the database answers what is asked about members: from indexes, never by reading a table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MemberPlansTest {
  private static final TokenHash TOKEN = new TokenHash("0".repeat(64));

  private final TestDatabase database = TestServer.H2.open();

  @AfterAll
  void close() {
    database.close();
  }

  private Named<Runnable> query(String name, Runnable query) {
    return Named.of(name, query);
  }

  private Runnable listing(Filter filter) {
    return () -> database.get(MemberDirectory.class).list(filter, PageRequest.first(20));
  }

  Stream<Named<Runnable>> queries() {
    Members members = database.get(Members.class);
    Sessions sessions = database.get(Sessions.class);
    Standings standings = database.get(Standings.class);
    MailedLinks links = database.get(MailedLinks.class);
    Warnings warnings = database.get(Warnings.class);
    Identities identities = database.get(Identities.class);
    PersonalBlocks blocks = database.get(PersonalBlocks.class);
    Nickname nickname = new Nickname("minji");
    EmailAddress email = new EmailAddress("minji@example.org");
    return Stream.of(
        query("access", () -> standings.of(Samples.sessionId())),
        query("session by token", () -> sessions.findByToken(TOKEN)),
        query("open sessions", () -> sessions.openOf(Samples.memberId())),
        query("member by address", () -> members.findByEmail(email)),
        query("member by nickname", () -> members.findByNickname(nickname)),
        query("admins", members::admins),
        query("withdrawn", () -> members.withdrawnBefore(SettableClock.START, 10)),
        query(
            "all members",
            listing(new Filter(Optional.empty(), Optional.empty(), Optional.empty()))),
        query(
            "members of a role",
            listing(new Filter(Optional.empty(), Optional.empty(), Optional.of(Role.ADMIN)))),
        query(
            "members named",
            listing(new Filter(Optional.of(nickname), Optional.empty(), Optional.empty()))),
        query("link by token", () -> links.findByToken(TOKEN)),
        query(
            "links requested",
            () ->
                links.countRequested(
                    Samples.memberId(), MailedLink.Purpose.RESET_PASSWORD, SettableClock.START)),
        query("warnings", () -> warnings.of(Samples.memberId())),
        query("account elsewhere", () -> identities.find("github", "1")),
        query("accounts elsewhere", () -> identities.of(Samples.memberId())),
        query("block", () -> blocks.find(Samples.memberId(), Samples.memberId())),
        query("how many blocks", () -> blocks.countOf(Samples.memberId())),
        query("blocks", () -> blocks.of(Samples.memberId(), PageRequest.first(20))),
        query("who is kept apart", () -> blocks.apart(List.of(Samples.memberId()))));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void each_query_is_answered_from_indexes(Runnable query) throws SQLException {
    List<String> sent =
        database.statements.during(() ->
            database
                .get(Transactions.class)
                .read(() -> {
                  query.run();
                  return true;
                }));

    assertThat(sent).hasSize(1);
    assertThat(plan(sent.getFirst())).contains("PUBLIC.").doesNotContainIgnoringCase("tableScan");
  }

  private String plan(String sql) throws SQLException {
    try (Connection connection = database.get(DataSource.class).getConnection();
        PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
      for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
        explain.setObject(i, null);
      }
      try (ResultSet plan = explain.executeQuery()) {
        assertThat(plan.next()).isTrue();
        return plan.getString(1);
      }
    }
  }
}
