package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.member.Role;
import dev.moim.testkit.shared.Race;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Two hundred people sign up at the same instant under what is one name, over HTTP. */
@TestPropertySource(
    properties = {"moim.passwords.hashing-patience=2m", "moim.database.connection-timeout=1m"})
class SignUpRaceTest extends RunningMoim {
  private static final int PEOPLE = 200;

  @Autowired private BeanFactory program;
  @Autowired private DataSource database;

  /** The name in the number's way of writing: each letter is small or not, and wide or not. */
  private static String written(String name, int number) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      int way = (number >> (2 * i)) & 3;
      char letter = way % 2 == 0 ? name.charAt(i) : Character.toUpperCase(name.charAt(i));
      written.append(way < 2 ? letter : (char) (letter - '!' + '！'));
    }
    return written.toString();
  }

  private List<Api.Answer> signUps(IntFunction<Map<String, String>> person) {
    Api api = api();
    return Race.of(PEOPLE, i -> api.post("/members", person.apply(i))).stream()
        .map(outcome -> outcome.result().orElseThrow())
        .toList();
  }

  private static Map<String, String> person(String nickname, String email) {
    return Map.of("nickname", nickname, "email", email, "password", Api.PASSWORD);
  }

  private static void oneIsMade(List<Api.Answer> answers, String refusal) {
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(PEOPLE - 1)
        .allSatisfy(answer -> {
          assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
          assertThat(answer.code()).isEqualTo(refusal);
        });
  }

  private long members() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from members")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private int found(String search) {
    String admin = new People(program).with(Role.ADMIN).token();
    return api().with(admin).get("/members?search=" + search).json().path("items").size();
  }

  @Test
  void a_nickname_is_written_in_two_hundred_ways() {
    assertThat(IntStream.range(0, PEOPLE).mapToObj(i -> written("race", i)))
        .doesNotHaveDuplicates()
        .contains("race", "Race", "ｒace", "ＲＡＣe");
  }

  @Test
  void of_two_hundred_who_want_one_nickname_one_gets_it() throws Exception {
    long before = members();

    List<Api.Answer> answers =
        signUps(i -> person(written("race", i), "race-" + i + "@example.org"));

    oneIsMade(answers, "NICKNAME_TAKEN");
    assertThat(members()).isEqualTo(before + 1);
    assertThat(found("race")).isEqualTo(1);
  }

  @Test
  void of_two_hundred_who_have_one_address_one_gets_in() throws Exception {
    long before = members();

    List<Api.Answer> answers =
        signUps(i -> person("mail-race-" + i, written("mail", i) + "@example.net"));

    oneIsMade(answers, "EMAIL_TAKEN");
    assertThat(members()).isEqualTo(before + 1);
    assertThat(found("mail@example.net")).isEqualTo(1);
  }
}
