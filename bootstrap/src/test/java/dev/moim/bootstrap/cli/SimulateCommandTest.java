package dev.moim.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.NamedPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {
  private static final String HEADER =
      "id,category,place,way,time,size_min,size_max,submitted_at,expires_at,relax,party";

  @TempDir private Path directory = Path.of("");

  @Test
  void the_report_tells_how_many_were_matched_and_how_soon() {
    Run run = simulate(threePeople());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("3 people, of whom at most 2 could be matched (66.7 %)", "")
        .anyMatch(line -> line.startsWith("policy ") && line.contains("wait p50"))
        .anyMatch(line -> line.matches("default +2 +66\\.7 % +100\\.0 % +2\\.00 +4 min .*"));
    assertThat(run.err()).startsWith("people: 3", "policies: 1", "upper bound: 2");
  }

  @Test
  void json_has_an_object_for_each_policy() {
    Run run = simulate(threePeople(), "--policy", "default,plain", "--format", "json");

    List<JsonNode> reports =
        run.out().stream().map(JsonMapper.builder().build()::readTree).toList();
    assertThat(reports)
        .extracting(report -> report.get("policy").asString())
        .containsExactly("default", "plain");
    assertThat(reports.getFirst().propertyNames())
        .startsWith(
            "policy",
            "people",
            "matched",
            "rate",
            "meanSize",
            "timeToMatch",
            "relaxed",
            "bound",
            "ratioToBound");
    assertThat(run.out().getFirst())
        .startsWith(
            "{\"policy\":\"default\",\"people\":3,\"matched\":2,\"rate\":0.6667,\"meanSize\":2.0,"
                + "\"timeToMatch\":{\"p50\":240.0,\"p95\":1800.0,\"p99\":1800.0},\"relaxed\":0,"
                + "\"bound\":2,\"ratioToBound\":1.0,\"groups\":{\"2\":1}");
  }

  @Test
  void each_policy_has_a_colour_of_its_own() {
    assertThat(NamedPolicy.ALL).hasSizeLessThanOrEqualTo(Plot.COLOURS);
  }

  @Test
  void csv_has_a_row_for_each_policy() {
    Run run = simulate(threePeople(), "--policy", "all", "--format", "csv");

    assertThat(run.out()).hasSize(1 + NamedPolicy.ALL.size());
    assertThat(run.out().getFirst())
        .startsWith(
            "policy,people,matched,rate,meanSize,timeToMatch.p50,timeToMatch.p95,timeToMatch.p99,"
                + "relaxed,bound,ratioToBound,groups.2,moved,byNarrowness.1.people,")
        .doesNotContain("bins");
    assertThat(run.out().get(1))
        .startsWith("default,3,2,0.6667,2.0,240.0,1800.0,1800.0,0,2,1.0,1,");
  }

  @Test
  void the_bound_can_be_left_out() {
    Run run = simulate(threePeople(), "--no-bound", "--format", "json");

    assertThat(run.out().getFirst()).contains("\"bound\":null,\"ratioToBound\":null");
    assertThat(run.err()).contains("upper bound: left out; --bound finds it, and takes longer");
    assertThat(simulate(threePeople(), "--no-bound").out()).startsWith("3 people", "");
  }

  @ParameterizedTest
  @CsvSource({"text", "json", "csv"})
  void the_same_file_gives_the_same_bytes(String format) throws IOException {
    Path file = generated("--people", "300", "--relax", "way@10m|size-2@15m", "--size", "mixed");
    Path one = directory.resolve("one.svg");
    Path two = directory.resolve("two.svg");

    Run first = simulate(file, "--policy", "all", "--format", format, "--plot", one.toString());
    Run second = simulate(file, "--policy", "all", "--format", format, "--plot", two.toString());

    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).isEqualTo(second.out());
    assertThat(one).hasSameBinaryContentAs(two);
  }

  @Test
  void all_that_is_wrong_is_said_at_once_with_its_place() {
    Path file =
        Run.file(
            directory,
            HEADER,
            "a,meal,mars,,,2,4,2026-11-20T10:00:00Z,,,",
            "b,meal,gaepo,,,2,4,,,,",
            "c,meal,gaepo,,,2,4,2026-11-20T10:00:00Z,2026-11-20T09:00:00Z,,",
            "d,meal,gaepo,,,2,4,2026-11-20T10:00:00Z,2026-11-20T10:05:00Z,,p",
            "e,meal,gaepo,,,2,4,2026-11-20T10:05:00Z,,nonsense,p");

    Run run = simulate(file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .containsExactly(
            file + ":2:3: place: no such option: \"mars\"; allowed: seocho, gaepo, out",
            file + ":3:8: submitted_at: a value is needed",
            file + ":4:9: expires_at: not after submitted_at: \"2026-11-20T09:00:00Z\"",
            file + ":5:11: party: of the party \"p\" one gives up before another has come",
            file + ":6:10: relax: a step such as way@10m is expected: \"nonsense\"");
  }

  @Test
  void a_file_without_times_is_refused_once() {
    Path file =
        Run.file(
            directory,
            "id,category,place,way,time,size_min,size_max",
            "a,meal,,,,2,4",
            "b,meal,,,,2,4");

    assertThat(simulate(file).err()).containsExactly(file + ":1:7: column submitted_at is missing");
  }

  @Test
  void one_category_is_simulated_at_a_time() {
    Path file =
        Run.file(
            directory,
            "id,category,place,way,time,subject,level,size_min,size_max,submitted_at",
            "a,meal,,,,,,2,4,2026-11-20T10:00:00Z",
            "b,study,,,,,,2,4,2026-11-20T10:00:00Z",
            "c,study,,,,,,2,4,2026-11-20T10:00:00Z");

    assertThat(simulate(file).err())
        .containsExactly(
            file
                + ":3:2: category: \"study\" is another category than in the rows before; choose"
                + " one with --category");
    assertThat(simulate(file, "--category", "study").err()).startsWith("people: 2");
    assertThat(simulate(file, "--category", "golf").err())
        .containsExactly("no such category: \"golf\"");
  }

  @Test
  void what_cannot_be_done_is_one_line() {
    Path none = directory.resolve("none.csv");

    assertThat(simulate(none).err()).containsExactly(none + ": there is no such file");
    assertThat(Run.simulate().err()).containsExactly("a FILE is needed, or --generate; try --help");
    assertThat(simulate(threePeople(), "--policy", "best").err())
        .singleElement()
        .asString()
        .startsWith("no such policy; there are default, no-joiners, ")
        .endsWith(", all");
    assertThat(simulate(threePeople(), "--plot", directory + "/no/plot.svg").err())
        .containsExactly(directory + "/no/plot.svg: there is no such directory");
    assertThat(simulate(threePeople(), "--plot", directory.toString()).err())
        .containsExactly(directory + ": is a directory");
  }

  @Test
  void nobody_is_a_report_as_well() {
    Run run = simulate(Run.file(directory, HEADER), "--plot", directory + "/empty.svg");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("0 people, of whom at most 0 could be matched (0.0 %)");
    assertThat(directory.resolve("empty.svg")).isNotEmptyFile();
  }

  @Test
  void the_plot_is_well_formed_and_needs_nothing_from_outside()
      throws IOException, ParserConfigurationException, SAXException {
    Path plot = Files.writeString(directory.resolve("plot.svg"), "what was there before");

    Run run =
        simulate(
            generated("--people", "200"), "--policy", "default,plain", "--plot", plot.toString());

    assertThat(run.exitCode()).isZero();
    String image = Files.readString(plot);
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(image.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(image)
        .contains("Simulated matching of 200 people", "default", "plain", "in none")
        .contains("prefers-color-scheme: dark")
        .doesNotContain("script", "url(", "href", "@import", "NaN", "Infinity");
    assertThat(directory.toFile().list())
        .as("nothing is left beside it")
        .containsExactlyInAnyOrder("generated.csv", "plot.svg");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "the device that is always full is there")
  void a_plot_that_cannot_be_written_is_said_and_replaces_no_device() {
    Path plot = Path.of("/dev/full");

    Run run = simulate(threePeople(), "--plot", plot.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).singleElement().asString().startsWith(plot + ": could not be written: ");
    assertThat(Files.isRegularFile(plot)).isFalse();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there")
  void a_plot_through_a_link_replaces_what_it_leads_to() throws IOException {
    Path target = Files.writeString(directory.resolve("target.svg"), "before");
    Path link = Files.createSymbolicLink(directory.resolve("link.svg"), target);

    Run run = simulate(threePeople(), "--plot", link.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(target).content().startsWith("<svg");
  }

  @Test
  void a_generated_file_is_one_that_can_be_simulated_and_matched() throws IOException {
    Path stream =
        generated("--rate", "0.1", "--hours", "12", "--size", "4|2-3", "--relax", "way@10m");

    assertThat(Files.readAllLines(stream))
        .hasSizeBetween(72 - 34, 72 + 34)
        .first()
        .isEqualTo("id,category,place,time,way,size_min,size_max,submitted_at,expires_at,relax");
    assertThat(simulate(stream).exitCode()).isZero();

    Path burst = generated("--burst", "30", "--category", "exercise", "--seed", "5");
    assertThat(Files.readAllLines(burst))
        .hasSize(31)
        .first()
        .isEqualTo("id,category,place,sport,level,when,size_min,size_max");
    assertThat(Run.match(burst).exitCode()).isZero();
  }

  @Test
  void people_are_generated_with_the_patience_that_is_asked_for() throws IOException {
    assertThat(Files.readAllLines(generated("--people", "1", "--patience", "1h30m")).get(1))
        .matches(".*,2,4,(2026-03-02T00:..:[0-9.]*Z),2026-03-02T01:[345].*Z,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "--rate 0 => --rate: more than 0 people in a minute are needed: 0.0",
        "--hours -1 => --hours: outside 0 to 8784: -1.0",
        "--people 0 => --people: outside 1 to 1,000,000: 0",
        "--burst 2000000 => --burst: outside 1 to 1,000,000: 2000000",
        "--burst 3 --hours 1 => --burst has neither --people nor --hours: all are there at once",
        "--rate 1000 => that would be more than 1,000,000 people",
        "--size few => --size: such as 2-4, 4 or mixed is expected: \"few\"",
        "--size 2-9 => --size: outside 2 to 4: \"2-9\"",
        "--patience soon => --patience: such as 30m or 1h30m is expected: \"soon\"",
        "--patience -3m => --patience: such as 30m or 1h30m is expected: \"-3m\"",
        "--relax soon => --relax: a step such as way@10m is expected: \"soon\"",
        "people.csv => either a FILE or --generate; try --help",
      })
  void a_wrong_wish_for_a_file_is_one_line(String options, String message) {
    Run run = Run.simulate(("--generate " + options).split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).containsExactly(message);
  }

  private Path threePeople() {
    return Run.file(
        directory,
        HEADER,
        "a,meal,gaepo,,,2,4,2026-11-20T10:00:00Z,,,",
        "b,meal,gaepo|out,,,2,4,2026-11-20T10:04:00Z,,,",
        "c,meal,seocho,,,2,4,2026-11-20T10:04:00Z,2026-11-20T10:34:00Z,way@10m,");
  }

  private Path generated(String... options) throws IOException {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "--generate";
    System.arraycopy(options, 0, arguments, 1, options.length);
    Run run = Run.simulate(arguments);
    assertThat(run.err()).isEmpty();
    return Files.write(directory.resolve("generated.csv"), run.out());
  }

  private static Run simulate(Path file, String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = file.toString();
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Run.simulate(arguments);
  }
}
