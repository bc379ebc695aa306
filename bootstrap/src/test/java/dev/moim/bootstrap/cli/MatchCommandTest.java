package dev.moim.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchCommandTest {
  private static final String MEAL = "id,category,place,way,time,size_min,size_max";

  @TempDir private Path directory = Path.of("");

  @Test
  void each_person_has_a_row_in_the_order_of_the_file() {
    Run run =
        match(
            MEAL + ",party",
            "민지,meal,gaepo|seocho,delivery,lunch,2,2,",
            "lonely,meal,out,take-out,midnight,2,4,",
            "jun,meal,gaepo,,lunch|dinner,2,4,");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .containsExactly(
            "group,id,size,place,time,way,reason",
            "1,민지,2,gaepo,lunch,delivery,",
            ",lonely,,,,,nobody-compatible",
            "1,jun,2,gaepo,lunch,delivery,");
    assertThat(run.err())
        .startsWith(
            "people: 3",
            "matched: 2 (66.7 %)",
            "groups: 1 (1 of 2)",
            "unmatched: 1 (1 nobody-compatible)",
            "upper bound: 2");
  }

  @Test
  void json_has_the_same_shape_in_lines() {
    Path file =
        Run.file(directory, MEAL, "a,meal,gaepo,,,2,4", "b,meal,,,lunch,2,4", "c,meal,out,,,2,4");

    assertThat(Run.match(file, "--format", "json").out())
        .hasSize(3)
        .contains(
            "{\"group\":1,\"id\":\"a\",\"size\":2,\"place\":\"gaepo\",\"time\":\"lunch\","
                + "\"way\":\"delivery\",\"reason\":null}");
  }

  @Test
  void a_byte_order_mark_windows_line_ends_and_quoted_cells_are_fine() {
    Run run =
        match(
            "\uFEFF" + MEAL + "\r",
            "\"Kim, \"\"Minji\"\"\",meal,\"gaepo\",,,,\r",
            "",
            "b,meal,gaepo,,, 2 ,4\r");

    assertThat(run.out()).element(1).asString().startsWith("1,\"Kim, \"\"Minji\"\"\",2,");
  }

  @Test
  void each_category_is_matched_by_itself() {
    Path file =
        Run.file(
            directory,
            "id,category,place,way,time,subject,level,size_min,size_max",
            "a,meal,gaepo,,,,,2,4",
            "b,study,gaepo,,,web,3-7,2,4",
            "c,study,,,,web|algorithm,5,2,4",
            "d,meal,,,,,,2,4");

    assertThat(Run.match(file).out())
        .containsExactly(
            "group,id,size,place,time,way,subject,level,reason",
            "1,a,2,gaepo,breakfast,delivery,,,",
            "2,b,2,gaepo,,,web,5,",
            "2,c,2,gaepo,,,web,5,",
            "1,d,2,gaepo,breakfast,delivery,,,");
    assertThat(Run.match(file, "--category", "study").out())
        .containsExactly(
            "group,id,size,place,subject,level,reason", "1,b,2,gaepo,web,5,", "1,c,2,gaepo,web,5,");
  }

  @Test
  void parties_stay_together_and_the_avoided_stay_apart() {
    Run run =
        match(
            MEAL + ",party,avoid,submitted_at,expires_at,relax",
            "a,meal,,,,3,4,p1,,2026-11-20T10:00:00Z,2026-11-20T10:30:00Z,way@10m|size-2@15m",
            "b,meal,,,,2,3,p1,c|d,,,",
            "c,meal,,,,2,4,,,,,",
            "d,meal,,,,2,4,,,,,",
            "e,meal,,,,2,4,,,,,");

    assertThat(run.err()).contains("matched: 5 (100.0 %)");
    assertThat(run.out().stream().map(row -> row.substring(0, 3)).toList())
        .contains("1,a", "1,b", "2,c", "2,d", "1,e");
  }

  @Test
  void the_same_file_and_seed_give_the_same_bytes() throws IOException {
    Path file = Files.write(directory.resolve("many.csv"), people(2_000));

    assertThat(Run.match(file, "--seed", "7").out())
        .isEqualTo(Run.match(file, "--seed", "7").out());
  }

  private static List<String> people(int count) {
    List<String> places = List.of("gaepo", "seocho", "out", "gaepo|out", "");
    List<String> times = List.of("lunch", "dinner", "lunch|dinner", "midnight", "afternoon");
    return IntStream.rangeClosed(0, count)
        .mapToObj(i ->
            i == 0
                ? MEAL
                : "p%d,meal,%s,,%s,%d,4"
                    .formatted(i, places.get(i % 5), times.get(i * 7 % 5), 2 + i % 3))
        .toList();
  }

  @Test
  void everything_that_is_wrong_is_said_at_once_and_nothing_is_written() {
    Run run =
        match(
            MEAL + ",party,avoid,relax,submitted_at,expires_at,nonsense,id,level",
            "minji,meal,gaepo|mars,,,2,4,,ghost,,,,,,",
            "minji,meal,,,,2,9,p1,,way@10m|size-9@1m|x,,,,,",
            "=1+1,golf,,,,2,4,,,,,,,,",
            ",meal,,,,x,4,,,,now,,,,",
            "e,meal,,,,4,2,,,,2026-01-01T00:00Z,2026-01-01T00:00Z,,,5",
            "f,study,,,,2,2,p1,,,,,,,x",
            "g,meal",
            "h,meal,gaepo,,,2,2,p2,,,,,,,",
            "i,meal,out,,,2,2,p2,,,,,,,",
            "j,study,,,,2,2,p3,,,,,,,30-40");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    String file = directory.resolve("people.csv").toString();
    assertThat(run.err().stream().map(line -> line.substring(file.length() + 1)).toList())
        .containsExactly(
            "1:13: unknown column \"nonsense\"",
            "1:14: column id stands twice",
            "1:15: column subject is missing, a facet of study",
            "2:3: place: no such option: \"mars\"; allowed: seocho, gaepo, out",
            "2:9: avoid: no such id in this file: \"ghost\"",
            "3:1: id: the id \"minji\" stands in line 2 already",
            "3:7: size_max: outside 2 to 4: \"9\"",
            "3:10: relax: neither a facet nor a size of meal: \"size-9@1m\"",
            "3:10: relax: a step such as way@10m is expected: \"x\"",
            "4:1: id: an id does not start with = + - or @, which a spreadsheet would take for a"
                + " formula: \"=1+1\"",
            "4:2: category: no such category: \"golf\"; there are meal, study, exercise",
            "5:1: id: an id is needed",
            "5:6: size_min: not a whole number: \"x\"",
            "5:11: submitted_at: not a time such as 2026-11-20T10:00:00Z: \"now\"",
            "6:7: size_max: the range ends before it starts: \"2\"",
            "6:12: expires_at: not after submitted_at: \"2026-01-01T00:00Z\"",
            "6:15: level: meal has no facet level: leave it empty",
            "7:8: party: the party \"p1\" is split: others want meal",
            "7:15: level: a range such as 3-7 is expected: \"x\"",
            "8:2: 2 values for the 15 columns of the header",
            "9:8: party: nothing suits all members of the party \"p2\"",
            "11:15: level: outside 0 to 21: \"30 to 40\"",
            "11:15: level: outside 0 to 21: \"30 to 40\"");
  }

  @Test
  void windows_are_explained_too() {
    Run run =
        match(
            "id,category,place,sport,level,when,size_min,size_max",
            "a,exercise,,,,soon,2,4",
            "b,exercise,,,,soon/later,2,4",
            "c,exercise,,,,2026-11-20T10:00Z/2026-11-20T10:30Z,2,4",
            "d,exercise,,,,2026-11-20T10:00Z/2027-11-20T10:30Z,2,4");

    assertThat(run.err())
        .hasSize(5)
        .allSatisfy(line -> assertThat(line).contains(":6: when: "))
        .anySatisfy(line -> assertThat(line).contains("shorter than 60 minutes"))
        .anySatisfy(line -> assertThat(line).contains("longer than 60 days"));
  }

  @Test
  void parties_that_contradict_themselves_are_explained() {
    Run run =
        match(
            MEAL + ",party,avoid",
            "a,meal,,,,2,2,p1,",
            "b,meal,,,,3,4,p1,",
            "c,meal,,,,2,2,p2,",
            "d,meal,,,,2,2,p2,",
            "e,meal,,,,2,2,p2,",
            "f,meal,,,,2,2,p3,g",
            "g,meal,,,,2,2,p3,");

    assertThat(run.err())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .endsWith(":2:8: party: no group size suits all members of the party \"p1\""),
            line ->
                assertThat(line)
                    .endsWith(
                        ":4:8: party: the party \"p2\" is larger than the group that its members accept"),
            line ->
                assertThat(line)
                    .endsWith(":7:8: party: members of the party \"p3\" avoid each other"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'' => 1:1: the file is empty",
        "'a,b\n1,2\n' => 1:1: there is no header",
        "'id;category\n1;meal\n' => 1:1: the columns are separated by semicolons",
        "'id,place\n1,2\n' => 1:2: column category is missing",
        "'id,category,place,way,time,size_min,size_max\n\"a,meal,,,,,\n' => 2:1: not CSV: ",
      })
  void what_is_no_table_is_refused(String content, String expected) throws IOException {
    Path file = Files.writeString(directory.resolve("broken.csv"), content);

    Run run = Run.match(file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().getFirst()).startsWith(file + ":" + expected);
  }

  @Test
  void bytes_that_are_no_utf_8_are_found() throws IOException {
    Path file =
        Files.write(
            directory.resolve("latin.csv"),
            (MEAL + "\na,meal,,,,2,4\nb,caf\u00E9").getBytes(StandardCharsets.ISO_8859_1));

    assertThat(Run.match(file).err())
        .containsExactly(file + ":3:2: not UTF-8: byte 0xE9; save the file as UTF-8");
  }

  @Test
  void a_file_that_is_too_large_is_refused_by_its_size() throws IOException {
    Path file = directory.resolve("large.csv");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(600_000_000);
    }

    Run run = Run.match(file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .containsExactly(
            file
                + ":1:1: the file has 600,000,000 bytes; at most 512 MiB (536,870,912 bytes) are"
                + " read");
  }

  @Test
  void a_file_of_many_times_what_is_held_at_once_is_read_to_its_last_line() throws IOException {
    Path file = directory.resolve("wide.csv");
    String padding = " ".repeat(900_000);
    try (var rows = Files.newBufferedWriter(file)) {
      rows.write(MEAL + "\n");
      for (int i = 0; i < 80; i++) {
        rows.write("p%d,meal,%s,,,2,4\n".formatted(i, padding));
      }
      rows.write("last,meal,mars,,,2,4");
    }

    assertThat(Files.size(file)).isGreaterThan(64 << 20);
    assertThat(Run.match(file).err())
        .containsExactly(
            file + ":82:3: place: no such option: \"mars\"; allowed: seocho, gaepo, out");
  }

  @Test
  void bytes_that_are_no_utf_8_are_all_that_is_said() throws IOException {
    Path file =
        Files.write(
            directory.resolve("latin.csv"),
            (MEAL + "\na,golf,,,,2,4\n" + "b,meal,,,,2,4\n".repeat(10_000) + "caf\u00E9,meal")
                .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(Run.match(file).err())
        .containsExactly(file + ":10003:1: not UTF-8: byte 0xE9; save the file as UTF-8");
  }

  @Test
  void a_line_without_end_is_given_up() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("endless.csv"), MEAL + "\na,meal,\"" + "x".repeat(2_000_000));

    assertThat(Run.match(file).err())
        .containsExactly(
            file
                + ":2:1: not CSV: a value has more than 1,048,576 characters; is a quotation mark"
                + " missing?");
  }

  @Test
  void of_very_many_errors_the_first_thousand_are_listed_and_the_rest_counted() {
    String rows =
        IntStream.range(0, 2_500)
            .mapToObj(i -> "p" + i + ",golf,,,,,")
            .collect(Collectors.joining("\n"));

    assertThat(match(MEAL, rows).err())
        .hasSize(1_001)
        .last()
        .asString()
        .endsWith("people.csv: and 1500 more errors");
  }

  @Test
  void a_missing_file_or_an_unknown_category_is_one_line() {
    Path file = Run.file(directory, MEAL);

    assertThat(Run.match(directory.resolve("none.csv")).err())
        .containsExactly(directory.resolve("none.csv") + ": there is no such file");
    assertThat(Run.match(directory).exitCode()).isEqualTo(2);
    assertThat(Run.match(file, "--category", "golf").err())
        .containsExactly("no such category: \"golf\"");
    assertThat(Run.match(file).out()).containsExactly("group,id,size,reason");
  }

  @Test
  void a_category_that_configuration_alone_adds_is_matched() throws IOException {
    Path config =
        Files.writeString(
            directory.resolve("moim.yaml"),
            """
            moim:
              categories:
                carpool:
                  name: {ko: 카풀, en: Car pool}
                  facets:
                    - key: direction
                      name: {ko: 방향, en: Direction}
                      kind: options
                      options:
                        - {key: home, name: {ko: 집, en: Home}}
                        - {key: campus, name: {ko: 캠퍼스, en: Campus}, hours: 07:00-09:00}
                    - key: leaving
                      name: {ko: 출발, en: Leaving}
                      kind: window
                      least-overlap: 15m
                  sizes: {min: 2, max: 5, usual: 4}
                  patience: 1h
                  matching:
                    acceptance: 2m
                    relaxations: [{facet: direction, after: 40m}, {size: 2, after: 50m}]
                    lead: 10m
            """);
    Path file =
        Run.file(
            directory,
            "id,category,direction,leaving,size_min,size_max",
            "a,carpool,home,2026-11-20T18:00Z/2026-11-20T18:30Z,2,4",
            "b,carpool,campus,,2,4",
            "c,carpool,home|campus,2026-11-20T18:10Z/2026-11-20T19:00Z,2,2");

    Run run = Run.match(file, "--config", config.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "group,id,size,direction,leaving,reason",
            "1,a,2,home,2026-11-20T18:10:00Z/2026-11-20T18:30:00Z,");
  }

  @Test
  void a_wrong_configuration_is_one_line() throws IOException {
    Path config =
        Files.writeString(
            directory.resolve("moim.yaml"), "moim: {categories: {meal: {patience: soon}}}");

    Run run = Run.match(Run.file(directory, MEAL), "--config", config.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .singleElement()
        .asString()
        .startsWith("moim.categories.meal.patience: not understood: soon");
  }

  private Run match(String... lines) {
    return Run.match(Run.file(directory, lines));
  }
}
