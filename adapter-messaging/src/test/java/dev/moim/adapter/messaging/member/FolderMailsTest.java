package dev.moim.adapter.messaging.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.member.port.out.MemberMails;
import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.domain.member.Language;
import dev.moim.testkit.member.MailBuilder;
import dev.moim.testkit.member.MemberMailsContract;
import dev.moim.testkit.shared.SequentialIds;
import dev.moim.testkit.shared.SettableClock;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderMailsTest extends MemberMailsContract {
  @TempDir private Path data;

  private Path outbox = Path.of("");
  private MemberMails mails = mail -> {};

  @BeforeEach
  void open() {
    outbox = data.resolve("outbox");
    mails = in(outbox);
  }

  @Override
  protected MemberMails mails() {
    return mails;
  }

  @Override
  protected List<Delivered> delivered() {
    return files().stream()
        .map(FolderMailsTest::parsed)
        .map(message -> new Delivered(Sending.recipients(message), Sending.text(message)))
        .toList();
  }

  @Test
  void a_mail_is_a_file_named_by_time_and_kind() {
    mails.send(MailBuilder.aMail(Kind.VERIFY_EMAIL).build());

    assertThat(files())
        .singleElement()
        .satisfies(file ->
            assertThat(file.getFileName().toString())
                .matches("2026-03-02T00-00-00\\.123Z-verify-email-[0-9a-f]{12}\\.eml"));
  }

  @Test
  void a_file_can_be_read_as_it_is_in_any_language() throws IOException {
    mails.send(
        MailBuilder.aMail(Kind.RESET_PASSWORD)
            .language(Language.KO)
            .nickname("하늘")
            .to("홍길동@모임.example")
            .token("t-0_k")
            .build());

    assertThat(Files.readString(files().getFirst()).lines())
        .contains(
            "Date: Mon, 2 Mar 2026 00:00:00 +0000",
            "To: 홍길동@xn--v52b68u.example",
            "Content-Type: text/plain; charset=UTF-8",
            "Auto-Submitted: auto-generated",
            "하늘 님, 안녕하세요.",
            "https://moim.example/#/reset-password?token=t-0_k");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void only_the_owner_may_look_into_the_folder_and_its_mails() throws IOException {
    mails.send(MailBuilder.aMail(Kind.VERIFY_EMAIL).build());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(outbox)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_folder_that_can_not_be_made_is_told_and_nothing_is_left() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "in the way");

    assertThatThrownBy(() ->
            in(file)
                .send(
                    MailBuilder.aMail(Kind.VERIFY_EMAIL)
                        .to("reader@example.org")
                        .token("secret")
                        .build()))
        .isInstanceOf(MailNotSentException.class)
        .hasMessageContaining("verify-email")
        .hasMessageNotContainingAny("secret", "reader@");

    assertThat(file).hasContent("in the way");
  }

  private static MemberMails in(Path folder) {
    return new FolderMails(folder, Sending.envelopes(), new SettableClock(), new SequentialIds());
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(outbox)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MimeMessage parsed(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
