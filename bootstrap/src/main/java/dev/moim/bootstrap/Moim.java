package dev.moim.bootstrap;

import dev.moim.bootstrap.cli.MatchCommand;
import dev.moim.bootstrap.cli.SimulateCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line of Moim. Only {@code serve} starts the web application. */
@Command(
    name = "moim",
    description = "A self-hosted community: rooms, random matching, and what surrounds them.",
    mixinStandardHelpOptions = true,
    versionProvider = Moim.Version.class,
    subcommands = {
      Serve.class,
      Train.class,
      Admin.class,
      MatchCommand.class,
      SimulateCommand.class
    })
public final class Moim {
  private Moim() {}

  public static void main(String... args) {
    CommandLine commandLine =
        commandLine().setOut(utf8(FileDescriptor.out)).setErr(utf8(FileDescriptor.err));
    int exitCode = commandLine.execute(args);
    commandLine.getOut().flush();
    commandLine.getErr().flush();
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Moim());
    commandLine.addSubcommand(new CommandLine.HelpCommand());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setUsageHelpWidth(100);
    commandLine.setParameterExceptionHandler((exception, args) -> {
      String message = String.valueOf(exception.getMessage()).lines().findFirst().orElse("");
      exception.getCommandLine().getErr().println(message + "; try --help");
      return CommandLine.ExitCode.USAGE;
    });
    commandLine.setExecutionExceptionHandler((exception, failed, parsed) -> {
      failed.getErr().println("moim: " + StartFailure.explain(exception));
      return CommandLine.ExitCode.SOFTWARE;
    });
    return commandLine;
  }

  /** What commands write is UTF-8, whatever the machine's language. */
  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Moim.class.getPackage().getImplementationVersion();
      return new String[] {"moim " + (version == null ? "(development)" : version)};
    }
  }
}
