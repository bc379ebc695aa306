package dev.moim.bootstrap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One run of a command on a file of people, and what came of it. */
record Run(int exitCode, List<String> out, List<String> err) {
  static Run match(Path file, String... options) {
    return of(
        new MatchCommand(),
        Stream.concat(Stream.of(file.toString()), Arrays.stream(options)).toArray(String[]::new));
  }

  static Run simulate(String... arguments) {
    return of(new SimulateCommand(), arguments);
  }

  private static Run of(Object command, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        new CommandLine(command)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Run(exitCode, out.toString().lines().toList(), err.toString().lines().toList());
  }

  static Path file(Path directory, String... lines) {
    try {
      return Files.writeString(directory.resolve("people.csv"), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
