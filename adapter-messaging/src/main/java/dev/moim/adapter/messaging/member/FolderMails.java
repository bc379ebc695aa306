package dev.moim.adapter.messaging.member;

import dev.moim.application.member.port.out.MemberMails;
import dev.moim.application.shared.Ids;
import dev.moim.domain.shared.Clock;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts each mail into a folder, as a file that mail programs open and that can be read as it is. A
 * mail is written aside and then moved, so that every {@code .eml} there is whole.
 */
final class FolderMails implements MemberMails {
  private static final Logger log = LoggerFactory.getLogger(FolderMails.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final MailSessions sessions = MailSessions.with(new Properties());
  private final Path folder;
  private final Envelopes envelopes;
  private final Clock clock;
  private final Ids ids;

  FolderMails(Path folder, Envelopes envelopes, Clock clock, Ids ids) {
    this.folder = folder;
    this.envelopes = envelopes;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public void send(Mail mail) {
    String name = name(mail);
    try {
      MimeMessage message = envelopes.message(mail, sessions);
      message.setHeader("Content-Transfer-Encoding", "8bit");
      Files.createDirectories(folder, rights("rwx------"));
      Path aside = Files.createTempFile(folder, "mail", ".tmp", rights("rw-------"));
      try {
        try (OutputStream out = Files.newOutputStream(aside)) {
          message.writeTo(out);
        }
        Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException | MessagingException e) {
      throw new MailNotSentException("the mail " + name + " can't be kept", e, List.of());
    }
    log.info("A mail was put into the outbox folder: {}", name);
  }

  /** By time and kind, with the end of an identifier for those of one moment. */
  private String name(Mail mail) {
    String kind = mail.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String id = ids.next().toString();
    return TIME.format(clock.now()) + "-" + kind + "-" + id.substring(id.length() - 12) + ".eml";
  }

  private FileAttribute<?>[] rights(String rights) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
