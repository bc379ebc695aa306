package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MoimTest {
  private final StringWriter out = new StringWriter();
  private final CommandLine moim = Moim.commandLine().setOut(new PrintWriter(out));

  @Test
  void help_names_the_commands() {
    assertThat(moim.execute("--help")).isZero();

    assertThat(out.toString()).contains("Usage: moim", "serve");
  }

  @Test
  void version_is_one_line() {
    assertThat(moim.execute("--version")).isZero();

    assertThat(out.toString().lines()).singleElement().asString().startsWith("moim ");
  }
}
