package dev.moim.application.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs in docs/embedding.md, exactly as they stand there. */
class EmbeddingGuideTest {
  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @CsvSource({"StudyGroups, 4 of at most 4", "Courts, 0 wait", "Bookings, jun and sora"})
  void each_program_in_the_guide_compiles_and_runs(String name, String lastLine)
      throws IOException, InterruptedException {
    Path source = Files.writeString(directory.resolve(name + ".java"), program(name));
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
                name)
            .redirectErrorStream(true)
            .start();
    String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(errors).isZero();
    assertThat(run.waitFor()).as(printed).isZero();
    assertThat(printed.lines()).last().asString().isEqualTo(lastLine);
  }

  private static String program(String name) throws IOException {
    Path guide = Path.of("..", "docs", "embedding.md");
    return Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(guide))
        .results()
        .map(block -> block.group(1))
        .filter(program -> program.contains("class " + name + " "))
        .findFirst()
        .orElseThrow();
  }
}
