package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
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

  @RepeatedTest(50)
  void a_folder_in_which_others_write_and_tidy_up_is_deleted() throws Exception {
    Path folder = TemporaryFolders.create("moim-folders-");
    CountDownLatch begun = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> writing =
          other.submit(() -> {
            for (int i = 0; i < 20 && Files.exists(folder); i++) {
              writeAndDelete(folder.resolve("file" + i));
              begun.countDown();
            }
          });
      begun.await();

      TemporaryFolders.delete(folder);

      writing.get();
    }
    assertThat(folder).doesNotExist();
  }

  private static void writeAndDelete(Path file) {
    try {
      Files.writeString(file, "x");
      Files.deleteIfExists(file);
    } catch (NoSuchFileException e) {
      assertThat(file.getParent()).doesNotExist();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
