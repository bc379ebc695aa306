package dev.moim.testkit.meeting;

import dev.moim.application.meeting.port.out.Reviews;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.meeting.Review;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReviewId;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Pages;
import java.util.List;
import java.util.Optional;

/** Reviews on an {@link InMemoryStore}. */
public final class InMemoryReviews implements Reviews {
  private final InMemoryStore.Table<ReviewId, Review> reviews;

  public InMemoryReviews(InMemoryStore store) {
    reviews =
        store
            .table(Review::id)
            .unique(
                review ->
                    Optional.of(
                        List.of(review.meeting(), review.reviewer(), review.rating().member())),
                () -> new ConcurrencyConflict("there is such a review"));
  }

  @Override
  public void add(List<Review> written) {
    written.forEach(reviews::put);
  }

  @Override
  public List<Review> about(MeetingId meeting) {
    return reviews.all().stream().filter(review -> review.meeting().equals(meeting)).toList();
  }

  @Override
  public Page<Review> by(MemberId reviewer, PageRequest page) {
    return Pages.latestFirst(
        reviews.all().stream().filter(review -> review.isBy(reviewer)),
        review -> new Position(review.writtenAt(), review.id().value()),
        page);
  }
}
