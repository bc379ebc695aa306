package dev.moim.adapter.messaging.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.moim.adapter.messaging.MailSettings.Security;
import dev.moim.adapter.messaging.MailSettings.Smtp;
import dev.moim.application.member.port.out.MemberMails;
import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.domain.member.Language;
import dev.moim.testkit.member.MailBuilder;
import dev.moim.testkit.member.MemberMailsContract;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Through a real mail server. */
class SmtpMailsTest extends MemberMailsContract {
  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS)
          });

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Override
  protected MemberMails mails() {
    return by(Sending.server(server.getSmtp().getPort(), Security.NONE));
  }

  @Override
  protected List<Delivered> delivered() {
    return Arrays.stream(server.getReceivedMessages())
        .map(message -> new Delivered(Sending.recipients(message), Sending.text(message)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EN", "KO"})
  void the_headers_say_what_readers_and_their_programs_need(Language language)
      throws MessagingException {
    mails()
        .send(
            MailBuilder.aMail(Kind.PASSWORD_CHANGED)
                .to("reader@example.org")
                .language(language)
                .build());

    Message message = server.getReceivedMessages()[0];
    assertThat(message.getSubject())
        .isEqualTo(language == Language.EN ? "Your password was changed" : "비밀번호가 바뀌었습니다");
    assertThat(message.getFrom())
        .containsExactly(new InternetAddress("hello@moim.example"))
        .allSatisfy(
            from -> assertThat(((InternetAddress) from).getPersonal()).isEqualTo("모임 Moim"));
    assertThat(message.getHeader("To")).containsExactly("reader@example.org");
    assertThat(message.getHeader("Date")).containsExactly("Mon, 2 Mar 2026 00:00:00 +0000");
    assertThat(message.getHeader("Message-ID"))
        .singleElement()
        .asString()
        .matches("<[0-9a-f-]{36}@moim\\.example>");
    assertThat(message.getHeader("MIME-Version")).containsExactly("1.0");
    assertThat(message.getHeader("Content-Language"))
        .containsExactly(language == Language.EN ? "en" : "ko");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getContentType()).isEqualTo("text/plain; charset=UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first.last+tag@example.org",
        "o'brien@example.org",
        "a..b@example.org",
        ".dot.@example.org",
        "%$!#&*/=?^`{|}~@example.org",
        "=?utf-8?q?x?=@example.org",
        "-rf@example.org",
        "x@localhost"
      })
  void an_address_is_taken_as_it_is_written(String address) {
    mails().send(MailBuilder.aMail(Kind.PASSWORD_CHANGED).to(address).build());

    assertThat(server.getReceivedMessages())
        .singleElement()
        .satisfies(message -> assertThat(message.getHeader("To")).containsExactly(address));
  }

  @Test
  void a_domain_with_other_letters_is_found_by_its_name_in_ascii() {
    mails().send(MailBuilder.aMail(Kind.PASSWORD_CHANGED).to("reader@모임.example").build());

    assertThat(delivered())
        .singleElement()
        .satisfies(
            mail -> assertThat(mail.recipients()).containsExactly("reader@xn--v52b68u.example"));
  }

  @Test
  void a_user_who_is_known_may_send() {
    server.setUser("moim", Sending.PASSWORD);

    by(as("moim", Sending.PASSWORD)).send(MailBuilder.aMail(Kind.WITHDRAWN).build());

    assertThat(delivered()).hasSize(1);
  }

  @Test
  void a_wrong_password_is_told_and_not_shown() {
    server.setUser("moim", "another");

    assertThatThrownBy(
            () -> by(as("moim", Sending.PASSWORD)).send(MailBuilder.aMail(Kind.WITHDRAWN).build()))
        .isInstanceOf(MailNotSentException.class)
        .hasMessageContaining("AuthenticationFailed")
        .hasMessageNotContainingAny(Sending.PASSWORD, "reader@")
        .hasNoCause();
    assertThat(delivered()).isEmpty();
  }

  @Test
  void a_server_whose_certificate_nobody_vouches_for_gets_nothing() {
    MemberMails mails = by(Sending.server(server.getSmtps().getPort(), Security.TLS));

    assertThatThrownBy(() -> mails.send(MailBuilder.aMail(Kind.WITHDRAWN).build()))
        .isInstanceOf(MailNotSentException.class)
        .hasMessageContaining("SSLHandshakeException");
    assertThat(delivered()).isEmpty();
  }

  @Test
  void a_server_that_can_not_protect_the_connection_gets_nothing() {
    MemberMails mails = by(Sending.server(server.getSmtp().getPort(), Security.STARTTLS));

    assertThatThrownBy(() -> mails.send(MailBuilder.aMail(Kind.WITHDRAWN).build()))
        .isInstanceOf(MailNotSentException.class)
        .hasMessageContaining("STARTTLS");
    assertThat(delivered()).isEmpty();
  }

  @Test
  void a_server_that_is_away_is_told_at_once() {
    MemberMails mails = mails();
    server.stop();

    assertThatThrownBy(() -> mails.send(MailBuilder.aMail(Kind.WITHDRAWN).build()))
        .isInstanceOf(MailNotSentException.class)
        .hasMessageContaining("a mail (withdrawn) was not taken by localhost:")
        .hasMessageContaining("Connection refused");
  }

  private static MemberMails by(Smtp smtp) {
    return new SmtpMails(smtp, Sending.envelopes(), Sending.trustingAsUsual());
  }

  private Smtp as(String user, String password) {
    return new Smtp(
        "localhost",
        server.getSmtp().getPort(),
        user,
        password,
        Security.NONE,
        Duration.ofSeconds(20));
  }
}
