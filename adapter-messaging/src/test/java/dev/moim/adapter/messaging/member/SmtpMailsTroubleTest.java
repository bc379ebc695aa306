package dev.moim.adapter.messaging.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.adapter.messaging.MailSettings.Security;
import dev.moim.adapter.messaging.MailSettings.Smtp;
import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.application.member.port.out.MemberMails.Mail;
import dev.moim.testkit.member.MailBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail servers that refuse, hang, or are not who they claim to be; and protected connections. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SmtpMailsTroubleTest {
  private static final Mail MAIL =
      MailBuilder.aMail(Kind.RESET_PASSWORD).to("reader@example.org").token("the-token").build();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {ScriptedServer.GREETING, "EHLO", "MAIL", "RCPT", "DATA", "."})
  void a_server_that_falls_silent_is_given_up(String command) throws Exception {
    try (var server = ScriptedServer.answering(Map.of(command, ScriptedServer.SILENCE))) {
      Smtp impatient =
          new Smtp("localhost", server.port(), "", "", Security.NONE, Duration.ofMillis(200));

      assertThatThrownBy(() -> send(impatient, Sending.trustingAsUsual()))
          .isInstanceOf(MailNotSentException.class)
          .hasMessageContaining("Read timed out");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTTLS", "TLS"})
  void a_server_that_never_shakes_hands_is_given_up(Security security) throws Exception {
    try (var server =
        ScriptedServer.answering(Map.of(ScriptedServer.GREETING, ScriptedServer.SILENCE))) {
      Smtp impatient =
          new Smtp("localhost", server.port(), "", "", security, Duration.ofMillis(200));

      assertThatThrownBy(() -> send(impatient, Sending.trustingAsUsual()))
          .isInstanceOf(MailNotSentException.class)
          .hasMessageContaining("timed out");
    }
  }

  @Test
  void a_refused_recipient_is_told_without_address_and_link() throws Exception {
    String refusal =
        "550 5.1.1 <reader@example.org>: no such user, see"
            + " https://moim.example/#/reset-password?token=the-token or the-token";
    try (var server = ScriptedServer.answering(Map.of("RCPT", refusal))) {
      assertThatThrownBy(
              () -> send(Sending.server(server.port(), Security.NONE), Sending.trustingAsUsual()))
          .isInstanceOf(MailNotSentException.class)
          .hasMessageContaining("550 5.1.1 …")
          .hasMessageContaining("no such user")
          .hasMessageNotContainingAny("reader", "the-token", "\n")
          .hasNoCause();

      assertThat(server.heard()).doesNotContain("plain DATA");
    }
  }

  @Test
  void a_refusal_of_the_text_is_told() throws Exception {
    try (var server = ScriptedServer.answering(Map.of(".", "554 looks like spam"))) {
      assertThatThrownBy(
              () -> send(Sending.server(server.port(), Security.NONE), Sending.trustingAsUsual()))
          .isInstanceOf(MailNotSentException.class)
          .hasMessageContaining("554 looks like spam");
    }
  }

  @Test
  void an_address_that_the_server_can_not_take_does_not_become_another_one() throws Exception {
    try (var server = ScriptedServer.answering(Map.of("RCPT", "553 what is this"))) {
      Mail mail = MailBuilder.aMail(Kind.WITHDRAWN).to("홍길동@example.org").build();

      assertThatThrownBy(() ->
              new SmtpMails(
                      Sending.server(server.port(), Security.NONE),
                      Sending.envelopes(),
                      Sending.trustingAsUsual())
                  .send(mail))
          .isInstanceOf(MailNotSentException.class);

      assertThat(server.heard()).noneMatch(line -> line.contains("?@"));
    }
  }

  @Test
  void starttls_hides_all_that_follows() throws Exception {
    TestCertificate certificate = TestCertificate.of("localhost", folder);
    try (var server = ScriptedServer.protectedOnDemand(certificate.shown())) {
      send(Sending.server(server.port(), Security.STARTTLS), certificate.trusted());

      assertThat(server.heard())
          .filteredOn(line -> line.startsWith("plain"))
          .containsExactly("plain EHLO moim.example", "plain STARTTLS");
      assertThat(server.heard())
          .contains("tls RCPT TO:<reader@example.org>")
          .anyMatch(line -> line.startsWith("tls ") && line.contains("/#/reset-password"));
    }
  }

  @Test
  void tls_hides_everything() throws Exception {
    TestCertificate certificate = TestCertificate.of("localhost", folder);
    try (var server = ScriptedServer.protectedFromTheStart(certificate.shown())) {
      send(Sending.server(server.port(), Security.TLS), certificate.trusted());

      assertThat(server.heard())
          .contains("tls RCPT TO:<reader@example.org>")
          .allMatch(line -> line.startsWith("tls "));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTTLS", "TLS"})
  void a_trusted_certificate_of_another_host_is_refused(Security security) throws Exception {
    TestCertificate certificate = TestCertificate.of("elsewhere.example", folder);
    try (var server =
        security == Security.TLS
            ? ScriptedServer.protectedFromTheStart(certificate.shown())
            : ScriptedServer.protectedOnDemand(certificate.shown())) {
      assertThatThrownBy(() -> send(Sending.server(server.port(), security), certificate.trusted()))
          .isInstanceOf(MailNotSentException.class)
          .hasMessageContaining("localhost");

      assertThat(server.heard()).noneMatch(line -> line.contains("RCPT"));
    }
  }

  private static void send(Smtp server, SSLSocketFactory sockets) {
    new SmtpMails(server, Sending.envelopes(), sockets).send(MAIL);
  }
}
