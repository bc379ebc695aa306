package dev.moim.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersistenceSettingsTest {
  @Test
  void settings_refuse_what_cannot_work_and_hide_secrets() {
    var settings =
        PersistenceSettings.of(
            "jdbc:postgresql://me:se/secret@db/moim?password=secret", "u", "secret");

    assertThat(settings.toString()).contains("jdbc:postgresql://db/moim").doesNotContain("secret");
    for (String other :
        List.of("jdbc:oracle:x?password=secret", "jdbc:oracle:thin:moim/secret@//db/x", "secret")) {
      assertThatThrownBy(() -> PersistenceSettings.of(other, "", ""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("jdbc:mariadb:")
          .hasMessageNotContaining("secret");
    }
    assertThatThrownBy(
            () -> new PersistenceSettings("jdbc:h2:mem:x", "", "", 1, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PersistenceSettings("jdbc:h2:mem:x", "", "", 2, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
