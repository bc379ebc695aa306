package dev.moim.application.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.ReviewMembers;
import dev.moim.application.meeting.port.in.ViewScore;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.meeting.Rating;
import dev.moim.domain.meeting.ScoreReason;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MeetingId;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.shared.Race;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReviewRaceTest {
  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 10);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_twenty_who_report_somebody_at_once_the_majority_counts_exactly_once(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    Caller absent = community.newcomer("absent");
    List<Caller> reviewers =
        IntStream.range(0, 20).mapToObj(i -> community.newcomer("member" + i)).toList();
    MeetingId meeting =
        community
            .meetings()
            .formMeeting()
            .form(
                new FormMeeting.Command(
                    new CategoryKey("meal"),
                    AllOf.ANYTHING,
                    Stream.concat(Stream.of(absent), reviewers.stream()).map(Caller::id).toList(),
                    new MeetingSource.RandomMatch(),
                    Optional.empty()));
    community.clock().advance(Duration.ofHours(1));

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            20,
            i -> {
              community
                  .meetings()
                  .reviewMembers()
                  .review(
                      new ReviewMembers.Command(
                          reviewers.get(i),
                          meeting,
                          List.of(new Rating(absent.id(), Optional.empty()))));
              return true;
            });

    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty());
    assertThat(
            community
                .meetings()
                .viewScore()
                .view(absent, new ViewScore.Query(ViewScore.Filter.NONE, PageRequest.first(99)))
                .entries()
                .items())
        .extracting(ViewScore.Entry::reason)
        .containsExactlyInAnyOrder(ScoreReason.TOOK_PART, ScoreReason.REPORTED_ABSENT);
    assertThat(reviewers)
        .allSatisfy(reviewer ->
            assertThat(community.meetings().viewTotalScore().total(reviewer, reviewer.id()))
                .isEqualTo(30));
  }
}
