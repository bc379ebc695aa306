package dev.moim.architecture;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What callers are told beside the code of an error: the codes of fields, and the members of {@code
 * details}. They are texts, which compiled code does not show, so the sources are searched for the
 * calls that refuse.
 */
record Refusals(List<String> sources) {
  /** The methods that are told the code of a field and hand it on. */
  static final Set<String> HANDING_ON = Set.of("invalid", "refuse", "malformed");

  private static final String FIELD_CODE = "\"([A-Z][A-Z_]+)\"";
  private static final Pattern FIELD =
      Pattern.compile(
          "(?:new FieldError|%1$s)\\([^;{]*?%2$s(?:\\s*:\\s*%2$s)?"
              .formatted(String.join("|", HANDING_ON), FIELD_CODE));
  private static final String NAME = "(?:\"(\\w+)\"|DomainException\\.(RETRY_AFTER))\\s*,";
  private static final Pattern WITH_ONE_DETAIL =
      Pattern.compile("\\w+Error\\s*\\.([A-Z_]+)\\s*\\.because\\(\\s*(" + NAME + ")");
  private static final Pattern WITH_ALL_ITS_DETAILS =
      Pattern.compile(
          "new DomainException\\(\\s*(?:\\w+Error\\.)?([A-Z_]+),\\s*"
              + "Map\\.of\\(([^;]*?)\\),\\s*(?:List\\.of\\(|errors\\))");
  private static final Pattern MEMBER = Pattern.compile("(?:^|,)\\s*" + NAME);

  /** A place where callers are refused with these details. */
  record Refusal(String code, List<String> members) {}

  /** One member that the details of an error may have. */
  record Detail(String code, String member) {}

  /** The codes of what can be wrong with a field. */
  Set<String> fieldCodes() {
    return fields().stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  /** What each place says that finds a field wrong: a code, or one of two. */
  List<List<String>> fields() {
    return found(FIELD)
        .map(field -> Stream.of(field.group(1), field.group(2)).filter(Objects::nonNull).toList())
        .toList();
  }

  /** All places that say of themselves what stands in the details, be it nothing. */
  List<Refusal> all() {
    return Stream.of(WITH_ONE_DETAIL, WITH_ALL_ITS_DETAILS)
        .flatMap(this::found)
        .map(refusal -> new Refusal(refusal.group(1), members(refusal.group(2))))
        .toList();
  }

  Set<Detail> details() {
    return all().stream()
        .flatMap(
            refusal -> refusal.members().stream().map(member -> new Detail(refusal.code(), member)))
        .collect(Collectors.toSet());
  }

  private Stream<MatchResult> found(Pattern pattern) {
    return sources.stream().flatMap(source -> pattern.matcher(source).results());
  }

  private static List<String> members(String details) {
    return MEMBER
        .matcher(details)
        .results()
        .map(member -> member.group(1) == null ? "retryAfterSeconds" : member.group(1))
        .toList();
  }
}
