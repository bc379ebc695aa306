package dev.moim.adapter.persistence;

import dev.moim.testkit.shared.TemporaryFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A server of MySQL, of the program that an artifact brings: unpacked once for all runs of the
 * tests, started on a new folder, and stopped with the JVM, when its folder goes as well. There is
 * no such artifact of a newer version: {@code -Dmysql.port=3306} uses a server that runs here,
 * whose root has no password.
 */
final class TestServerMySql {
  private static final Path PROGRAM = Path.of("target", "mysql").toAbsolutePath();
  private static final Path LOG = Path.of("target", "mysql.log").toAbsolutePath();

  private static final int GIVEN = Integer.getInteger("mysql.port", 0);

  private final int port;

  private TestServerMySql(int port) {
    this.port = port;
  }

  private static final class Running {
    static final TestServerMySql SERVER = start();
  }

  static TestServerMySql running() {
    return Running.SERVER;
  }

  int port() {
    return port;
  }

  /** Whether there is a program for this system, and the libraries that it needs are installed. */
  static boolean runsHere() {
    if (GIVEN > 0) {
      return true;
    }
    if (archive().isEmpty()) {
      return leftOut("there is no program of it for this system");
    }
    try {
      Process version =
          new ProcessBuilder(program(), "--version").redirectErrorStream(true).start();
      try (BufferedReader output = version.inputReader(StandardCharsets.UTF_8)) {
        String said = String.join(" ", output.readAllLines());
        return version.waitFor() == 0 || leftOut(said + " (apt install libaio1 libnuma1)");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean leftOut(String reason) {
    System.err.println("Nothing is tested on MySQL: " + reason);
    return false;
  }

  private static Optional<String> archive() {
    String system = System.getProperty("os.name");
    boolean common = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    if (system.equals("Linux") && common) {
      return Optional.of("/mysql-Linux-amd64.tar.gz");
    }
    return system.startsWith("Mac")
        ? Optional.of("/mysql-Mac_OS_X-x86_64.tar.gz")
        : Optional.empty();
  }

  /** Half of it, left by a run that was killed, must not pass for the whole. */
  private static String program() throws IOException, InterruptedException {
    if (!Files.exists(PROGRAM)) {
      Files.createDirectories(PROGRAM.getParent());
      Path unpacked = Files.createTempDirectory(PROGRAM.getParent(), "mysql-");
      Process tar = new ProcessBuilder("tar", "-xzf", "-", "-C", unpacked.toString()).start();
      try (InputStream archive =
          Objects.requireNonNull(
              TestServerMySql.class.getResourceAsStream(archive().orElseThrow()))) {
        archive.transferTo(tar.getOutputStream());
      }
      tar.getOutputStream().close();
      if (tar.waitFor() != 0) {
        throw new IOException("tar ended with " + tar.exitValue());
      }
      Files.move(unpacked, PROGRAM, StandardCopyOption.ATOMIC_MOVE);
    }
    return PROGRAM.resolve("bin").resolve("mysqld").toString();
  }

  private static TestServerMySql start() {
    if (GIVEN > 0) {
      return new TestServerMySql(GIVEN);
    }
    try {
      Path data = Files.createTempDirectory("moim-mysql-");
      List<String> common =
          new ArrayList<>(
              List.of(
                  program(),
                  "--no-defaults",
                  "--basedir=" + PROGRAM,
                  "--datadir=" + data,
                  "--innodb-flush-method=nosync",
                  "--innodb-flush-log-at-trx-commit=0",
                  "--innodb-doublewrite=OFF",
                  "--innodb-log-file-size=16M",
                  "--performance-schema=OFF",
                  "--innodb-file-per-table=OFF",
                  "--innodb-stats-persistent=OFF",
                  "--disable-log-bin"));
      if ("root".equals(System.getProperty("user.name"))) {
        common.add("--user=root");
      }
      run(common, List.of("--initialize-insecure"));
      int port = freePort();
      serve(
          common,
          List.of(
              "--port=" + port,
              "--socket=" + data.resolve("socket"),
              "--bind-address=127.0.0.1",
              "--mysqlx=OFF",
              "--ssl=OFF",
              "--character-set-server=latin1",
              "--default-time-zone=-03:30",
              "--max-connections=200",
              "--innodb-print-all-deadlocks=ON",
              "--log-error-verbosity=3"),
          data);
      return new TestServerMySql(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("MySQL does not start; see " + LOG, e);
    }
  }

  private static List<String> command(List<String> common, List<String> more) {
    return Stream.concat(common.stream(), more.stream()).toList();
  }

  private static void run(List<String> common, List<String> more)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(common, more))
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile())
            .start();
    if (!process.waitFor(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS)
        || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("mysqld failed:\n" + Files.readString(LOG));
    }
  }

  private static void serve(List<String> common, List<String> more, Path data)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Process server = new ProcessBuilder(command(common, more)).redirectErrorStream(true).start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data)));
    CompletableFuture<Boolean> ready = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("mysql-log").start(() -> keep(server, ready));
    ready.get(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Copies what the server says to a file, and tells when it is ready or has ended. */
  private static void keep(Process server, CompletableFuture<Boolean> ready) {
    try (BufferedReader output = server.inputReader(StandardCharsets.UTF_8);
        var log = Files.newBufferedWriter(LOG)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        log.write(line);
        log.newLine();
        log.flush();
        if (line.contains("ready for connections")) {
          ready.complete(true);
        }
      }
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
    ready.completeExceptionally(new IOException("mysqld has ended"));
  }

  private static void stop(Process server, Path data) {
    server.destroyForcibly().onExit().join();
    TemporaryFolders.delete(data);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
