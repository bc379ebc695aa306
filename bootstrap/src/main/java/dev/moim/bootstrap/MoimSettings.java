package dev.moim.bootstrap;

import dev.moim.adapter.persistence.PersistenceSettings;
import dev.moim.adapter.web.WebSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set under {@code moim}, besides the categories; the README's table explains
 * each key.
 */
@ConfigurationProperties("moim")
record MoimSettings(
    @DefaultValue("./data") Path data,
    @DefaultValue("false") boolean demo,
    @DefaultValue Database database,
    @DefaultValue Tokens tokens,
    @DefaultValue Passwords passwords) {
  /** An empty URL is a file database in the data folder. */
  record Database(
      @DefaultValue("") String url,
      @DefaultValue("") String user,
      @DefaultValue("") String password,
      @DefaultValue("10") int poolSize,
      @DefaultValue("5s") Duration connectionTimeout) {
    @Override
    public String toString() {
      return "Database[" + user + "]";
    }
  }

  record Tokens(@DefaultValue("moim") String issuer, @DefaultValue("moim") String audience) {}

  record Passwords(@DefaultValue("4") int hashings, @DefaultValue("5s") Duration hashingPatience) {}

  PersistenceSettings persistence() {
    String url = database.url.isBlank() ? "jdbc:h2:file:" + folder().resolve("moim") : database.url;
    return new PersistenceSettings(
        url, database.user, database.password, database.poolSize, database.connectionTimeout);
  }

  WebSettings web() {
    return new WebSettings(
        folder().resolve("signing-key.json"),
        tokens.issuer,
        tokens.audience,
        passwords.hashings,
        passwords.hashingPatience);
  }

  /**
   * The data folder, made if it is missing, for its owner alone where the file system knows that.
   */
  private Path folder() {
    Path folder = data.toAbsolutePath().normalize();
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] forOwner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    try {
      return Files.createDirectories(folder, forOwner);
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder " + folder + " cannot be made", e);
    }
  }
}
