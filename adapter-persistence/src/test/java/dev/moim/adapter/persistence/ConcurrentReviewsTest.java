package dev.moim.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.ReviewMembers;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.meeting.Rating;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MeetingId;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EachDatabase
class ConcurrentReviewsTest {
  private final UseCases useCases;
  private final Caller absent = UseCases.caller();

  ConcurrentReviewsTest(TestDatabase database) {
    useCases = new UseCases(database);
  }

  @Test
  void of_twenty_who_report_somebody_at_once_the_majority_counts_exactly_once() {
    List<Caller> reviewers = Stream.generate(UseCases::caller).limit(20).toList();
    MeetingId meeting =
        useCases
            .meetings
            .formMeeting()
            .form(
                new FormMeeting.Command(
                    new CategoryKey("meal"),
                    AllOf.ANYTHING,
                    Stream.concat(Stream.of(absent), reviewers.stream()).map(Caller::id).toList(),
                    new MeetingSource.RandomMatch(),
                    Optional.of(SettableClock.START.minus(Duration.ofHours(2)))));

    List<Race.Outcome<Boolean>> outcomes = Race.of(20, i -> report(reviewers.get(i), meeting));

    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty());
    assertThat(total(absent)).isEqualTo(10 - 200);
    assertThat(reviewers).allSatisfy(reviewer -> assertThat(total(reviewer)).isEqualTo(10 + 20));
  }

  private boolean report(Caller reviewer, MeetingId meeting) {
    useCases
        .meetings
        .reviewMembers()
        .review(
            new ReviewMembers.Command(
                reviewer, meeting, List.of(new Rating(absent.id(), Optional.empty()))));
    return true;
  }

  private long total(Caller member) {
    return useCases.meetings.viewTotalScore().total(member, member.id());
  }
}
