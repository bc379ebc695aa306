package dev.moim.adapter.web.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.LevelFacet;
import dev.moim.domain.condition.LocalizedName;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.condition.OptionsFacet;
import dev.moim.domain.condition.Range;
import dev.moim.domain.condition.TimeWindow;
import dev.moim.domain.condition.WindowFacet;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.member.Language;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeetingWordsTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final FacetKey PLACE = new FacetKey("place");
  private static final FacetKey LEVEL = new FacetKey("level");
  private static final FacetKey WHEN = new FacetKey("when");
  private static final Category RUNNING =
      new Category(
          new CategoryKey("running"),
          new LocalizedName("달리기", "Running"),
          List.of(
              new LevelFacet(LEVEL, new LocalizedName("수준", "Level"), 1, 9),
              new OptionsFacet(
                  PLACE,
                  new LocalizedName("장소", "Place"),
                  List.of(
                      new OptionsFacet.Option("river", new LocalizedName("강변", "By the river")),
                      new OptionsFacet.Option("hill", new LocalizedName("언덕", "On the hill")))),
              new WindowFacet(WHEN, new LocalizedName("때", "When"), HOUR)),
          new GroupSize(2, 4),
          4,
          HOUR);
  private static final AllOf AGREED =
      new AllOf(
          Map.of(
              PLACE,
              new OneOf(List.of("river", "flooded")),
              LEVEL,
              new Range(3, 5),
              WHEN,
              new TimeWindow(START, START.plus(HOUR), HOUR)));

  private final MemberId me = new MemberId(Samples.uuid());

  private MeetingWords.About about(
      AllOf agreed, Optional<Category> category, Language language, String... others) {
    return about(agreed, Optional.empty(), category, language, others);
  }

  private MeetingWords.About about(
      AllOf agreed,
      Optional<String> roomTitle,
      Optional<Category> category,
      Language language,
      String... others) {
    List<MeetingView.Person> members =
        Stream.concat(
                Stream.of(new MeetingView.Person(me, Optional.of("me"))),
                Arrays.stream(others)
                    .map(name ->
                        new MeetingView.Person(
                            new MemberId(Samples.uuid()),
                            Optional.of(name).filter(known -> !known.isEmpty()))))
            .toList();
    var meeting =
        new MeetingView(
            new MeetingId(Samples.uuid()),
            RUNNING.key(),
            agreed,
            members,
            new MeetingSource.RandomMatch(),
            Optional.of(START),
            START,
            MeetingStatus.UPCOMING,
            Version.NEW);
    return new MeetingWords(meeting, roomTitle, category, language).about(me);
  }

  @Test
  void a_meeting_is_told_in_the_readers_language() {
    assertThat(about(AGREED, Optional.of(RUNNING), Language.KO, "minji", ""))
        .isEqualTo(
            new MeetingWords.About(
                "달리기", Optional.of("강변"), List.of("수준: 3-5", "장소: 강변", "함께: minji, 탈퇴한 회원")));
    assertThat(about(AGREED, Optional.of(RUNNING), Language.EN, "minji", ""))
        .isEqualTo(
            new MeetingWords.About(
                "Running",
                Optional.of("By the river"),
                List.of("Level: 3-5", "Place: By the river", "With: minji, a former member")));
  }

  @Test
  void a_meeting_of_a_room_is_called_as_the_room_was() {
    Optional<String> title = Optional.of("Once around the lake");

    assertThat(about(AllOf.ANYTHING, title, Optional.of(RUNNING), Language.KO).title())
        .isEqualTo("Once around the lake (달리기)");
    assertThat(about(AllOf.ANYTHING, title, Optional.empty(), Language.EN).title())
        .isEqualTo("Once around the lake (running)");
  }

  @Test
  void what_nobody_knows_is_left_out() {
    assertThat(about(AllOf.ANYTHING, Optional.of(RUNNING), Language.EN))
        .isEqualTo(new MeetingWords.About("Running", Optional.empty(), List.of()));
    assertThat(about(AGREED, Optional.empty(), Language.EN, "minji"))
        .isEqualTo(new MeetingWords.About("running", Optional.empty(), List.of("With: minji")));
  }

  @Test
  void a_place_that_is_no_longer_configured_is_no_place() {
    AllOf flooded = new AllOf(Map.of(PLACE, new OneOf(List.of("flooded"))));

    assertThat(about(flooded, Optional.of(RUNNING), Language.EN))
        .isEqualTo(new MeetingWords.About("Running", Optional.empty(), List.of()));
  }
}
