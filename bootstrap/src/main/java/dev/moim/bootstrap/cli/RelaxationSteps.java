package dev.moim.bootstrap.cli;

import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.matching.WaitingRequest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one-line form of relaxations, such as {@code way@10m|time@20m|size-2@15m}. */
final class RelaxationSteps {
  private static final Pattern STEP = Pattern.compile("(.+)@([1-9][0-9]{0,5})([smhd])");
  private static final Pattern SMALLER_SIZE = Pattern.compile("size-([0-9]{1,2})");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  private RelaxationSteps() {}

  /**
   * @param refuse is told of each step that is wrong, which is left out then
   */
  static List<Relaxation> read(String text, Category category, Consumer<String> refuse) {
    return Arrays.stream(text.split("\\|", -1))
        .flatMap(step -> read(step, category, refuse, STEP.matcher(step.strip())).stream())
        .toList();
  }

  private static Optional<Relaxation> read(
      String step, Category category, Consumer<String> refuse, Matcher form) {
    if (!form.matches()) {
      refuse.accept("a step such as way@10m is expected: " + Explanations.quoted(step));
      return Optional.empty();
    }
    String what = form.group(1);
    Duration age =
        Duration.of(
            Long.parseLong(form.group(2)), Objects.requireNonNull(UNITS.get(form.group(3))));
    if (age.compareTo(WaitingRequest.LONGEST) > 0) {
      refuse.accept("an age is at most 366 days: " + Explanations.quoted(step));
      return Optional.empty();
    }
    Matcher size = SMALLER_SIZE.matcher(what);
    Optional<Relaxation> relaxation =
        size.matches()
            ? Optional.of(Integer.parseInt(size.group(1)))
                .filter(category.sizes()::contains)
                .map(least -> new Relaxation.SmallerGroup(least, age))
            : category.facets().stream()
                .map(Facet::key)
                .filter(facet -> facet.value().equals(what))
                .findFirst()
                .map(facet -> new Relaxation.AnyValue(facet, age));
    if (relaxation.isEmpty()) {
      refuse.accept(
          "neither a facet nor a size of " + category.key() + ": " + Explanations.quoted(step));
    }
    return relaxation;
  }
}
