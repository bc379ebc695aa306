package dev.moim.adapter.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.notification.NotificationType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Path STATIC = Path.of("src/main/resources/static");
  private static final int MOST_COMPRESSED_SCRIPT_BYTES = 100_000;

  private static final Pattern WORDS =
      Pattern.compile("^ {2}'?([\\w.-]+)'?:\\s*'(.*)',$", Pattern.MULTILINE);
  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
  private static final Pattern USED =
      Pattern.compile("\\bt\\(\\s*'([\\w.]+)'|data-say=\"([\\w.]+)\"");
  private static final Pattern KOREAN = Pattern.compile("\\p{IsHangul}");

  /** The cells of a row of docs/words.md, with what stands outside of it. */
  private static final int NAMES = 6;

  private static final Pattern IMPORT = Pattern.compile("(?:from|import) '(\\.[^']+)'");

  @Test
  void both_languages_say_everything_with_the_same_values() {
    Map<String, Set<String>> korean = placesByKey("words-ko.js");
    Map<String, Set<String>> english = placesByKey("words-en.js");

    assertThat(english.keySet()).isEqualTo(korean.keySet()).isNotEmpty();
    korean.forEach((key, places) -> assertThat(english.get(key)).as(key).isEqualTo(places));
  }

  @Test
  void no_text_stands_there_twice() {
    for (String file : List.of("words-ko.js", "words-en.js")) {
      List<String> keys =
          WORDS
              .matcher(read(STATIC.resolve("assets").resolve(file)))
              .results()
              .map(found -> found.group(1))
              .toList();

      assertThat(keys).as(file).doesNotHaveDuplicates();
    }
  }

  @Test
  void every_text_that_is_used_exists() {
    Set<String> known = placesByKey("words-ko.js").keySet();

    for (Path file : files(".js", ".html")) {
      USED.matcher(read(file))
          .results()
          .map(use -> use.group(1) == null ? use.group(2) : use.group(1))
          .forEach(key -> assertThat(known).as("used in " + file).contains(key));
    }
  }

  @Test
  void a_thing_has_one_name_in_korean() {
    Set<String> others = new TreeSet<>();
    for (String row : read(Path.of("../docs/words.md")).lines().toList()) {
      String[] cells = row.split("\\|", -1);
      if (cells.length == NAMES && KOREAN.matcher(cells[4]).find()) {
        others.addAll(List.of(cells[4].strip().split(", ")));
      }
    }
    assertThat(others).contains("닉네임", "카테고리", "모임");

    for (Path file :
        List.of(
            STATIC.resolve("assets/words-ko.js"),
            Path.of("src/main/resources/dev/moim/adapter/web/shared/problems_ko.properties"),
            Path.of(
                "../adapter-messaging/src/main/resources/dev/moim/adapter/messaging/member/mails_ko.properties"),
            Path.of("../README.ko.md"))) {
      String text = read(file).replace("brand: '모임'", "").replace("# Moim · 모임", "");
      assertThat(others).as(file.toString()).noneMatch(text::contains);
    }
  }

  @Test
  void members_are_told_of_everything_in_words_of_its_own() {
    Set<String> known = placesByKey("words-ko.js").keySet();

    for (NotificationType type : NotificationType.values()) {
      assertThat(known).contains("news." + type);
    }
  }

  @Test
  void what_members_are_told_has_its_reason() {
    Map<String, Set<String>> places = placesByKey("words-ko.js");

    for (NotificationType type :
        List.of(
            NotificationType.ROOM_CANCELLED,
            NotificationType.ROOM_REMOVED,
            NotificationType.MATCH_EXPIRED,
            NotificationType.MATCH_ENDED,
            NotificationType.WARNED)) {
      assertThat(places.get("news." + type)).as(type.name()).contains("{reason}");
    }
  }

  @Test
  void every_import_leads_to_a_file() {
    for (Path file : files(".js")) {
      IMPORT
          .matcher(read(file))
          .results()
          .forEach(
              found -> assertThat(file.resolveSibling(found.group(1)).normalize()).isRegularFile());
    }
  }

  @Test
  void what_people_wrote_cannot_become_markup_or_script() {
    for (Path file : files(".js")) {
      assertThat(read(file))
          .as(file.toString())
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
          .doesNotContain("eval(", "new Function", "srcdoc");
    }
  }

  @Test
  void the_markup_has_no_inline_script_style_or_handler() {
    for (Path file : files(".html")) {
      assertThat(read(file))
          .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
          .doesNotContainPattern("<style|\\sstyle=|\\son\\w+=");
    }
  }

  @Test
  void tokens_are_never_stored() {
    for (Path file : files(".js")) {
      List<String> storing =
          read(file).lines().filter(line -> line.contains("Storage.setItem")).toList();

      assertThat(storing)
          .as(file.toString())
          .allMatch(line -> line.contains("setItem(STORED_AS, wanted)"));
    }
  }

  @Test
  void the_script_is_small() throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (Path file : files(".js")) {
      try (var compressed = new GZIPOutputStream(bytes)) {
        Files.copy(file, compressed);
      }
    }

    assertThat(bytes.size()).isPositive().isLessThanOrEqualTo(MOST_COMPRESSED_SCRIPT_BYTES);
  }

  private static Map<String, Set<String>> placesByKey(String file) {
    var places = new TreeMap<String, Set<String>>();
    Matcher words = WORDS.matcher(read(STATIC.resolve("assets").resolve(file)));
    while (words.find()) {
      var inText = new TreeSet<String>();
      PLACE.matcher(words.group(2)).results().forEach(place -> inText.add(place.group()));
      places.put(words.group(1), inText);
    }
    return places;
  }

  private static List<Path> files(String... endings) {
    try (Stream<Path> all = Files.walk(STATIC)) {
      return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
