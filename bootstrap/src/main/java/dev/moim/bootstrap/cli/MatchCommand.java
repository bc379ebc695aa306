package dev.moim.bootstrap.cli;

import dev.moim.application.matching.port.in.MatchPeople;
import dev.moim.application.matching.service.BatchMatchingUseCases;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.Matching;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moim match FILE}: forms groups of everybody in a file, without server or database. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = "Form groups of everybody in a file, without server or database.",
    footerHeading = "%nThe file:%n",
    footer = {
      "  CSV in UTF-8 with a header, at most 512 MiB:",
      "",
      "    id,category,place,way,time,size_min,size_max,party",
      "    minji,meal,gaepo|seocho,delivery,lunch,2,4,",
      "    jun,meal,gaepo,,lunch|dinner,2,4,p1",
      "",
      "  One column for each facet of the category: options separated by |, a range as 3-7, a time",
      "  window as 2026-11-20T10:00Z/2026-11-20T12:00Z; empty accepts everything. An empty size is the",
      "  category's smallest, or usual. Rows with the same party stay together. An id stands once, and",
      "  does not start with = + - or @. Each category is matched by itself.",
      "  Optional columns: party, submitted_at, expires_at, avoid (ids separated by |), relax (steps",
      "  such as way@10m|time@20m|size-2@15m). Steps are checked, but have no effect here: in a file",
      "  that is matched as a whole, nobody grows older.",
      "",
      "The result, on standard output: one row for each person in the order of the file, with the",
      "  group's number, its size, and the value of each facet on which it agreed; without a group,",
      "  with the reason: nobody-compatible, no-group-of-accepted-size, or left-over.",
      "  As many people as possible have a group; groups are as small as their members accept, so ask",
      "  for 3 to 4 where pairs are not wanted. A facet's value is one that suits all, not all of them.",
      "",
      "Exit code: 0; 1 if the result could not be written; 2 for a wrong option or file, with every",
      "  error as FILE:line:column (of the table) on standard error."
    })
public final class MatchCommand implements Callable<Integer> {
  private static final int NOT_WRITTEN = 1;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The people; - is standard input.")
  private String file = "-";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Where the search for better groups starts (default: ${DEFAULT-VALUE}); often another one"
              + " gives the same. The same file and seed give the same result.")
  private long seed;

  @Option(
      names = "--format",
      defaultValue = "csv",
      description =
          "csv or json, which writes one object in each line (default: ${DEFAULT-VALUE}).")
  private Format format = Format.CSV;

  @Mixin private PeopleInput input = new PeopleInput();

  @Override
  public Integer call() {
    PrintWriter err = spec().commandLine().getErr();
    long started = System.nanoTime();
    return input.read(
        file,
        err,
        (categories, people, problems) ->
            match(categories, people, problems, err)
                .map(outcome -> write(outcome, spec().commandLine().getOut(), err, started)));
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("picocli fills this in");
    }
    return spec;
  }

  private Optional<Outcome> match(
      Categories categories, PeopleFile people, Problems problems, PrintWriter err) {
    try (var _ = Progress.of("matching %,d people".formatted(people.rows().size()), err)) {
      var byCategory =
          people.rows().stream()
              .collect(
                  Collectors.groupingBy(
                      row -> row.category().key(), LinkedHashMap::new, Collectors.toList()));
      var useCases = BatchMatchingUseCases.of(categories);
      byCategory.forEach(
          (key, rows) -> people.note(useCases.checkPeople().check(command(key, rows)), rows));
      if (!problems.isEmpty()) {
        return Optional.empty();
      }
      Map<Category, Matching<String>> matchings = new LinkedHashMap<>();
      byCategory.forEach((key, rows) ->
          matchings.put(categories.get(key), useCases.matchPeople().match(command(key, rows))));
      return Optional.of(new Outcome(people.rows(), matchings));
    }
  }

  private MatchPeople.Command command(CategoryKey category, List<PeopleFile.Row> rows) {
    return new MatchPeople.Command(
        category.value(), rows.stream().map(PeopleFile.Row::person).toList(), seed);
  }

  private int write(Outcome outcome, PrintWriter out, PrintWriter err, long started) {
    try (var _ = Progress.of("writing", err)) {
      format.write(outcome.columns(), outcome.rows(), out);
    } catch (IOException e) {
      err.println(String.valueOf(e.getMessage()));
    }
    if (out.checkError()) {
      err.println("the result could not be written to the end");
      err.flush();
      return NOT_WRITTEN;
    }
    outcome.summary((System.nanoTime() - started) / 1e9).forEach(err::println);
    err.flush();
    return 0;
  }
}
