package dev.moim.bootstrap;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The program as a process of its own, which a test may kill. */
final class MoimProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final int port;

  private MoimProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it on a data folder, and waits until it answers. */
  static MoimProcess start(Path data) throws IOException {
    int port = freePort();
    Path log = data.resolveSibling(data.getFileName() + "-" + port + ".log");
    ProcessBuilder command =
        command("serve", "--port", Integer.toString(port), "--data", data.toString())
            .redirectOutput(log.toFile());
    RunningMoim.NO_LIMIT.forEach(key -> command.environment().put(variable(key), "1000000"));
    RunningMoim.LET_IN.forEach((key, value) -> command.environment().put(variable(key), value));
    Process process = command.start();
    MoimProcess moim = new MoimProcess(process, port);
    await()
        .atMost(PATIENCE)
        .until(() -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("it did not start:\n" + Files.readString(log));
          }
          return moim.isReady();
        });
    return moim;
  }

  /** The command line of Moim as a process, which writes all it says to one stream. */
  static ProcessBuilder command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.moim.bootstrap.Moim"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  Api api() {
    return Api.at(port);
  }

  /** A member signed in before, seen from this process. */
  Api as(Api member) {
    return new Api(member.http(), api().base(), member.accessToken());
  }

  /** Ends it at once, without a chance to tidy up (SIGKILL). */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop (SIGTERM), and waits until it has. */
  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().get(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("it did not stop within 30 s of being asked to", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("it can't be waited for", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  private boolean isReady() {
    try {
      return api().get("/categories").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** The name of a setting in the environment. */
  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
