package dev.moim.bootstrap.cli;

import dev.moim.bootstrap.category.CategoryConfigurationException;
import dev.moim.bootstrap.category.CategoryFiles;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.shared.DomainException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command understands a file of people, and how it takes its errors. */
final class PeopleInput {
  static final int WRONG_INPUT = 2;

  @Option(
      names = "--category",
      paramLabel = "KEY",
      description = "Only the people of this category (default: everybody).")
  private @Nullable String category;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "${env:MOIM_CONFIG}",
      description =
          "YAML whose moim.categories add to those that Moim comes with, or change them (default:"
              + " the environment's MOIM_CONFIG).")
  private @Nullable Path config;

  /** What a command does with the people of a file. */
  @FunctionalInterface
  interface Work {
    /**
     * Returns the exit code; empty if something is wrong with the file, which is noted in {@code
     * problems} then.
     */
    Optional<Integer> on(Categories categories, PeopleFile people, Problems problems)
        throws IOException;
  }

  /** What a command does with the categories alone. */
  @FunctionalInterface
  interface Purpose {
    /** Returns the exit code; empty if the input was wrong, which has been said then. */
    Optional<Integer> with(Categories categories, Optional<Category> only) throws IOException;
  }

  /**
   * Reads a file and does the work; otherwise says what is wrong with it, all at once.
   *
   * @return the exit code
   */
  int read(String file, PrintWriter err, Work work) {
    var problems = new Problems(file);
    int code =
        understand(
            file,
            err,
            (categories, only) -> {
              try {
                return work.on(categories, people(file, categories, only, problems, err), problems);
              } catch (InputFile.Refused e) {
                e.note(problems);
                return Optional.empty();
              }
            });
    problems.print(err);
    err.flush();
    return code;
  }

  private static PeopleFile people(
      String file,
      Categories categories,
      Optional<Category> only,
      Problems problems,
      PrintWriter err)
      throws IOException {
    try (var _ = Progress.of("reading", err);
        var text = InputFile.open(file)) {
      return PeopleFile.read(text, categories, only, problems);
    }
  }

  /**
   * Reads the configuration alone.
   *
   * @param file to blame for what can't be read
   */
  int understand(String file, PrintWriter err, Purpose purpose) {
    try {
      Categories categories = CategoryFiles.read(Optional.ofNullable(config));
      return purpose
          .with(categories, Optional.ofNullable(category).map(categories::named))
          .orElse(WRONG_INPUT);
    } catch (CategoryConfigurationException e) {
      err.println(e.getMessage());
    } catch (DomainException e) {
      err.println("no such category: " + Explanations.quoted(String.valueOf(category)));
    } catch (NoSuchFileException e) {
      err.println(file + ": there is no such file");
    } catch (IOException | InvalidPathException e) {
      err.println(file + ": cannot be read: " + e.getMessage());
    }
    return WRONG_INPUT;
  }
}
