package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.shared.Race;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What happens over HTTP while all connections to the database are in other hands. */
@TestPropertySource(
    properties = {"moim.database.pool-size=3", "moim.database.connection-timeout=500ms"})
class FullPoolTest extends RunningMoim {
  private static final int REQUESTS = 60;

  /** Many times the patience of one request, and far from what 60 in a row would take. */
  private static final Duration SOON = Duration.ofSeconds(10);

  @Autowired private DataSource pool;

  @Test
  void everybody_is_told_soon_to_come_again_and_served_when_connections_are_free()
      throws Exception {
    Api member = api().member("minji");
    assertThat(member.get("/rooms").status()).isEqualTo(200);

    List<Connection> taken = new ArrayList<>();
    try {
      while (taken.size() < 3) {
        taken.add(pool.getConnection());
      }
      long start = System.nanoTime();
      List<Race.Outcome<Api.Answer>> outcomes =
          Race.of(REQUESTS, i -> member.get(i % 2 == 0 ? "/rooms" : "/match-requests"));

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
      assertThat(outcomes)
          .allSatisfy(outcome -> {
            Api.Answer answer = outcome.result().orElseThrow();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("TOO_BUSY");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
          });
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }

    assertThat(member.get("/rooms").status()).isEqualTo(200);
  }
}
