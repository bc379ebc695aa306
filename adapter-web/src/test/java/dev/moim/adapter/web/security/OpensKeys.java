package dev.moim.adapter.web.security;

import dev.moim.testkit.shared.SettableClock;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Another process, which waits for a word to go, sends it back, opens the keys, and writes down
 * which one it signs with. It has done so elsewhere before, so it is as quick as it can be.
 */
final class OpensKeys {
  static final int GO = '!';

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

  private static String open(Path keys) {
    return KeyRing.open(keys, Duration.ofDays(30), new SettableClock()).signing().getKeyID();
  }

  public static void main(String[] args) throws IOException {
    Path keys = Path.of(args[0]);
    Path out = Path.of(args[1]);
    open(keys.resolveSibling("elsewhere").resolve("signing-key.json"));
    try (var receiver = new FileInputStream(FileDescriptor.in);
        var sender = new FileOutputStream(FileDescriptor.out)) {
      sender.write(receiver.read());
      Files.writeString(out, open(keys));
    }
  }
}
