package dev.moim.bootstrap.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder into which mails go where there is no mail server. */
final class Outbox {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Pattern LINK = Pattern.compile("https?://\\S+#\\S+token=\\S+");

  private final Path folder;

  Outbox(Path folder) {
    this.folder = folder;
  }

  /**
   * The link of the latest mail to somebody, waited for.
   *
   * @param kind as in the name of the file, such as {@code verify-email}
   */
  String link(String email, String kind) {
    return await(kind + " to " + email)
        .atMost(PATIENCE)
        .until(() -> links(email, kind), found -> !found.isEmpty())
        .getLast();
  }

  private List<String> links(String email, String kind) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml") && file.toString().contains(kind))
          .sorted(Comparator.comparing(Path::toString))
          .map(Outbox::read)
          .filter(mail -> mail.contains(email))
          .flatMap(mail -> LINK.matcher(mail).results())
          .map(MatchResult::group)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
