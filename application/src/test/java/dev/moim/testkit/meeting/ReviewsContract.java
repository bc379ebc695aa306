package dev.moim.testkit.meeting;

import static dev.moim.testkit.meeting.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.meeting.port.out.Reviews;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.Rating;
import dev.moim.domain.meeting.Review;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.StoreContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Reviews} keeps to. */
public abstract class ReviewsContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;

  private final MemberId reviewer = Samples.memberId();

  protected abstract Reviews reviews();

  protected abstract Meetings meetings();

  private MeetingId meeting() {
    return write(() -> meetings().save(Meeting.restore(aMeeting().build()))).id();
  }

  private Review review(MeetingId meeting, MemberId of, Optional<Integer> stars, Instant at) {
    return new Review(Samples.reviewId(), meeting, reviewer, new Rating(of, stars), at);
  }

  @Test
  void what_was_written_comes_back_field_by_field() {
    MeetingId meeting = meeting();
    MeetingId later = meeting();
    Review stars = review(meeting, Samples.memberId(), Optional.of(5), NOW);
    Review absent = review(meeting, Samples.memberId(), Optional.empty(), NOW.minusSeconds(1));
    Review elsewhere = review(later, Samples.memberId(), Optional.of(1), NOW.plusSeconds(1));
    change(() -> reviews().add(List.of(stars, absent, elsewhere)));

    assertThat(read(() -> reviews().about(meeting))).containsExactlyInAnyOrder(stars, absent);
    assertThat(read(() -> reviews().by(reviewer, PageRequest.first(2))).items())
        .containsExactly(elsewhere, stars);
    assertThat(read(() -> reviews().by(Samples.memberId(), PageRequest.first(2))).items())
        .isEmpty();
  }

  @Test
  void nobody_reviews_the_same_twice() {
    MeetingId meeting = meeting();
    MemberId reviewed = Samples.memberId();
    change(() -> reviews().add(List.of(review(meeting, reviewed, Optional.of(5), NOW))));

    assertThatThrownBy(() ->
            change(() -> reviews().add(List.of(review(meeting, reviewed, Optional.empty(), NOW)))))
        .isInstanceOf(ConcurrencyConflict.class);
    assertThat(read(() -> reviews().about(meeting))).hasSize(1);
  }

  @Test
  void a_rollback_leaves_nothing() {
    MeetingId meeting = meeting();
    changeAndFail(
        () -> reviews().add(List.of(review(meeting, Samples.memberId(), Optional.of(3), NOW))));

    assertThat(read(() -> reviews().about(meeting))).isEmpty();
  }
}
