package dev.moim.adapter.web.security;

import dev.moim.testkit.shared.SettableClock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Another process that opens the keys, and writes down which one it signs with. */
final class OpensKeys {
  /** What it sends before it opens the keys. */
  static final int ABOUT_TO = '!';

  private OpensKeys() {}

  static Process start(Path keys, Path out) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            OpensKeys.class.getName(),
            keys.toString(),
            out.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] args) throws IOException {
    try (var sender = new FileOutputStream(FileDescriptor.out)) {
      sender.write(ABOUT_TO);
      sender.flush();
      KeyRing ring = KeyRing.open(Path.of(args[0]), Duration.ofDays(30), new SettableClock());
      Files.writeString(Path.of(args[1]), ring.signing().getKeyID());
    }
  }
}
