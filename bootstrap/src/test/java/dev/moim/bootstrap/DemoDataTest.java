package dev.moim.bootstrap;

import static dev.moim.testkit.condition.CategoryBuilder.aCategory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.room.RoomQueries;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A tour through the demo, at whatever hour somebody begins it. */
@ExtendWith(OutputCaptureExtension.class)
class DemoDataTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  private final Community community = new Community();

  static Stream<Instant> everyHour() {
    return IntStream.range(0, 48)
        .mapToObj(half -> SettableClock.START.plus(Duration.ofMinutes(30L * half + 1)));
  }

  private void startAt(Instant now) {
    startAt(now, SampleCategories.ALL);
  }

  private void startAt(Instant now, Categories categories) {
    community.clock().set(now);
    new DemoData(
            community.members().signUp(),
            community.rooms().openRoom(),
            community.rooms().joinRoom(),
            community.matching().submitMatchRequest(),
            categories,
            community.clock(),
            ZONE)
        .run(new DefaultApplicationArguments());
    community.deliver();
  }

  private MatchRequest.Snapshot asks(
      Caller member, String category, Map<String, FacetInput> condition, boolean fillRooms) {
    MatchRequestId id =
        community
            .matching()
            .submitMatchRequest()
            .submit(
                new SubmitMatchRequest.Command(
                    member,
                    category,
                    condition,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    fillRooms,
                    List.of()))
            .request()
            .id();
    community.deliver();
    return state(member, id);
  }

  private MatchRequest.Snapshot state(Caller member, MatchRequestId id) {
    return community.matching().viewMatchRequest().view(member, id).request();
  }

  private static FacetInput any(String... options) {
    return new FacetInput.Choice(List.of(options));
  }

  @ParameterizedTest
  @MethodSource("everyHour")
  void whoever_asks_for_lunch_and_takes_a_room_has_a_seat_at_lunch(Instant now) {
    startAt(now);

    MatchRequest.Snapshot request =
        asks(community.newcomer("visitor"), "meal", Map.of("time", any("lunch")), true);

    assertThat(request.room()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("everyHour")
  void whoever_asks_for_exercise_has_company_at_once(Instant now) {
    startAt(now);

    MatchRequest.Snapshot request =
        asks(community.newcomer("visitor"), "exercise", Map.of("sport", any("running")), false);

    assertThat(request.status()).isEqualTo(MatchRequestStatus.MATCHED);
  }

  @ParameterizedTest
  @MethodSource("everyHour")
  void two_who_follow_the_readme_meet_at_lunch(Instant now) {
    startAt(now);
    Caller one = community.newcomer("minji");
    Caller other = community.newcomer("other");

    MatchRequest.Snapshot first =
        asks(one, "meal", Map.of("place", any("gaepo", "seocho"), "time", any("lunch")), false);
    asks(other, "meal", Map.of("place", any("gaepo"), "way", any("delivery")), false);

    MatchRequest.Snapshot matched = state(one, first.id());
    assertThat(matched.status()).isEqualTo(MatchRequestStatus.MATCHED);
    Instant start =
        community
            .meetings()
            .viewMeeting()
            .view(one, matched.meeting().orElseThrow())
            .startsAt()
            .orElseThrow();
    assertThat(LocalTime.ofInstant(start, ZONE))
        .isBetween(LocalTime.of(11, 30), LocalTime.of(13, 30));
  }

  @Test
  void a_second_start_changes_nothing() {
    startAt(SettableClock.START);
    int before = community.events().size();

    startAt(SettableClock.START.plus(Duration.ofHours(1)));

    assertThat(community.events()).hasSize(before);
  }

  @Test
  void what_the_configured_categories_do_not_offer_is_left_out_and_said(CapturedOutput output) {
    Category meal =
        aCategory()
            .key("meal")
            .options("place", "canteen")
            .sizes(2, 4)
            .patience(Duration.ofMinutes(30))
            .build();

    startAt(SettableClock.START, new Categories(List.of(meal, SampleCategories.STUDY)));

    assertThat(rooms()).extracting(room -> room.details().title()).containsExactly("데모: 저녁 스터디");
    assertThat(output.toString().lines().filter(line -> line.contains("Not in the demo")))
        .singleElement()
        .asString()
        .contains("lunch near the station", "run by the river", "waits for company at exercise");
  }

  @Test
  void where_all_is_offered_nothing_is_left_out(CapturedOutput output) {
    startAt(SettableClock.START);

    assertThat(rooms()).hasSize(3);
    assertThat(output)
        .contains("3 demo rooms; one of them waits for company at exercise")
        .doesNotContain("Not in the demo");
  }

  private List<RoomView> rooms() {
    return community
        .rooms()
        .listRooms()
        .list(
            community.newcomer("looker"),
            RoomQueries.everything(ListRooms.Sort.SOONEST, PageRequest.first(10)))
        .items();
  }
}
