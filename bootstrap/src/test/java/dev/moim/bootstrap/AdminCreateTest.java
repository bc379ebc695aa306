package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminCreateTest {
  @TempDir private Path folder;

  @Test
  void the_operator_is_told_in_which_database_the_admin_is_and_no_secret()
      throws IOException, InterruptedException {
    String database = "jdbc:h2:file:" + folder.resolve("elsewhere");

    for (String outcome :
        new String[] {
          "Created the admin minji <minji@example.org>",
          "The member with the address minji@example.org is an admin already"
        }) {
      assertThat(create(database + ";LOCK_TIMEOUT=4321").lines())
          .noneMatch(line -> line.contains("LOCK_TIMEOUT") || line.contains("pass-word"))
          .endsWith(outcome, "Database: " + database);
    }
  }

  private String create(String url) throws IOException, InterruptedException {
    ProcessBuilder command =
        MoimProcess.command(
            "admin",
            "create",
            "--email",
            "minji@example.org",
            "--nickname",
            "minji",
            "--data",
            folder.resolve("data").toString());
    command.environment().put("MOIM_DATABASE_URL", url);
    command.environment().put("MOIM_DATABASE_PASSWORD", "pass-word of the database");
    Process admin = command.start();
    try (BufferedWriter typed = admin.outputWriter(StandardCharsets.UTF_8)) {
      typed.write("a pass-word that nobody guesses\n");
    }
    String said = new String(admin.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(admin.waitFor()).as(said).isZero();
    return said;
  }
}
