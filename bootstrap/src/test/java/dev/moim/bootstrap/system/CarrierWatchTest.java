package dev.moim.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CarrierWatchTest {
  /** In a program of its own, since all virtual threads of a program share their carriers. */
  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void virtual_threads_that_keep_all_carriers_from_one_another_go_on() throws IOException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.virtualThreadScheduler.parallelism=2",
                "-cp",
                System.getProperty("java.class.path"),
                StuckCarriers.class.getName())
            .redirectErrorStream(true)
            .start();
    try (InputStream out = program.getInputStream()) {
      List<String> told =
          new String(out.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.contains("CarrierWatch"))
              .toList();

      assertThat(told).containsExactly("stuck", "goes on", "carriers as before");
    } finally {
      program.destroyForcibly();
    }
  }
}
