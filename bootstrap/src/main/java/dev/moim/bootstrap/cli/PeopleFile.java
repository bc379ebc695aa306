package dev.moim.bootstrap.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.moim.application.matching.port.in.MatchPeople.Person;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.matching.WaitingRequest;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a file of people, one in each row, and notes all that is wrong with it: what can be said of
 * a row by itself here, what the category's rules say by {@link #note}.
 */
final class PeopleFile {
  private static final List<String> REQUIRED = List.of("id", "category", "size_min", "size_max");
  private static final List<String> OPTIONAL =
      List.of("party", "submitted_at", "expires_at", "avoid", "relax");
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");
  private static final int LONGEST_ID = 200;
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int MOST_CONDITIONS = 1 << 12;
  private static final int MOST_ANSWERS = 1 << 16;
  private static final int MOST_NUMBERS = 1 << 8;
  private static final String HEADER_EXPECTED =
      "its first line names the columns, such as id,category,…,size_min,size_max";

  /**
   * Somebody in the file.
   *
   * @param line where their row starts
   * @param expiresAt until when they wait; empty if the file does not say
   * @param relaxations what they agreed to ask for no longer after a while, in the file's order
   */
  record Row(
      long line,
      Category category,
      Person person,
      Optional<Instant> expiresAt,
      List<Relaxation> relaxations) {}

  private final Categories categories;
  private final Optional<Category> only;
  private final Problems problems;
  private final Map<String, Form> forms;
  private final Set<Form> used = new LinkedHashSet<>();
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Long> lineOfId = new HashMap<>();
  private final Map<String, Category> categoryOfParty = new HashMap<>();
  private final Map<Long, Set<String>> avoidances = new LinkedHashMap<>();

  /** Columns whose lack was noted. */
  private final Set<String> missing = new HashSet<>();

  // Many rows say the same: they share what was made of it.
  private final Known<Map<String, FacetInput>, Map<String, FacetInput>> conditions =
      new Known<>(MOST_CONDITIONS, Map::copyOf);
  private final Known<List<Relaxation>, List<Relaxation>> relaxations =
      new Known<>(MOST_CONDITIONS, Function.identity());
  private final Known<String, Optional<Integer>> numbers =
      new Known<>(MOST_NUMBERS, text -> Optional.of(Integer.valueOf(text)));

  private long headerLine = 1;
  private int headerSize;

  private PeopleFile(Categories categories, Optional<Category> only, Problems problems) {
    this.categories = categories;
    this.only = only;
    this.problems = problems;
    this.forms =
        categories.all().stream()
            .collect(Collectors.toMap(category -> category.key().value(), Form::new));
  }

  /**
   * @param only the category whose people count; all categories if empty
   * @throws IOException if the text cannot be read to its end; what was wrong before is noted
   */
  static PeopleFile read(
      Reader text, Categories categories, Optional<Category> only, Problems problems)
      throws IOException {
    var file = new PeopleFile(categories, only, problems);
    file.read(text);
    return file;
  }

  /** Those who could be read, in the order of the file. */
  List<Row> rows() {
    return rows;
  }

  private void read(Reader text) throws IOException {
    long line = 1;
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(MOST_CHARACTERS)
            .ofCsvRecord(text)) {
      boolean isHeader = true;
      for (CsvRecord row : records) {
        line = row.getStartingLineNumber();
        if (!isHeader) {
          readRow(row);
        } else if (!readHeader(row)) {
          return;
        }
        isHeader = false;
      }
      if (isHeader) {
        problems.add(1, 1, "the file is empty; " + HEADER_EXPECTED);
        return;
      }
    } catch (CsvParseException e) {
      problems.add(lineOf(e, line), 1, "not CSV: " + reason(e));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    checkFacetColumns();
    checkAvoidances();
    lineOfId.clear(); // Large, and of no more use.
  }

  private static String reason(CsvParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = String.valueOf(cause.getMessage());
    return message.contains("maximum buffer size")
        ? "a value has more than %,d characters; is a quotation mark missing?"
            .formatted(MOST_CHARACTERS)
        : message.lines().findFirst().orElse("unreadable");
  }

  /** The line that the parser names, or the last one that was read. */
  private static long lineOf(CsvParseException e, long last) {
    Matcher number = Pattern.compile("line (\\d+)").matcher(String.valueOf(e.getMessage()));
    return number.find() ? Long.parseLong(number.group(1)) : last;
  }

  /** Whether the rows can be understood with this header. */
  private boolean readHeader(CsvRecord header) {
    Set<String> known = new HashSet<>(REQUIRED);
    known.addAll(OPTIONAL);
    for (Category category : categories.all()) {
      category.facets().forEach(facet -> known.add(facet.key().value()));
    }
    List<String> names = header.getFields().stream().map(String::strip).toList();
    if (names.stream().noneMatch(known::contains)) {
      boolean semicolons = names.stream().anyMatch(name -> name.contains(";"));
      problems.add(
          1,
          1,
          semicolons
              ? "the columns are separated by semicolons; save the file with commas (CSV UTF-8)"
              : "there is no header; " + HEADER_EXPECTED);
      return false;
    }
    long line = header.getStartingLineNumber();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!known.contains(name)) {
        problems.add(line, i + 1, "unknown column " + Explanations.quoted(name));
      } else if (columns.putIfAbsent(name, i) != null) {
        problems.add(line, i + 1, "column " + name + " stands twice");
      }
    }
    headerLine = line;
    headerSize = names.size();
    forms.values().forEach(form -> form.order(columns.keySet()));
    for (String name : REQUIRED) {
      if (!columns.containsKey(name)) {
        problems.add(line, headerSize, "column " + name + " is missing");
      }
    }
    return columns.containsKey("id") && columns.containsKey("category");
  }

  private void readRow(CsvRecord record) {
    long line = record.getStartingLineNumber();
    if (record.getFieldCount() != headerSize) {
      problems.add(
          line,
          Math.min(record.getFieldCount(), headerSize + 1),
          "%d values for the %d columns of the header"
              .formatted(record.getFieldCount(), headerSize));
      return;
    }
    var cells = new Cells(line, record);
    String id = id(cells);
    Optional<Form> form = form(cells);
    if (form.isEmpty()) {
      return;
    }
    Category category = form.get().category;
    Optional<String> party = cells.given("party");
    party.ifPresent(name -> checkParty(cells, name, category));
    Set<String> avoids = avoids(cells);
    if (only.isPresent() && !only.get().equals(category)) {
      return;
    }
    used.add(form.get());
    Map<String, FacetInput> condition = condition(cells, form.get());
    Optional<Integer> sizeMin = number(cells, "size_min");
    Optional<Integer> sizeMax = number(cells, "size_max");
    Optional<Instant> submitted = instant(cells, "submitted_at");
    Optional<Instant> expires = instant(cells, "expires_at");
    if (submitted.isPresent() && expires.isPresent() && !expires.get().isAfter(submitted.get())) {
      cells.refuse("expires_at", "not after submitted_at: " + cells.quoted("expires_at"));
    }
    if (submitted.isPresent()
        && expires.isPresent()
        && expires.get().isAfter(submitted.get().plus(WaitingRequest.LONGEST))) {
      cells.refuse(
          "expires_at", "more than 366 days after submitted_at: " + cells.quoted("expires_at"));
    }
    rows.add(
        new Row(
            line,
            category,
            new Person(id, condition, sizeMin, sizeMax, party, submitted, avoids),
            expires,
            relaxations(cells, category)));
  }

  private String id(Cells cells) {
    String id = cells.text("id");
    if (id.isEmpty()) {
      cells.refuse("id", "an id is needed");
    } else if (id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
      cells.refuse("id", "an id is at most 200 characters in one line: " + cells.quoted("id"));
    } else if ("=+-@".indexOf(id.charAt(0)) >= 0) {
      cells.refuse(
          "id",
          "an id does not start with = + - or @, which a spreadsheet would take for a formula: "
              + cells.quoted("id"));
    }
    Long before = lineOfId.putIfAbsent(id, cells.line);
    if (before != null && !id.isEmpty()) {
      cells.refuse("id", "the id " + cells.quoted("id") + " stands in line " + before + " already");
    }
    return id;
  }

  private Optional<Form> form(Cells cells) {
    Optional<Form> form = Optional.ofNullable(forms.get(cells.text("category")));
    if (form.isEmpty()) {
      cells.refuse(
          "category",
          "no such category: "
              + cells.quoted("category")
              + "; there are "
              + categories.all().stream()
                  .map(known -> known.key().value())
                  .collect(Collectors.joining(", ")));
    }
    return form;
  }

  private void checkParty(Cells cells, String party, Category category) {
    Category before = categoryOfParty.putIfAbsent(party, category);
    if (before != null && !before.equals(category)) {
      cells.refuse(
          "party", "the party " + cells.quoted("party") + " is split: others want " + before.key());
    }
  }

  private Map<String, FacetInput> condition(Cells cells, Form form) {
    Map<String, FacetInput> condition = HashMap.newHashMap(form.questions.size());
    for (Question question : form.questions) {
      String name = question.column;
      String text = cells.text(name);
      if (!text.isEmpty()) {
        try {
          condition.put(name, question.answers.of(text));
        } catch (DomainException e) {
          e.fieldErrors().forEach(error -> cells.refuse(name, Explanations.of(error, text)));
        }
      }
    }
    for (String name : form.foreign) {
      if (!cells.text(name).isEmpty()) {
        cells.refuse(name, form.category.key() + " has no facet " + name + ": leave it empty");
      }
    }
    return conditions.of(condition);
  }

  private Set<String> avoids(Cells cells) {
    Set<String> avoids =
        cells.given("avoid").stream()
            .flatMap(text -> Arrays.stream(text.split("\\|", -1)))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    if (!avoids.isEmpty()) {
      avoidances.put(cells.line, avoids);
    }
    return avoids;
  }

  private Optional<Integer> number(Cells cells, String column) {
    return cells
        .given(column)
        .flatMap(text -> {
          try {
            return numbers.of(text);
          } catch (NumberFormatException e) {
            cells.refuse(column, "not a whole number: " + cells.quoted(column));
            return Optional.empty();
          }
        });
  }

  private static Optional<Instant> instant(Cells cells, String column) {
    return cells
        .given(column)
        .flatMap(text -> {
          try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
              cells.refuse(column, "not in the years 1970 to 2999: " + cells.quoted(column));
              return Optional.empty();
            }
            return Optional.of(instant);
          } catch (DateTimeException e) {
            cells.refuse(
                column, "not a time such as 2026-11-20T10:00:00Z: " + cells.quoted(column));
            return Optional.empty();
          }
        });
  }

  private List<Relaxation> relaxations(Cells cells, Category category) {
    return relaxations.of(
        cells
            .given("relax")
            .map(
                steps -> RelaxationSteps.read(steps, category, what -> cells.refuse("relax", what)))
            .orElse(List.of()));
  }

  private void checkFacetColumns() {
    Map<String, Category> missing = new LinkedHashMap<>();
    for (Form form : used) {
      for (Question question : form.questions) {
        if (!columns.containsKey(question.column)) {
          missing.putIfAbsent(question.column, form.category);
        }
      }
    }
    missing.forEach((name, category) ->
        problems.add(
            headerLine,
            headerSize,
            "column " + name + " is missing, a facet of " + category.key()));
  }

  private void checkAvoidances() {
    avoidances.forEach((line, ids) ->
        ids.stream()
            .filter(id -> !lineOfId.containsKey(id))
            .sorted()
            .forEach(id ->
                problems.add(
                    line,
                    columns.getOrDefault("avoid", 0) + 1,
                    "avoid: no such id in this file: " + Explanations.quoted(id))));
  }

  /**
   * Notes what the category's rules say about some of the rows.
   *
   * @param errors with pointers such as {@code /people/7/condition/place/1}
   */
  void note(List<FieldError> errors, List<Row> people) {
    for (FieldError error : errors) {
      String[] path = error.pointer().split("/", -1);
      Row row = people.get(Integer.parseInt(path[2]));
      Person person = row.person;
      switch (path[3]) {
        case "condition" ->
            note(
                row,
                path[4],
                error,
                shown(Objects.requireNonNull(person.condition().get(path[4]))));
        case "size" -> {
          Optional<Integer> size = path[4].equals("min") ? person.sizeMin() : person.sizeMax();
          note(row, "size_" + path[4], error, size.map(String::valueOf).orElse(""));
        }
        case "party" -> note(row, "party", error, person.party().orElse(""));
        case "category" -> note(row, "category", error, row.category.key().value());
        case "submittedAt" -> noteMissing(row, "submitted_at", error);
        default -> {
          // The id, and an expiry before the submission: noted when the row was read.
        }
      }
    }
  }

  /** Something that other commands need not have: once, if the whole column is not there. */
  private void noteMissing(Row row, String column, FieldError error) {
    if (columns.containsKey(column)) {
      note(row, column, error, "");
    } else if (missing.add(column)) {
      problems.add(headerLine, headerSize, "column " + column + " is missing");
    }
  }

  private void note(Row row, String column, FieldError error, String text) {
    int place = columns.getOrDefault(column, headerSize) + 1;
    problems.add(row.line, place, column + ": " + Explanations.of(error, text));
  }

  private static String shown(FacetInput input) {
    return switch (input) {
      case FacetInput.Choice choice ->
          choice.options().stream().limit(10).collect(Collectors.joining("|"));
      case FacetInput.Span span -> span.from() + " to " + span.to();
    };
  }

  /** What the people of a category are asked, and which columns are for others only. */
  private static final class Form {
    private final Category category;
    private final List<Question> questions;
    private List<String> foreign = List.of();

    Form(Category category) {
      this.category = category;
      this.questions = category.facets().stream().map(Question::new).toList();
    }

    /** Tells the form which columns there are. */
    void order(Set<String> columns) {
      List<String> asked = questions.stream().map(question -> question.column).toList();
      foreign =
          columns.stream()
              .filter(name ->
                  !REQUIRED.contains(name) && !OPTIONAL.contains(name) && !asked.contains(name))
              .toList();
    }
  }

  /** A facet, its column, and the answers that were met in it. */
  private static final class Question {
    private final String column;
    private final Known<String, FacetInput> answers;

    Question(Facet facet) {
      this.column = facet.key().value();
      this.answers = new Known<>(MOST_ANSWERS, facet::parse);
    }
  }

  /** One row, by the names of its columns. */
  private final class Cells {
    private final long line;
    private final CsvRecord record;

    Cells(long line, CsvRecord record) {
      this.line = line;
      this.record = record;
    }

    /** What stands in a column; nothing if the file has no such column. */
    String text(String column) {
      Integer place = columns.get(column);
      return place == null ? "" : record.getField(place).strip();
    }

    Optional<String> given(String column) {
      return Optional.of(text(column)).filter(text -> !text.isEmpty());
    }

    String quoted(String column) {
      return Explanations.quoted(text(column));
    }

    void refuse(String column, String what) {
      problems.add(line, columns.getOrDefault(column, 0) + 1, column + ": " + what);
    }
  }
}
