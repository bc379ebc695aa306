package dev.moim.bootstrap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code moim serve}: starts the web application, which runs until the process is ended. */
@Command(
    name = "serve",
    description = "Start the web application; it runs until it is stopped (Ctrl+C).",
    mixinStandardHelpOptions = true)
final class Serve implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Port.class,
      description = "Where to listen, 8080 by default; 0 picks a free port.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "On which network address; all by default, only this computer with --demo.")
  private Optional<String> address = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Where everything is kept, made if missing (default: the environment's MOIM_DATA,"
              + " or ./data).")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "${env:MOIM_CONFIG}",
      description =
          "YAML with settings, such as categories of your own (default: the environment's MOIM_CONFIG).")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--demo",
      description = "Add demo members and rooms, to try things out; never for real use.")
  private boolean demo;

  /** A port's number as somebody typed it. */
  static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      try {
        int port = Integer.parseInt(text);
        if (port >= 0 && port <= 65_535) {
          return port;
        }
      } catch (NumberFormatException notANumber) {
        // Told below.
      }
      throw new TypeConversionException("a port is a number from 0 to 65535, not " + text);
    }
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().getErr().println("Starting Moim …");
      spec.commandLine().getErr().flush();
    }
    SpringApplication application = new SpringApplication(WebApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.run(settings().toArray(String[]::new));
  }

  /** The options as settings; they win over the environment and files. */
  private List<String> settings() {
    List<String> settings = new ArrayList<>();
    port.ifPresent(value -> settings.add("--server.port=" + value));
    data.ifPresent(value -> settings.add("--moim.data=" + value));
    config.ifPresent(value ->
        settings.add("--spring.config.additional-location=file:" + value.toAbsolutePath()));
    if (demo) {
      settings.add("--moim.demo=true");
    }
    address.ifPresent(value -> settings.add("--server.address=" + value));
    return settings;
  }
}
