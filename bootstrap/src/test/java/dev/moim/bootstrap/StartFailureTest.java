package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StartFailureTest {
  @TempDir private Path data;

  @Test
  void broken_signing_keys_are_one_line_that_names_the_file_and_shows_nothing_of_it()
      throws IOException {
    Path file = data.resolve("signing-key.json");
    Files.writeString(file, "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}");
    var err = new StringWriter();

    int code =
        Moim.commandLine()
            .setErr(new PrintWriter(err))
            .execute("serve", "--port", "0", "--address", "127.0.0.1", "--data", data.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("moim: " + file + ": holds no usable keys")
        .doesNotContain("c2VjcmV0");
  }

  @Test
  void a_key_lifetime_that_is_too_short_is_one_line() {
    new ApplicationContextRunner()
        .withUserConfiguration(SettingsConfiguration.class)
        .withPropertyValues("moim.data=" + data, "moim.tokens.key-lifetime=59m")
        .run(context ->
            assertThat(context)
                .getFailure()
                .extracting(StartFailure::explain)
                .asString()
                .contains("the lifetime of signing keys is 1 h to 3650 days: PT59M"));
  }

  @Test
  void a_provider_with_a_wrong_setting_is_one_line() {
    new ApplicationContextRunner()
        .withUserConfiguration(SettingsConfiguration.class)
        .withPropertyValues(
            "moim.data=" + data,
            "moim.providers.github.kind=github",
            "moim.providers.github.client-secret=pass-word")
        .run(context ->
            assertThat(context)
                .getFailure()
                .extracting(StartFailure::explain)
                .asString()
                .contains("moim.providers.github.client-id is missing")
                .doesNotContain("pass-word"));
  }

  @Test
  void the_key_lifetime_is_30_days_unless_set() {
    var settings =
        new ApplicationContextRunner()
            .withUserConfiguration(SettingsConfiguration.class)
            .withPropertyValues("moim.data=" + data);

    settings.run(
        context -> assertThat(context.getBean(MoimSettings.class).web().keyLifetime()).hasDays(30));
    settings
        .withPropertyValues("moim.tokens.key-lifetime=1h")
        .run(context ->
            assertThat(context.getBean(MoimSettings.class).web().keyLifetime()).hasHours(1));
  }

  @Test
  void a_database_that_is_not_there_or_lets_nobody_in_is_named() {
    var refused = new SQLException("Connection to db:5432 refused.", "08001");
    var denied = new SQLException("password authentication failed for user \"moim\"", "28P01");

    assertThat(StartFailure.explain(new IllegalStateException("no pool", refused)))
        .isEqualTo(
            "the database can't be reached: is it where moim.database.url says? Connection to"
                + " db:5432 refused.");
    assertThat(StartFailure.explain(new IllegalStateException("no pool", denied)))
        .startsWith("the database does not let moim.database.user in with this password: ");
  }

  @Test
  void mysql_that_takes_no_password_this_way_is_explained() {
    var open =
        new SQLException(
            "RSA public key is not available client side (option serverRsaPublicKeyFile not set)",
            "S1009");

    assertThat(StartFailure.explain(new IllegalStateException("no pool", open)))
        .startsWith("MySQL takes the password only on a way that is encrypted, or with its key: ")
        .contains("docs/databases.md");
  }
}
