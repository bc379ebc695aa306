package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.testkit.shared.Race;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
  @TempDir private Path folder;

  @Test
  void the_key_outlives_a_restart() {
    Path file = folder.resolve("data/key.json");

    SigningKey first = SigningKey.in(file);
    SigningKey second = SigningKey.in(file);

    assertThat(second.jwk()).isEqualTo(first.jwk());
    assertThat(second.derive("cursors")).isEqualTo(first.derive("cursors")).hasSize(32);
    assertThat(first.derive("cursors")).isNotEqualTo(first.derive("others"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void only_its_owner_may_read_the_key() throws IOException {
    Path file = folder.resolve("key.json");

    SigningKey.in(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void nodes_that_start_at_once_share_one_key() {
    Path file = folder.resolve("key.json");

    var keys = Race.of(8, i -> SigningKey.in(file).jwk().getKeyID());

    Set<String> different = new HashSet<>();
    keys.forEach(outcome -> different.add(outcome.result().orElseThrow()));
    assertThat(different).hasSize(1);
  }

  @Test
  void a_file_that_holds_no_key_is_refused_without_showing_it() throws IOException {
    Path file = folder.resolve("key.json");
    Files.writeString(file, "{\"kty\": \"secret\"}");

    assertThatThrownBy(() -> SigningKey.in(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString())
        .hasStackTraceContaining("not a JSON Web Key")
        .message()
        .doesNotContain("secret");
  }
}
