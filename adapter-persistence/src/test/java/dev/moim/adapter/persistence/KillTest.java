package dev.moim.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
  private static final int KILLS = 3;
  private static final int COMMITS = 100;
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

  @TempDir Path folder;

  @Test
  void every_acknowledged_commit_outlives_the_process_and_the_database_opens_at_once()
      throws Exception {
    long stored = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      Process writer = writer(stored + 1);
      try {
        awaitNoted(writer, stored + COMMITS);
      } finally {
        writer.destroyForcibly();
        writer.waitFor(PATIENCE, TimeUnit.NANOSECONDS);
      }

      stored = stored();

      // One more may be there: committed, but not noted any more.
      assertThat(stored).isBetween(lastNoted(), lastNoted() + 1);
    }
  }

  private Path notes() {
    return folder.resolve("notes");
  }

  private Process writer(long first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            folder.toString(),
            notes().toString(),
            Long.toString(first))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("writer.log").toFile())
        .start();
  }

  private void awaitNoted(Process writer, long number) throws IOException {
    for (long waited = 0; lastNoted() < number; waited += 1_000_000) {
      assertThat(writer.isAlive()).as(() -> log()).isTrue();
      assertThat(waited).isLessThan(PATIENCE);
      LockSupport.parkNanos(1_000_000);
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("writer.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private long lastNoted() throws IOException {
    if (!Files.exists(notes())) {
      return 0;
    }
    byte[] bytes = Files.readAllBytes(notes());
    int last = bytes.length / Long.BYTES - 1;
    return last < 0 ? 0 : ByteBuffer.wrap(bytes).getLong(last * Long.BYTES);
  }

  /** Asks the file itself, without anything of ours that might repair it. */
  private long stored() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("moim"), "sa", "");
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from notifications")) {
      assertThat(count.next()).isTrue();
      return count.getLong(1);
    }
  }
}
