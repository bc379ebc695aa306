package dev.moim.bootstrap.cli;

import dev.moim.application.matching.port.in.GenerateArrivals;
import dev.moim.application.matching.port.in.SimulateMatching.Arrival;
import dev.moim.application.matching.service.BatchMatchingUseCases;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.shared.DomainException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code moim simulate --generate}: the options by which it makes up a file, and how it does. */
final class Generation {
  /** A Monday, at midnight in UTC. */
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private static final int MOST_PEOPLE = 1_000_000;
  private static final int NOT_WRITTEN = 1;
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,2})(?:-([0-9]{1,2}))?");

  @Option(names = "--generate", required = true, description = "Make a file; FILE is not needed.")
  private boolean isWanted;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "0.3",
      description = "How many people arrive in a minute, on average (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--hours",
      paramLabel = "H",
      description = "For how long people arrive (default: 24, or until there are --people).")
  private @Nullable Double hours;

  @Option(names = "--people", paramLabel = "N", description = "How many people arrive at most.")
  private @Nullable Integer people;

  @Option(
      names = "--burst",
      paramLabel = "N",
      description = "Instead: so many people at once, without times, as moim match takes them.")
  private @Nullable Integer burst;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      defaultValue = "2-4",
      description =
          "Group sizes that people want, such as 2-4 or 4, several separated by |; mixed is"
              + " 2|2-4|3-4|4, or so by the category's sizes (default: ${DEFAULT-VALUE}).")
  private String size = "2-4";

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      description =
          "How long people wait, such as 30m or 1h30m (default: the category's patience).")
  private @Nullable String patience;

  @Option(
      names = "--relax",
      paramLabel = "STEPS",
      defaultValue = "",
      description = "What all of them agree to ask for no longer, such as way@10m|size-2@15m.")
  private String relax = "";

  /** A wrong option, in one line. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String message) {
      super(message);
    }
  }

  boolean isWanted() {
    return isWanted;
  }

  int run(PeopleInput input, Optional<String> file, long seed, CommandLine command) {
    PrintWriter err = command.getErr();
    int code =
        input.understand(
            "--config",
            err,
            (categories, only) -> {
              try {
                if (file.isPresent()) {
                  throw new Wrong("either a FILE or --generate; try --help");
                }
                Category category = only.orElse(categories.all().getFirst());
                GenerateArrivals.Command order = order(category, seed);
                List<Arrival> arrivals =
                    BatchMatchingUseCases.of(categories).generateArrivals().generate(order);
                return Optional.of(write(category, arrivals, command));
              } catch (Wrong e) {
                err.println(e.getMessage());
                return Optional.empty();
              }
            });
    err.flush();
    return code;
  }

  private GenerateArrivals.Command order(Category category, long seed) throws Wrong {
    return new GenerateArrivals.Command(
        category.key().value(),
        new KnownHabits().of(category),
        crowd(),
        sizes(category),
        patience(category),
        relaxations(category),
        seed);
  }

  private GenerateArrivals.Crowd crowd() throws Wrong {
    checkCount("--people", people);
    checkCount("--burst", burst);
    if (!(rate > 0 && rate <= MOST_PEOPLE)) {
      throw new Wrong("--rate: more than 0 people in a minute are needed: " + rate);
    }
    if (hours != null && !(hours > 0 && hours <= 24 * 366)) {
      throw new Wrong("--hours: outside 0 to 8784: " + hours);
    }
    if (burst != null) {
      if (people != null || hours != null) {
        throw new Wrong("--burst has neither --people nor --hours: all are there at once");
      }
      return new GenerateArrivals.Crowd(START, Optional.empty(), Optional.of(burst), Duration.ZERO);
    }
    double length = hours != null ? hours : people != null ? 24 * 366 : 24;
    if (people == null && length * 60 * rate > MOST_PEOPLE) {
      throw new Wrong("that would be more than 1,000,000 people");
    }
    return new GenerateArrivals.Crowd(
        START,
        Optional.of(rate),
        Optional.ofNullable(people),
        Duration.ofMillis((long) (length * 3_600_000)));
  }

  private static void checkCount(String option, @Nullable Integer count) throws Wrong {
    if (count != null && (count < 1 || count > MOST_PEOPLE)) {
      throw new Wrong(option + ": outside 1 to 1,000,000: " + count);
    }
  }

  private List<GroupSize> sizes(Category category) throws Wrong {
    var sizes = new ArrayList<GroupSize>();
    for (String each : size.split("\\|", -1)) {
      if (each.equals("mixed")) {
        sizes.addAll(mixed(category));
        continue;
      }
      Matcher form = SIZE.matcher(each.strip());
      if (!form.matches()) {
        throw new Wrong(
            "--size: such as 2-4, 4 or mixed is expected: " + Explanations.quoted(each));
      }
      int min = Integer.parseInt(form.group(1));
      int max = form.group(2) == null ? min : Integer.parseInt(form.group(2));
      try {
        sizes.add(category.size(min, max));
      } catch (DomainException e) {
        throw new Wrong("--size: " + Explanations.of(e.fieldErrors().getFirst(), each));
      }
    }
    return sizes;
  }

  /** Of the usual sizes: the smallest, any, any but the smallest, and the greatest. */
  private static List<GroupSize> mixed(Category category) {
    int min = category.sizes().min();
    int max = category.usualSize();
    return List.of(
        new GroupSize(min, min),
        new GroupSize(min, max),
        new GroupSize(Math.min(min + 1, max), max),
        new GroupSize(max, max));
  }

  private Duration patience(Category category) throws Wrong {
    if (patience == null) {
      return category.patience();
    }
    try {
      Duration length = Duration.parse("PT" + patience.toUpperCase(Locale.ROOT));
      if (length.isPositive() && length.compareTo(Duration.ofDays(366)) <= 0) {
        return length;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new Wrong(
        "--patience: such as 30m or 1h30m is expected: " + Explanations.quoted(patience));
  }

  private List<Relaxation> relaxations(Category category) throws Wrong {
    if (relax.isEmpty()) {
      return List.of();
    }
    var wrong = new ArrayList<String>();
    List<Relaxation> relaxations = RelaxationSteps.read(relax, category, wrong::add);
    if (!wrong.isEmpty()) {
      throw new Wrong("--relax: " + String.join("; ", wrong));
    }
    return relaxations;
  }

  private int write(Category category, List<Arrival> arrivals, CommandLine command)
      throws IOException {
    PrintWriter out = command.getOut();
    Format.CSV.write(
        columns(category), arrivals.stream().map(arrival -> row(category, arrival)), out);
    if (out.checkError()) {
      command.getErr().println("the file could not be written to the end");
      return NOT_WRITTEN;
    }
    return 0;
  }

  private List<String> columns(Category category) {
    return Stream.of(
            Stream.of("id", "category"),
            category.facets().stream().map(facet -> facet.key().value()),
            Stream.of("size_min", "size_max"),
            burst == null ? Stream.of("submitted_at", "expires_at", "relax") : Stream.<String>of())
        .flatMap(columns -> columns)
        .toList();
  }

  private List<Optional<Object>> row(Category category, Arrival arrival) {
    AllOf condition = category.read(arrival.person().condition(), Instant.MIN);
    var row = new ArrayList<Optional<Object>>();
    row.add(Optional.of(arrival.person().id()));
    row.add(Optional.of(category.key()));
    for (Facet facet : category.facets()) {
      row.add(condition.of(facet.key()).map(facet::format));
    }
    row.add(arrival.person().sizeMin().map(min -> min));
    row.add(arrival.person().sizeMax().map(max -> max));
    if (burst == null) {
      row.add(arrival.person().submittedAt().map(at -> at));
      row.add(arrival.expiresAt().map(at -> at));
      row.add(Optional.of(relax));
    }
    return row;
  }
}
