package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFoldersTest {
  @Test
  void a_folder_is_deleted_with_all_that_is_in_it() throws IOException {
    Path folder = TemporaryFolders.create("moim-folders-");
    Files.writeString(Files.createDirectories(folder.resolve("deep/down")).resolve("file"), "x");

    TemporaryFolders.delete(folder);

    assertThat(folder).doesNotExist();
  }

  /** As at the end of the JVM, when a test has deleted it before. */
  @Test
  void a_folder_that_is_gone_is_deleted() throws IOException {
    Path folder = TemporaryFolders.create("moim-folders-");
    Files.delete(folder);

    TemporaryFolders.delete(folder);

    assertThat(folder).doesNotExist();
  }
}
