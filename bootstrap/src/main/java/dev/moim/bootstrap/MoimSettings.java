package dev.moim.bootstrap;

import dev.moim.adapter.messaging.MailSettings;
import dev.moim.adapter.persistence.PersistenceSettings;
import dev.moim.adapter.web.WebSettings;
import dev.moim.adapter.web.limits.AdmissionSettings;
import dev.moim.adapter.web.limits.LimitSettings;
import dev.moim.adapter.web.provider.ProviderInput;
import dev.moim.adapter.web.provider.ProvidersSettings;
import dev.moim.adapter.web.shared.Costly;
import dev.moim.adapter.web.shared.Network;
import dev.moim.adapter.web.shared.Reach;
import dev.moim.adapter.web.signature.ClientSignatureSettings;
import dev.moim.application.meeting.service.MeetingSettings;
import dev.moim.application.member.service.MemberSettings;
import dev.moim.application.room.service.RoomSettings;
import dev.moim.application.shared.RateLimits.Limit;
import dev.moim.domain.meeting.PauseRule;
import dev.moim.domain.member.Backoff;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set under {@code moim}; the README's table explains each key. A key that is
 * none of these stops the start: it is a misspelt one.
 *
 * @param publicUrl where people find the pages; empty is this computer
 * @param zone the community's time zone
 * @param providers through which people may sign in, by the operator's names
 * @param categories understood by {@link dev.moim.bootstrap.category.CategoryProperties}; here so
 *     that they are known
 */
@ConfigurationProperties(value = "moim", ignoreUnknownFields = false)
record MoimSettings(
    @DefaultValue("./data") Path data,
    @DefaultValue("false") boolean demo,
    @DefaultValue("") String publicUrl,
    @DefaultValue("Asia/Seoul") ZoneId zone,
    @DefaultValue Admin admin,
    @DefaultValue Members members,
    @DefaultValue Meetings meetings,
    @DefaultValue Rooms rooms,
    @DefaultValue Database database,
    @DefaultValue Tokens tokens,
    @DefaultValue Passwords passwords,
    @DefaultValue Mail mail,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue Limits limits,
    @DefaultValue Admission admission,
    @DefaultValue ClientSignature clientSignature,
    @DefaultValue Map<String, ProviderInput> providers,
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

  /** The first admin, made at a start while there is none; an empty address makes nobody. */
  record Admin(
      @DefaultValue("") String email,
      @DefaultValue("admin") String nickname,
      @DefaultValue("") String password) {
    @Override
    public String toString() {
      return "Admin[…]";
    }
  }

  /**
   * How members are kept in order.
   *
   * @param blocks for how long the first, second, … warning blocks
   * @param freeGuesses how many wrong passwords in a row need not wait
   * @param longestDelay how long the next attempt waits at the most
   */
  record Members(
      @DefaultValue({"1d", "7d", "30d"}) List<Duration> blocks,
      @DefaultValue("5") int freeGuesses,
      @DefaultValue("1m") Duration longestDelay) {}

  /**
   * Which absences keep somebody from being matched.
   *
   * @param absences so many
   * @param absentWithin within this time
   * @param pause keep them from it for so long
   */
  record Meetings(
      @DefaultValue("3") int absences,
      @DefaultValue("30d") Duration absentWithin,
      @DefaultValue("7d") Duration pause) {}

  /**
   * How rooms are kept.
   *
   * @param offer for how long a seat that became free is kept for somebody who waits
   */
  record Rooms(@DefaultValue("10m") Duration offer) {}

  record Tokens(
      @DefaultValue("moim") String issuer,
      @DefaultValue("moim") String audience,
      @DefaultValue("30d") Duration keyLifetime) {}

  record Passwords(@DefaultValue("4") int hashings, @DefaultValue("5s") Duration hashingPatience) {}

  record Mail(@DefaultValue("Moim <moim@localhost>") String from, @DefaultValue Smtp smtp) {
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

  /** How much anybody may use; what is not set is as {@link LimitSettings#DEFAULT} has it. */
  record Limits(
      @DefaultValue Bucket member,
      @DefaultValue Bucket address,
      @DefaultValue Bucket signUp,
      @DefaultValue Bucket signIn,
      @DefaultValue Bucket mail,
      @DefaultValue Bucket upload,
      @DefaultValue Bucket search) {
    private Map<Costly.Kind, Limit> costly() {
      Map<Costly.Kind, Bucket> set =
          Map.of(
              Costly.Kind.SIGN_UP, signUp,
              Costly.Kind.SIGN_IN, signIn,
              Costly.Kind.MAIL, mail,
              Costly.Kind.UPLOAD, upload,
              Costly.Kind.SEARCH, search);
      Map<Costly.Kind, Limit> limits = new EnumMap<>(Costly.Kind.class);
      set.forEach((kind, bucket) -> limits.put(kind, bucket.or(LimitSettings.DEFAULT.of(kind))));
      return limits;
    }
  }

  /** What is set of a limit. */
  record Bucket(@Nullable Integer capacity, @Nullable Duration refill) {
    private Limit or(Limit usual) {
      return read(
          "limits." + usual.name(),
          () ->
              new Limit(
                  usual.name(),
                  Objects.requireNonNullElse(capacity, usual.capacity()),
                  Objects.requireNonNullElse(refill, usual.refill())));
    }
  }

  /** How many requests to the API are worked on, wait for it, and for their bodies. */
  record Admission(
      @DefaultValue("64") int atOnce,
      @DefaultValue("192") int waiting,
      @DefaultValue("300ms") Duration patience,
      @DefaultValue("256") int bodies,
      @DefaultValue("10s") Duration bodyPatience) {}

  /** The keys are secrets in Base64 by their names. */
  record ClientSignature(
      @DefaultValue("false") boolean required,
      @DefaultValue Map<String, String> keys,
      @DefaultValue("5m") Duration window) {
    @Override
    public String toString() {
      return "ClientSignature[" + required + ", " + keys.keySet() + ", " + window + "]";
    }
  }

  LimitSettings limitSettings() {
    return new LimitSettings(
        limits.member.or(LimitSettings.DEFAULT.member()),
        limits.address.or(LimitSettings.DEFAULT.address()),
        limits.costly());
  }

  AdmissionSettings admissionSettings() {
    return read(
        "admission",
        () ->
            new AdmissionSettings(
                admission.atOnce,
                admission.waiting,
                admission.patience,
                admission.bodies,
                admission.bodyPatience));
  }

  ClientSignatureSettings clientSignatures() {
    return read(
        "client-signature",
        () ->
            new ClientSignatureSettings(
                clientSignature.required,
                ClientSignatureSettings.keys(clientSignature.keys),
                clientSignature.window));
  }

  ProvidersSettings signInProviders() {
    return ProvidersSettings.of(providers);
  }

  Reach reach() {
    List<Network> proxies =
        read("trusted-proxies", () -> trustedProxies.stream().map(Network::parse).toList());
    return read("public-url", () -> new Reach(proxies, publicAddress()));
  }

  private Optional<URI> publicAddress() {
    String url = publicUrl.strip().replaceFirst("/$", "");
    return url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url));
  }

  /** Names the key of a value that can't be understood. */
  private static <T> T read(String key, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the setting moim." + key + ": " + e.getMessage());
    }
  }

  PersistenceSettings persistence() {
    String url = database.url.isBlank() ? ownDatabase() : database.url;
    return new PersistenceSettings(
        url, database.user, database.password, database.poolSize, database.connectionTimeout);
  }

  MemberSettings memberRules() {
    Duration first = Duration.ofSeconds(1);
    return new MemberSettings(
        zone,
        members.blocks,
        new Backoff(members.freeGuesses, first, members.longestDelay, Duration.ofHours(1)),
        new Backoff(members.freeGuesses, first, members.longestDelay, Duration.ofMinutes(15)));
  }

  MeetingSettings meetingRules() {
    return read(
        "meetings",
        () ->
            new MeetingSettings(
                new PauseRule(meetings.absences, meetings.absentWithin, meetings.pause)));
  }

  RoomSettings roomRules() {
    return read("rooms", () -> new RoomSettings(rooms.offer));
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

  MailSettings mails(Supplier<URI> pages) {
    Mail.Smtp smtp = mail.smtp;
    return new MailSettings(
        pages,
        mail.from,
        zone,
        folder().resolve("outbox"),
        smtp.host.isBlank()
            ? Optional.empty()
            : Optional.of(
                new MailSettings.Smtp(
                    smtp.host, smtp.port, smtp.user, smtp.password, smtp.security, smtp.timeout)));
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
