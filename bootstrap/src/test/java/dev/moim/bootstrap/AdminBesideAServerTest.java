package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code moim admin create} on a data folder that a running program uses. */
class AdminBesideAServerTest {
  @TempDir private Path data;

  @Test
  void one_line_says_what_to_do() throws IOException, InterruptedException, SQLException {
    try (Connection server = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("moim"))) {
      assertThat(server.isValid(1)).isTrue();

      Process admin =
          MoimProcess.command(
                  "admin", "create", "--email", "minji@example.org", "--data", data.toString())
              .start();
      String said = new String(admin.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(admin.waitFor()).isEqualTo(1);
      assertThat(said.lines())
          .containsExactly(
              "moim: another Moim uses this data folder; stop it, or choose another with --data");
    }
  }
}
