package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainTest {
  private static List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith(Train.FOLDER)).toList();
    }
  }

  /** Whatever the API refuses because this practice is out of date fails it, too. */
  @Test
  void the_program_is_used_on_data_of_its_own_that_is_gone_afterwards() throws IOException {
    List<Path> before = folders();
    var err = new StringWriter();

    int code = Moim.commandLine().setErr(new PrintWriter(err)).execute("train", "--seconds", "1");

    assertThat(err.toString()).contains("start 2 of 2").containsPattern("Trained with [0-9,]+ req");
    assertThat(code).isZero();
    assertThat(folders()).isEqualTo(before);
  }
}
