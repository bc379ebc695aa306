package dev.moim.bootstrap;

import dev.moim.adapter.messaging.MailSettings;
import dev.moim.adapter.persistence.PersistenceSettings;
import dev.moim.adapter.web.WebSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set under {@code moim}; the README's table explains each key. A key that is
 * none of these stops the start: it is a misspelt one.
 *
 * @param publicUrl where people find the pages; empty is this computer
 * @param categories understood by {@link dev.moim.bootstrap.category.CategoryProperties}; here so
 *     that they are known
 */
@ConfigurationProperties(value = "moim", ignoreUnknownFields = false)
record MoimSettings(
    @DefaultValue("./data") Path data,
    @DefaultValue("false") boolean demo,
    @DefaultValue("") String publicUrl,
    @DefaultValue Database database,
    @DefaultValue Tokens tokens,
    @DefaultValue Passwords passwords,
    @DefaultValue Mail mail,
    @DefaultValue Map<String, Object> categories) {
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

  record Tokens(
      @DefaultValue("moim") String issuer,
      @DefaultValue("moim") String audience,
      @DefaultValue("30d") Duration keyLifetime) {}

  record Passwords(@DefaultValue("4") int hashings, @DefaultValue("5s") Duration hashingPatience) {}

  record Mail(
      @DefaultValue("Moim <moim@localhost>") String from,
      @DefaultValue("Asia/Seoul") ZoneId zone,
      @DefaultValue Smtp smtp) {
    /** An empty host means that mails go into a folder. */
    record Smtp(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("starttls") MailSettings.Security security,
        @DefaultValue("10s") Duration timeout) {
      @Override
      public String toString() {
        return "Smtp[" + host + "]";
      }
    }
  }

  PersistenceSettings persistence() {
    String url = database.url.isBlank() ? ownDatabase() : database.url;
    return new PersistenceSettings(
        url, database.user, database.password, database.poolSize, database.connectionTimeout);
  }

  WebSettings web() {
    return new WebSettings(
        folder().resolve("signing-key.json"),
        tokens.issuer,
        tokens.audience,
        tokens.keyLifetime,
        passwords.hashings,
        passwords.hashingPatience);
  }

  /**
   * The settings of mails.
   *
   * @param port where the server listens, once it does
   */
  MailSettings mails(IntSupplier port) {
    Optional<URI> given = publicUrl.isBlank() ? Optional.empty() : Optional.of(pages(publicUrl));
    Mail.Smtp smtp = mail.smtp;
    return new MailSettings(
        () -> given.orElseGet(() -> URI.create("http://localhost:" + port.getAsInt())),
        mail.from,
        mail.zone,
        folder().resolve("outbox"),
        smtp.host.isBlank()
            ? Optional.empty()
            : Optional.of(
                new MailSettings.Smtp(
                    smtp.host, smtp.port, smtp.user, smtp.password, smtp.security, smtp.timeout)));
  }

  private static URI pages(String url) {
    URI pages = URI.create(url);
    boolean web = "http".equals(pages.getScheme()) || "https".equals(pages.getScheme());
    if (!web
        || pages.getHost() == null
        || pages.getRawUserInfo() != null
        || pages.getRawQuery() != null
        || pages.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "moim.public-url is like https://moim.example.org, not " + url);
    }
    return pages;
  }

  private String ownDatabase() {
    Path folder = folder();
    Path file = folder.resolve("moim.mv.db");
    try {
      // Before H2 makes it readable for everybody: the folder may be older and open to others.
      Files.createFile(file, forOwner("rw-------"));
    } catch (FileAlreadyExistsException kept) {
      // The database of an earlier start.
    } catch (IOException e) {
      throw new UncheckedIOException("the database " + file + " can't be made", e);
    }
    return "jdbc:h2:file:" + folder.resolve("moim");
  }

  /** The data folder, made if it is missing, for its owner alone. */
  private Path folder() {
    Path folder = data.toAbsolutePath().normalize();
    try {
      return Files.createDirectories(folder, forOwner("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder " + folder + " can't be made", e);
    }
  }

  /** The rights of a new file, where the file system knows such. */
  private static FileAttribute<?>[] forOwner(String rights) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
