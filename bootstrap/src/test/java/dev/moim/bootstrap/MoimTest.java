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

  @Test
  void a_wrong_option_or_command_is_one_line_and_exit_code_2() {
    var err = new StringWriter();
    moim.setErr(new PrintWriter(err));

    assertThat(moim.execute("match", "--nope")).isEqualTo(2);
    assertThat(moim.execute("mtch")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.endsWith("; try --help"));
    assertThat(out.toString()).isEmpty();
  }
}
