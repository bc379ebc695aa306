package dev.moim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the tables of settings against each other: whoever adds a key adds it to all of them. */
class SettingsTableTest {
  private static final Repository REPOSITORY = new Repository();
  private static final SettingsTable ENGLISH = SettingsTable.read(REPOSITORY.file("README.md"));
  private static final SettingsTable KOREAN = SettingsTable.read(REPOSITORY.file("README.ko.md"));
  private static final SettingsTable IN_FULL =
      SettingsTable.read(REPOSITORY.document("configuration.md"));

  @Test
  void both_languages_tell_the_same_keys_in_the_same_order() {
    assertThat(ENGLISH.keys()).contains("server.port", "moim.database.password", "moim.mail…");
    assertThat(KOREAN.keys()).containsExactlyElementsOf(ENGLISH.keys());
  }

  @Test
  void both_languages_tell_the_same_variables_of_the_environment() {
    assertThat(variables(KOREAN)).isNotEmpty().containsExactlyElementsOf(variables(ENGLISH));
  }

  @Test
  void each_key_that_is_explained_is_in_the_table_of_all() {
    assertThat(IN_FULL.keys())
        .contains("moim.mail.smtp.password", "moim.limits.<bucket>.refill")
        .allMatch(ENGLISH::tells);
  }

  private static List<String> variables(SettingsTable table) {
    return table.rows().stream()
        .flatMap(row -> Stream.of(row.second().split("`", -1)))
        .filter(text -> text.matches("[A-Z_…]{3,}|--[a-z]+"))
        .toList();
  }
}
