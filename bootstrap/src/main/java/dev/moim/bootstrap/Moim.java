package dev.moim.bootstrap;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line of Moim. Only {@code serve} starts the web application. */
@Command(
    name = "moim",
    description = "A self-hosted community: rooms, random matching, and what surrounds them.",
    mixinStandardHelpOptions = true,
    versionProvider = Moim.Version.class,
    subcommands = Serve.class)
public final class Moim {
  private Moim() {}

  public static void main(String... args) {
    int exitCode = commandLine().execute(args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Moim());
    commandLine.addSubcommand(new CommandLine.HelpCommand());
    return commandLine;
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
