package dev.moim.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Moim of our own, in a process of its own; closing it stops it as an operator would. */
record MoimServer(Process process, int port) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * Starts one, and returns when it answers.
   *
   * @param settings environment variables
   */
  static MoimServer start(Path moim, Path data, Map<String, String> settings)
      throws IOException, InterruptedException {
    return start(moim, data, settings, ProcessBuilder.Redirect.DISCARD);
  }

  /** As above, with a place for the log. */
  static MoimServer start(
      Path moim, Path data, Map<String, String> settings, ProcessBuilder.Redirect log)
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(moim.toString(), "serve", "--port", "" + port, "--data", data.toString())
            .redirectOutput(log)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(settings);
    MoimServer server = new MoimServer(builder.start(), port);
    // Whoever stops a benchmark does not want its servers to go on.
    Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroyForcibly));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!server.isReady()) {
      if (!server.process.isAlive() || System.nanoTime() > end) {
        server.kill();
        throw new IOException("Moim did not start");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return server;
  }

  private boolean isReady() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Nanoseconds of processor time since its start. */
  long cpu() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  /** The same of the process that measures. */
  static long ownCpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
