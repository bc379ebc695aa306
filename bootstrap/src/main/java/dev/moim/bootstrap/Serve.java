package dev.moim.bootstrap;

import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;

/** {@code moim serve}: starts the web application, which runs until the process is ended. */
@Command(
    name = "serve",
    description = "Start the web application.",
    mixinStandardHelpOptions = true)
final class Serve implements Runnable {
  @Override
  public void run() {
    SpringApplication.run(WebApplication.class);
  }
}
