package dev.moim.adapter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.adapter.messaging.MailSettings.Security;
import dev.moim.adapter.messaging.MailSettings.Smtp;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {
  @ParameterizedTest
  @CsvSource({"NONE, 25", "STARTTLS, 587", "TLS, 465"})
  void without_a_port_it_is_the_usual_one(Security security, int port) {
    assertThat(smtp("mail.example.org", 0, "", "", security).port()).isEqualTo(port);
    assertThat(smtp("mail.example.org", 2525, "", "", security).port()).isEqualTo(2525);
  }

  @Test
  void what_is_shown_names_neither_user_nor_password() {
    Smtp smtp = smtp("mail.example.org", 0, "moim-user", "pass-word", Security.TLS);
    MailSettings settings = settings("hello@moim.example", Optional.of(smtp));

    assertThat(settings.shown()).isEqualTo("by mail.example.org:465 (tls)");
    assertThat(settings.toString() + smtp).doesNotContain("moim-user", "pass-word");
    assertThat(settings("hello@moim.example", Optional.empty()).shown())
        .isEqualTo("into the folder outbox");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello@moim.example", "Moim <hello@moim.example>", "모임 <a@b.example>"})
  void a_sender_is_an_address_with_or_without_a_name(String from) {
    assertThat(settings(from, Optional.empty()).from()).isEqualTo(from);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "Moim <hello>",
        "a@b.example, c@d.example",
        "people: a@b.example;",
        "a@b.example\r\nBcc: c@d.example",
        "Moim\r\n <a@b.example>"
      })
  void what_is_no_single_address_is_refused(String from) {
    assertThatThrownBy(() -> settings(from, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("moim.mail.from");
  }

  @ParameterizedTest
  @CsvSource({
    "'mail server', 0, '', '', 10s",
    "mail.example.org, -1, '', '', 10s",
    "mail.example.org, 65536, '', '', 10s",
    "mail.example.org, 0, user, '', 10s",
    "mail.example.org, 0, '', password, 10s",
    "mail.example.org, 0, '', '', 0s",
    "mail.example.org, 0, '', '', -1s",
    "mail.example.org, 0, '', '', 601s"
  })
  void a_server_that_can_not_be_is_refused(
      String host, int port, String user, String password, String timeout) {
    assertThatThrownBy(() ->
            new Smtp(host, port, user, password, Security.TLS, Duration.parse("PT" + timeout)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("moim.mail.smtp.");
  }

  private static Smtp smtp(String host, int port, String user, String password, Security security) {
    return new Smtp(host, port, user, password, security, Duration.ofSeconds(10));
  }

  private static MailSettings settings(String from, Optional<Smtp> smtp) {
    return new MailSettings(
        () -> URI.create("https://moim.example"), from, ZoneOffset.UTC, Path.of("outbox"), smtp);
  }
}
