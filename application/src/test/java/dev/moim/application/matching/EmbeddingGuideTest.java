package dev.moim.application.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in docs/embedding.md, exactly as it stands there. */
class EmbeddingGuideTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void the_program_in_the_guide_compiles_and_runs() throws IOException, InterruptedException {
    Path source = Files.writeString(directory.resolve("StudyGroups.java"), program());
    String classPath = System.getProperty("java.class.path");

    int errors =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                classPath,
                "-d",
                directory.toString(),
                source.toString());
    Process run =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                directory + System.getProperty("path.separator") + classPath,
                "StudyGroups")
            .redirectErrorStream(true)
            .start();
    String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(errors).isZero();
    assertThat(run.waitFor()).as(printed).isZero();
    assertThat(printed.lines()).last().asString().isEqualTo("4 of at most 4");
  }

  private static String program() throws IOException {
    Path guide = Path.of("..", "docs", "embedding.md");
    Matcher block =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(guide));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }
}
