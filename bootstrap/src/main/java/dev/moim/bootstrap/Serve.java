package dev.moim.bootstrap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code moim serve}: starts the web application, which runs until the process is ended. */
@Command(
    name = "serve",
    description = "Start the web application; it runs until it is stopped (Ctrl+C).",
    mixinStandardHelpOptions = true)
final class Serve implements Runnable {
  @Option(names = "--port", paramLabel = "PORT", description = "Where to listen; 8080 by default.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "On which network address; all by default, only this computer with --demo.")
  private Optional<String> address = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where everything is kept; ./data by default, made if missing.")
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

  @Override
  public void run() {
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
