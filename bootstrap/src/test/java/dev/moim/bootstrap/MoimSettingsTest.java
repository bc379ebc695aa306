package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.moim.adapter.messaging.MailSettings;
import dev.moim.adapter.messaging.MailSettings.Security;
import dev.moim.adapter.web.provider.ProviderSettings;
import dev.moim.application.meeting.service.MeetingSettings;
import dev.moim.domain.meeting.PauseRule;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MoimSettingsTest {
  private static final URI PAGES = URI.create("https://moim.example");

  @TempDir private Path data;

  @Test
  void without_a_mail_server_mails_go_into_the_data_folder() {
    MailSettings mails = mails(Map.of());

    assertThat(mails.smtp()).isEmpty();
    assertThat(mails.outbox()).isEqualTo(data.resolve("outbox"));
    assertThat(mails.shown()).isEqualTo("into the folder " + data.resolve("outbox"));
  }

  @Test
  void a_mail_server_has_all_its_settings() {
    MailSettings mails =
        mails(
            Map.of(
                "moim.mail.from", "Moim <hello@moim.example>",
                "moim.zone", "Europe/Berlin",
                "moim.mail.smtp.host", "mail.example.org",
                "moim.mail.smtp.user", "user",
                "moim.mail.smtp.password", "pass-word",
                "moim.mail.smtp.security", "tls",
                "moim.mail.smtp.timeout", "3s"));

    assertThat(mails.publicUrl().get()).isEqualTo(PAGES);
    assertThat(mails.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(mails.from()).isEqualTo("Moim <hello@moim.example>");
    assertThat(mails.smtp())
        .contains(
            new MailSettings.Smtp(
                "mail.example.org", 465, "user", "pass-word", Security.TLS, Duration.ofSeconds(3)));
  }

  @Test
  void no_password_is_shown() {
    MoimSettings settings =
        settings(
            Map.of("moim.database.password", "pass-word", "moim.mail.smtp.password", "pass-word"));

    assertThat(settings.toString()).doesNotContain("pass-word");
  }

  @Test
  void providers_are_offered_by_the_operators_names() {
    MoimSettings settings =
        settings(
            Map.of(
                "moim.providers.school.kind", "42",
                "moim.providers.school.client-id", "us",
                "moim.providers.school.client-secret", "pass-word",
                "moim.providers.our-own.issuer", "https://id.example.org/realms/moim",
                "moim.providers.our-own.client-id", "moim",
                "moim.providers.our-own.client-secret", "pass-word",
                "moim.providers.our-own.scopes", "openid, email"));

    assertThat(settings.signInProviders().all())
        .extracting(ProviderSettings::id, ProviderSettings::name)
        .containsExactlyInAnyOrder(tuple("school", "42"), tuple("our-own", "our-own"));
    assertThat("" + settings + settings.signInProviders()).doesNotContain("pass-word");
    assertThat(settings(Map.of()).signInProviders().all()).isEmpty();
  }

  @Test
  void absences_pause_as_the_operator_says() {
    MoimSettings settings =
        settings(
            Map.of(
                "moim.meetings.absences", "2",
                "moim.meetings.absent-within", "14d",
                "moim.meetings.pause", "1d"));

    assertThat(settings.meetingRules().pause())
        .isEqualTo(new PauseRule(2, Duration.ofDays(14), Duration.ofDays(1)));
    assertThat(settings(Map.of()).meetingRules()).isEqualTo(MeetingSettings.DEFAULT);
    assertThatThrownBy(() -> settings(Map.of("moim.meetings.absences", "0")).meetingRules())
        .hasMessageContaining("moim.meetings");
  }

  private MailSettings mails(Map<String, String> given) {
    return settings(given).mails(() -> PAGES);
  }

  private MoimSettings settings(Map<String, String> given) {
    Map<String, String> all = new TreeMap<>(given);
    all.put("moim.data", data.toString());
    return new Binder(new MapConfigurationPropertySource(all))
        .bindOrCreate("moim", MoimSettings.class);
  }
}
