package dev.moim.bootstrap.cli;

import dev.moim.application.matching.port.in.NamedPolicy;
import dev.moim.application.matching.port.in.SimulateMatching;
import dev.moim.application.matching.port.in.SimulateMatching.Arrival;
import dev.moim.application.matching.port.in.SimulateMatching.Contender;
import dev.moim.application.matching.port.in.Simulation;
import dev.moim.application.matching.service.BatchMatchingUseCases;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.shared.FieldError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moim simulate FILE}: replays how people arrived, and compares policies of matching. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Replay how people arrived, and say how well each of several policies would have matched"
            + " them.",
    modelTransformer = SimulateCommand.PolicyHelp.class,
    footerHeading = "%n",
    footer = {
      "  As of moim match, all of one category, with when people came and until when they wait:",
      "",
      "    id,category,place,way,time,size_min,size_max,submitted_at,expires_at,relax",
      "    minji,meal,gaepo,,lunch,2,4,2026-11-20T10:00:00Z,2026-11-20T10:30:00Z,way@10m|size-2@15m",
      "    jun,meal,,delivery,,2,2,2026-11-20T10:04:30Z,,",
      "",
      "  Without expires_at people wait for the category's patience. Rows with the same party arrive",
      "  together, when the last of them is there. moim simulate --generate makes such a file.",
      "",
      "The report, on standard output: for each policy how many were matched, in groups of which",
      "  sizes, how long people waited (who was not matched, for all of their patience), what it took",
      "  (relaxed, moved from one group to another), how those fared whom few others suit,",
      "  how right the chances were that people were told (Brier score: 0 is perfect; coverage: share",
      "  of what was told that agrees with what came of it), and the bound: how many could be matched",
      "  in hindsight, in groups of people who wait at the same moment.",
      "  json prints one object for each policy, csv one row. The same file, policies and seed give",
      "  the same bytes.",
      "",
      "Exit code: 0; 1 if the report or plot could not be written; 2 for a wrong option or file, with",
      "  every error as FILE:line:column (of the table) on standard error."
    })
public final class SimulateCommand implements Callable<Integer> {
  /** How many people may be so many that the bound takes longer than all else. */
  private static final int BOUND_UNASKED = 5_000;

  private static final int NOT_WRITTEN = 1;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "The people; - is standard input.")
  private @Nullable String file;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "default",
      description =
          "Policies to compare, see below (default: ${DEFAULT-VALUE}); may be repeated, or separated"
              + " by commas.")
  private List<String> policies = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Where searches start, and what is generated (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text, csv or json (default: ${DEFAULT-VALUE}).")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draws the report as well, as an SVG image.")
  private @Nullable Path plot;

  @Option(
      names = "--bound",
      negatable = true,
      description =
          "Find out how many could be matched in hindsight, or leave it out (default: find out for"
              + " up to 5,000 people).")
  private @Nullable Boolean bound;

  @Mixin private PeopleInput input = new PeopleInput();

  @ArgGroup(exclusive = false, heading = "%nMaking a file instead, written to standard output:%n")
  private @Nullable Generation generation;

  @Override
  public Integer call() {
    CommandLine command = spec().commandLine();
    if (generation != null && generation.isWanted()) {
      return generation.run(input, Optional.ofNullable(file), seed, command);
    }
    Optional<List<Contender>> contenders = NamedPolicy.named(policies);
    if (contenders.isEmpty()) {
      return refuse("no such policy; there are " + NamedPolicy.names());
    }
    if (file == null) {
      return refuse("a FILE is needed, or --generate; try --help");
    }
    if (plot != null && !Files.isDirectory(plot.toAbsolutePath().resolveSibling(""))) {
      return refuse(plot + ": there is no such directory");
    }
    if (plot != null && Files.isDirectory(plot)) {
      return refuse(plot + ": is a directory");
    }
    long started = System.nanoTime();
    return input.read(
        file,
        command.getErr(),
        (categories, people, problems) ->
            simulate(contenders.get(), categories, people, problems)
                .map(reports -> write(reports, started)));
  }

  private Optional<List<Simulation>> simulate(
      List<Contender> contenders, Categories categories, PeopleFile people, Problems problems) {
    List<PeopleFile.Row> rows = people.rows();
    Category category = rows.isEmpty() ? categories.all().getFirst() : rows.getFirst().category();
    people.note(others(rows, category), rows);
    List<Arrival> arrivals =
        rows.stream()
            .filter(row -> row.category().equals(category))
            .map(row -> new Arrival(row.person(), row.expiresAt(), row.relaxations()))
            .toList();
    String key = category.key().value();
    var useCases = BatchMatchingUseCases.of(categories);
    people.note(
        useCases.checkArrivals().check(key, arrivals),
        rows.stream().filter(row -> row.category().equals(category)).toList());
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    boolean withBound = Optional.ofNullable(bound).orElse(arrivals.size() <= BOUND_UNASKED);
    var command = new SimulateMatching.Command(key, arrivals, contenders, seed, withBound);
    var step =
        new AtomicReference<>(new SimulateMatching.Progress("simulating", 0, arrivals.size()));
    try (var _ = Progress.of(() -> shown(step.get()), spec().commandLine().getErr())) {
      return Optional.of(useCases.simulateMatching().simulate(command, step::set));
    }
  }

  private static String shown(SimulateMatching.Progress step) {
    return String.format(Locale.ROOT, "%s: %,d of %,d", step.work(), step.done(), step.all());
  }

  /** The first of those who look for company in another category, for there must be none. */
  private static List<FieldError> others(List<PeopleFile.Row> rows, Category category) {
    return IntStream.range(0, rows.size())
        .filter(place -> !rows.get(place).category().equals(category))
        .limit(1)
        .mapToObj(place -> new FieldError("/people/" + place + "/category", "OTHER_CATEGORY"))
        .toList();
  }

  private int write(List<Simulation> reports, long started) {
    PrintWriter out = spec().commandLine().getOut();
    PrintWriter err = spec().commandLine().getErr();
    try {
      if (plot != null) {
        Plot.write(reports, plot);
      }
      format.write(reports, out);
      if (out.checkError()) {
        throw new IOException("the report could not be written to the end");
      }
    } catch (IOException e) {
      err.println(e.getMessage());
      err.flush();
      return NOT_WRITTEN;
    }
    summary(reports, (System.nanoTime() - started) / 1e9).forEach(err::println);
    err.flush();
    return 0;
  }

  private static List<String> summary(List<Simulation> reports, double seconds) {
    Simulation any = reports.getFirst();
    return List.of(
        "people: " + any.people(),
        "policies: " + reports.size(),
        "upper bound: "
            + any.bound()
                .map(String::valueOf)
                .orElse("left out; --bound finds it, and takes longer"),
        String.format(Locale.ROOT, "time: %.2f s", seconds));
  }

  private int refuse(String why) {
    spec().commandLine().getErr().println(why);
    spec().commandLine().getErr().flush();
    return PeopleInput.WRONG_INPUT;
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("picocli fills this in");
    }
    return spec;
  }

  /** Names each policy in the help. */
  static final class PolicyHelp implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      var lines = new ArrayList<>(List.of("Policies:"));
      for (NamedPolicy policy : NamedPolicy.ALL) {
        lines.add(String.format(Locale.ROOT, "  %-16s %s", policy.name(), policy.description()));
      }
      lines.add("  all              all of them");
      lines.add("");
      lines.add("The file:");
      lines.addAll(List.of(command.usageMessage().footer()));
      command.usageMessage().footer(lines.toArray(String[]::new));
      return command;
    }
  }
}
